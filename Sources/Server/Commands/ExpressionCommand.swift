import ArgumentParser
import Civic
import Expressions
import Flows
import Foundation

struct ExpressionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expression", abstract: "The language of rules.", subcommands: [Eval.self])

    struct Eval: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tries expressions: one JSON object a line comes in, one goes out.",
            discussion: "Docs/expressions.md says what the lines are made of.")
        @Option(help: "A service, whose names have their types there and are unknown while a line gives them no value.") var service:
            String?
        @Option(help: "The folder of the services.") var folder = "Services"
        @Option(help: "The folder of the catalogue, whose holidays a service has.") var catalogue = "Catalogue"

        func run() async throws {
            let names = try service.map { try ServiceFiles.service($0, in: folder).environment }
            let holidays = names == nil ? [] : try Holidays(file: catalogue + "/calendar/holidays.csv").days.map(\.number)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            var number = 0
            while let line = readLine() {
                number += 1
                if line.allSatisfy(\.isWhitespace) { continue }
                var answer = Self.answer(line, names, holidays)
                answer.line = number
                FileHandle.standardOutput.write(try encoder.encode(answer) + [UInt8(ascii: "\n")])
            }
        }

        /// `holidays` are in days since 1970.
        static func answer(_ line: String, _ names: Environment?, _ holidays: [Int]) -> Trial.Answer {
            do throws(Trial.Unread) {
                var trial = try Trial.read(Data(line.utf8))
                if let names {
                    trial = trial.knowing(Service.holidays, .list(holidays.compactMap { Timestamp(day: $0).map { .timestamp($0) } })).among(
                        names)
                }
                return trial.answer { error, trial, names in error.plain(names, in: trial.expression) }
            } catch {
                return .unread(error)
            }
        }
    }
}

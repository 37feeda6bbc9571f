import ArgumentParser
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

        func run() async throws {
            let names = try service.map { try ServiceFiles.service($0, in: folder).environment }
            let (decoder, encoder) = (JSONDecoder(), JSONEncoder())
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            while let line = readLine() {
                if line.allSatisfy(\.isWhitespace) { continue }
                let answer: Trial.Answer
                do {
                    let trial = try decoder.decode(Trial.self, from: Data(line.utf8))
                    answer = (names.map { trial.among($0) } ?? trial).answer()
                } catch {
                    answer = .unread
                }
                FileHandle.standardOutput.write(try encoder.encode(answer) + [UInt8(ascii: "\n")])
            }
        }
    }
}

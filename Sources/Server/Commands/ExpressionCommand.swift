import ArgumentParser
import Expressions
import Foundation

struct ExpressionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expression", abstract: "The language of rules.", subcommands: [Eval.self])

    struct Eval: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tries expressions: one JSON object a line comes in, one goes out.",
            discussion: "Docs/expressions.md says what the lines are made of.")

        func run() async throws {
            let (decoder, encoder) = (JSONDecoder(), JSONEncoder())
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            while let line = readLine() {
                if line.allSatisfy(\.isWhitespace) { continue }
                let answer: Trial.Answer
                do {
                    answer = try decoder.decode(Trial.self, from: Data(line.utf8)).answer()
                } catch {
                    answer = .unread
                }
                FileHandle.standardOutput.write(try encoder.encode(answer) + [UInt8(ascii: "\n")])
            }
        }
    }
}

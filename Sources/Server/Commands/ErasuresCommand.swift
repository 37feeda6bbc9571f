import ArgumentParser
import Civic
import DataRights
import Foundation
import Storage

struct ErasuresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erasures", abstract: "Writes down what was erased, for a restore when the database itself is lost.",
        discussion: "Ids and moments alone. Write it often, and keep it apart from the database and from the copies.")
    @Argument(help: "The file to write.") var file: String
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let house = try Opening.withSecrets(isDemonstration: demo)
        try await house.database.mustBeMigrated(House.schemas)
        let all = try await ErasureDesk.erasures(after: Instant(milliseconds: 0), in: house.database, keyring: house.keyring)
        await house.database.close()
        try ErasureFile.write(all, to: file)
        print("\(file): \(all.count) erasures.")
    }
}

/// Erasures as lines: moment, person, part.
enum ErasureFile {
    static func write(_ erasures: [ErasureDesk.Erasure], to path: String) throws {
        let lines = erasures.map { "\($0.at.milliseconds) \($0.person.number) \($0.part)\n" }.joined()
        try Data(lines.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    /// Throws for a line that is none.
    static func read(_ path: String, after moment: Instant) throws -> [ErasureDesk.Erasure] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let parts = line.split(separator: " ")
            guard parts.count == 3, let at = Int64(parts[0]), let person = Int64(parts[1]) else {
                throw Stopped("\(path) is no file of 'ventanilla erasures'.")
            }
            return ErasureDesk.Erasure(person: PersonID(person), part: String(parts[2]), at: Instant(milliseconds: at))
        }.filter { $0.at > moment }
    }
}

import ArgumentParser
import Civic
import Storage
import Web

struct SessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Ends sessions.", subcommands: [End.self], defaultSubcommand: End.self)

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends the sessions of one account, of one person, of the staff or of everybody, at once.",
            discussion: """
                Whoever was signed in signs in again; what they had begun stays. --person reads a RUN from the standard input, so that it is \
                in no list of processes and no history:
                  echo 12345678-5 | ventanilla sessions end --person
                """)
        @Option(help: "An account of the staff, by its number.") var account: Int64?
        @Flag(help: "One person, whose RUN is read from the standard input.") var person = false
        @Flag(help: "All the staff.") var staff = false
        @Flag(help: "Everybody, persons and staff.") var everybody = false
        @Flag(help: "Of the demonstration.") var demo = false

        func validate() throws {
            guard [account != nil, person, staff, everybody].count(where: \.self) == 1 else {
                throw ValidationError("Say whose: --account NUMBER, --person, --staff or --everybody.")
            }
        }

        func run() async throws {
            let run = person ? RUN(readLine() ?? "") : nil
            if person, run == nil { throw Stopped("The standard input held no RUN. Write it as 12345678-5.") }
            let house = try Opening.withSecrets(isDemonstration: demo)
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let count = try await end(run, house)
            await house.database.close()
            print("\(count) sessions ended.")
        }

        private func end(_ run: RUN?, _ house: House) async throws -> Int {
            let sessions = house.sessions
            if let account { return try await sessions.end(of: .staff(account), by: StaffCommand.operators) }
            guard let run else { return try await sessions.endEverybody(onlyStaff: staff, by: StaffCommand.operators) }
            let people = PeopleDesk(keyring: house.keyring)
            var count = 0
            for found in try await house.database.read({ try people.find(.run(run), $0) }) {
                count += try await sessions.end(of: .citizen(found), by: StaffCommand.operators)
            }
            return count
        }
    }
}

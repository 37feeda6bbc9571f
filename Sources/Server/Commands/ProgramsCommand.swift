import ArgumentParser
import Catalog
import Civic
import Identity
import Ports
import Storage

struct ProgramsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programs", abstract: "Programs of institutions that call the interface, and their tokens.",
        subcommands: [List.self, Add.self, Close.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows the programs.")

        func run() async throws {
            let programs = try await working { try await $0.all() }
            for program in programs {
                let until = program.closed.map { "closed \(Day(of: $0).iso)" } ?? "until \(Day(lastBefore: program.ends).iso)"
                print("  \(program.id)  \(program.institution)  \(program.name)  \(until)")
            }
            if programs.isEmpty { print("There are none. Add one with: ventanilla programs add INSTITUTION NAME") }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a program and shows its token, this once.")
        @Argument(help: "The key of the institution, as in the catalogue.") var institution: String
        @Argument(help: "What the program is called.") var name: String
        @Option(help: "For how many days the token holds.") var days = 365

        func run() async throws {
            guard (1...ProgramDesk.mostDays).contains(days) else { throw Stopped("--days is between 1 and \(ProgramDesk.mostDays).") }
            guard !name.isEmpty, name.count <= 80 else { throw Stopped("A name has between 1 and 80 letters.") }
            let house = try Opening.withoutSecrets()
            let isKnown = try await house.directory.institutions().contains { $0.key == institution }
            await house.database.close()
            guard isKnown else { throw Stopped("The catalogue has no institution \(institution).") }
            let added = try await working {
                try await $0.add(institution: institution, name: name, days: days, by: Actor(.system(1), assurance: .verified))
            }
            print("Program \(added.id) may call. Its token is not shown again:\n  \(added.token)")
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes a program's token away.")
        @Argument(help: "Its number.") var number: Int64

        func run() async throws {
            guard try await working({ try await $0.close(number, by: Actor(.system(1), assurance: .verified)) }) else {
                throw Stopped("No program \(number) is open. See them with: ventanilla programs")
            }
            print("It can't call any more.")
        }
    }
}

private func working<Answer: Sendable>(_ work: (ProgramDesk) async throws -> Answer) async throws -> Answer {
    let house = try Opening.withoutSecrets()
    try await house.database.mustBeMigrated(House.schemas)
    try await house.database.join()
    let answer = try await work(house.programDesk)
    await house.database.close()
    return answer
}

import ArgumentParser
import Civic
import Storage

struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "Shows the jobs that were given up, and starts them again.", subcommands: [List.self, Restart.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows the jobs that were given up.")

        func run() async throws {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            let dead = try await JobQueue(house.database, keyring: house.keyring).dead()
            await house.database.close()
            for job in dead { print("  \(job.id)  \(job.kind)  \(job.tries) tries  \(job.failure)") }
            print(
                dead.isEmpty
                    ? "No job was given up." : "Start one again with: ventanilla jobs restart NUMBER, or all of them with: restart all")
        }
    }

    struct Restart: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Starts jobs again that were given up.")
        @Argument(help: "Numbers of jobs, or: all") var numbers: [String]

        func run() async throws {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let queue = JobQueue(house.database, keyring: house.keyring)
            let dead = Set(try await queue.dead(limit: 100_000).map(\.id))
            let asked = numbers == ["all"] ? dead : Set(numbers.compactMap { Int64($0) }).intersection(dead)
            let operators = Actor(
                .system(1), assurance: .verified, roles: [Role("operator", [.runJobs])], scope: Scope(sensitivities: [.ordinary]))
            let count = try await queue.restart(asked.sorted(), by: operators)
            await house.database.close()
            guard count > 0 else { throw Stopped("None of these is a job that was given up. See them with: ventanilla jobs") }
            print("\(count) jobs start again.")
        }
    }
}

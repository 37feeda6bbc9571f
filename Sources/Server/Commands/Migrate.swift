import ArgumentParser
import Statistics
import Storage

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Brings the database to the schema of this program.")

    func run() async throws {
        let house = try Opening.withoutSecrets()
        let done = try await house.database.migrate(House.schemas) { print("  \($0)") }
        let verification = VerificationDesk(house.database)
        if try await verification.isBehind() {
            try await house.database.join()
            try await house.whileAlive { try await verification.fill { print("  counting the record anew: \($0) of \($1) days") } }
        }
        print(done.isEmpty ? "The database is up to date." : "\(done.count) migrations done.")
        await house.database.close()
    }
}

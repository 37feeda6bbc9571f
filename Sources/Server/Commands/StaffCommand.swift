import ArgumentParser
import Civic
import Identity
import Storage

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "The accounts of the staff.", subcommands: [Create.self, List.self, Close.self],
        defaultSubcommand: List.self)

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Opens an account, and shows once the password with which it begins.",
            discussion: """
                The first administrator:
                  ventanilla staff create --login maria --name "Maria Perez" --institution IPS --post "Jefatura" --role administrator
                The password is good for three days, and only to choose one's own at /mesa/ingresar.
                """)
        @Option(help: "What they sign in as: 3 to 60 small letters, digits, points and hyphens.") var login: String
        @Option(help: "Their name.") var name: String
        @Option(help: "The key of their institution, as in Catalogue/institutions.csv.") var institution: String
        @Option(help: "Their post, as the institution calls it. Persons who ask who looked at their data read it.") var post: String
        @Option(help: "The number of the point of service where they attend.") var point: Int?
        @Option(help: "A role: \(StaffRole.allCases.map(\.rawValue).joined(separator: ", ")). May be given again.")
        var role: [String] = []
        @Option(help: "How far the roles reach: \(StaffReach.allCases.map(\.rawValue).joined(separator: ", ")).") var reach = "network"
        @Option(
            help:
                "A class of matters that the roles see beside the ordinary ones: \(Self.classes.joined(separator: ", ")). May be given again."
        )
        var sees: [String] = []
        @Flag(help: "Of the demonstration.") var demo = false

        private static let classes = Sensitivity.allCases.filter { $0 != .ordinary }.map { "\($0)" }

        func run() async throws {
            guard let login = StaffLogin(login) else {
                throw Stopped("\"\(login)\" can't be a login. Use 3 to 60 small letters, digits, points or hyphens.")
            }
            guard let reach = StaffReach(rawValue: reach) else {
                throw Stopped("\"\(reach)\" is no reach. See: ventanilla staff create --help")
            }
            let seen = try Set(
                sees.map { name in
                    guard let found = Sensitivity.allCases.first(where: { $0 != .ordinary && "\($0)" == name }) else {
                        throw Stopped("\"\(name)\" is no class of matters; there are: \(Self.classes.joined(separator: ", ")).")
                    }
                    return found
                })
            if !seen.isEmpty, role.isEmpty { throw Stopped("A class is seen in a role: --sees needs --role.") }
            let roles = try role.map { name in
                guard let role = StaffRole(rawValue: name),
                    let new = NewRole(role, reach, point: point.map(Int64.init), sensitivities: seen)
                else {
                    throw Stopped("\"\(name)\" is no role, or its reach needs --point. See: ventanilla staff create --help")
                }
                return new
            }
            let house = try await StaffCommand.house(isDemonstration: demo)
            let account = NewAccount(
                login: login, name: name, institution: institution, post: post, point: point.map(Int64.init))
            let made: (id: Int64, password: String?)
            do {
                made = try await house.staff.create(account, by: StaffCommand.operators)
                for role in roles { try await house.staff.give(role, to: made.id, by: StaffCommand.operators) }
            } catch is LoginTaken {
                await house.database.close()
                throw Stopped("Somebody has the login \"\(login.plain)\" already. Choose another, or see: ventanilla staff list")
            }
            await house.database.close()
            print("The account \(made.id) is open. Its one-time password, shown now and never again:\n\n  \(made.password ?? "")\n")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows the accounts.")
        @Flag(help: "Of the demonstration.") var demo = false

        func run() async throws {
            let house = try await StaffCommand.house(isDemonstration: demo)
            let accounts = try await house.staff.list(by: StaffCommand.operators)
            await house.database.close()
            for account in accounts {
                let standing = account.isClosed ? "closed" : account.isNew ? "new" : "open"
                print("  \(account.id)  \(account.login)  \(account.institution)  \(account.post)  \(standing)")
            }
            if accounts.isEmpty { print("There is no account. Open the first one with: ventanilla staff create --help") }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Closes accounts and their sessions.")
        @Argument(help: "Numbers of accounts.") var accounts: [Int64]
        @Flag(help: "Of the demonstration.") var demo = false

        func run() async throws {
            let house = try await StaffCommand.house(isDemonstration: demo)
            do {
                for account in accounts { try await house.staff.close(account, by: StaffCommand.operators) }
            } catch is NotFound {
                await house.database.close()
                throw Stopped("One of these is no account. See them with: ventanilla staff list")
            }
            await house.database.close()
            print("Closed, with all their sessions.")
        }
    }

    /// Whoever may run commands on the server, as the audit names it.
    static let operators = Actor(
        .system(6), assurance: .verified, roles: [Role("operators", [.manageStaff])],
        scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))

    private static func house(isDemonstration: Bool) async throws -> House {
        let house = try Opening.withSecrets(isDemonstration: isDemonstration)
        try await house.database.mustBeMigrated(House.schemas)
        try await house.database.join()
        return house
    }
}

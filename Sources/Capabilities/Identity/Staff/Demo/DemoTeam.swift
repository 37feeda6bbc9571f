import Civic
import Storage

/// Somebody of the team of the demonstration.
public struct DemoMember: Sendable, Hashable {
    public let login: String
    let name: String
    public let password: String
    public let role: StaffRole
    /// Another than that of the others.
    var institution: String?
}

/// A small team, one for each role and a second who decides (an appeal is answered by another), two of a municipality, with passwords that everybody knows. It is made by the demonstration alone.
extension StaffDesk {
    /// The members as they are shown where they sign in.
    public static let demoTeam: [DemoMember] = [
        DemoMember(login: "agente", name: "Carla Soto D\u{ed}az", password: "copihue-de-la-agente", role: .agent),
        DemoMember(login: "supervisora", name: "Marta Leiva Rojas", password: "copihue-de-la-supervisora", role: .supervisor),
        DemoMember(login: "jefatura", name: "Gloria Mena Silva", password: "copihue-de-la-jefatura", role: .supervisor),
        DemoMember(
            login: "municipalidad", name: "Sonia Paredes Lagos", password: "copihue-de-la-municipalidad", role: .supervisor,
            institution: "MUNI"),
        DemoMember(
            login: "alcaldia", name: "Ra\u{fa}l Tapia Mora", password: "copihue-de-la-alcaldia", role: .supervisor, institution: "MUNI"),
        DemoMember(login: "editor", name: "Pablo N\u{fa}\u{f1}ez Vera", password: "copihue-del-editor", role: .editor),
        DemoMember(login: "publicadora", name: "In\u{e9}s Godoy Paz", password: "copihue-de-la-publicadora", role: .publisher),
        DemoMember(login: "contraparte", name: "Luis Araya Pino", password: "copihue-de-la-contraparte", role: .counterpart),
        DemoMember(login: "analista", name: "Tom\u{e1}s Reyes Cid", password: "copihue-del-analista", role: .analyst),
        DemoMember(login: "delegada", name: "Roc\u{ed}o Vidal Mora", password: "copihue-de-la-delegada", role: .officer),
        DemoMember(login: "auditor", name: "Hugo Salas Tapia", password: "copihue-del-auditor", role: .auditor),
        DemoMember(login: "administradora", name: "Elena Bravo Ruiz", password: "copihue-de-la-administradora", role: .administrator),
    ]

    /// Makes whoever of the team is not there yet, with a second factor whose codes the demonstration shows. `mails` are those by which the
    /// double of an institution's provider, of this issuer, knows some of them, by login.
    public func seedDemonstration(
        institution: String, point: Int64, titles: [StaffRole: String], mails: [String: String], issuer: String
    ) async throws {
        let (accounts, secrets, roles, links) = (accounts, secrets, roles, LinkStore(keyring: keyring))
        // Everybody knows these passwords: to work on them for long would keep nobody out.
        let line = PasswordLine(PasswordWork(log2Rounds: 10))
        for member in Self.demoTeam {
            guard let login = StaffLogin(member.login) else { continue }
            guard try await database.read({ try accounts.id(of: login, $0) }) == nil else { continue }
            let hash = try await line.hash(member.password)
            let new = NewAccount(
                login: login, name: member.name, institution: member.institution ?? institution, post: titles[member.role] ?? member.login,
                point: point)
            try await database.write { transaction in
                guard let id = try accounts.insert(new, person: nil, hash, until: transaction.now + 1, transaction),
                    let role = NewRole(member.role, .network)
                else { return }
                try secrets.setPassword(hash, until: nil, of: id, transaction)
                try secrets.confirm(.new(), step: 0, of: id, transaction)
                _ = try roles.insert(role, to: id, by: nil, transaction)
                if let mail = mails[member.login] { try links.insert(.account, mail, issuer: issuer, to: id, transaction) }
                try transaction.record(
                    Event("staff.opened", object: AuditEntry.Object("staff", id)), by: Actor(.system(9), assurance: .verified))
            }
        }
    }
}

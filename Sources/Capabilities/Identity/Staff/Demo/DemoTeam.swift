import Civic
import Storage

/// Somebody of the team of the demonstration.
public struct DemoMember: Sendable, Hashable {
    public let login: String
    public let password: String
    public let role: StaffRole
}

/// A small team, one for each role, with passwords that everybody knows. It is made by the demonstration alone.
extension StaffDesk {
    /// The members as they are shown where they sign in.
    public static let demoTeam: [DemoMember] = [
        DemoMember(login: "agente", password: "copihue-de-la-agente", role: .agent),
        DemoMember(login: "supervisora", password: "copihue-de-la-supervisora", role: .supervisor),
        DemoMember(login: "editor", password: "copihue-del-editor", role: .editor),
        DemoMember(login: "publicadora", password: "copihue-de-la-publicadora", role: .publisher),
        DemoMember(login: "contraparte", password: "copihue-de-la-contraparte", role: .counterpart),
        DemoMember(login: "analista", password: "copihue-del-analista", role: .analyst),
        DemoMember(login: "delegada", password: "copihue-de-la-delegada", role: .officer),
        DemoMember(login: "auditor", password: "copihue-del-auditor", role: .auditor),
        DemoMember(login: "administradora", password: "copihue-de-la-administradora", role: .administrator),
    ]

    /// Makes whoever of the team is not there yet, with a second factor whose codes the demonstration shows.
    public func seedDemonstration(institution: String, point: Int64, names: [StaffRole: String]) async throws {
        let (accounts, secrets, roles) = (accounts, secrets, roles)
        for member in Self.demoTeam {
            guard let login = StaffLogin(member.login) else { continue }
            guard try await database.read({ try accounts.id(of: login, $0) }) == nil else { continue }
            let hash = try await line.hash(member.password)
            let new = NewAccount(
                login: login, name: names[member.role] ?? member.login, institution: institution, post: names[member.role] ?? member.login,
                point: point)
            try await database.write { transaction in
                guard let id = try accounts.insert(new, person: nil, hash, until: transaction.now + 1, transaction),
                    let role = NewRole(member.role, .network)
                else { return }
                try secrets.setPassword(hash, until: nil, of: id, transaction)
                try secrets.confirm(.new(), step: 0, of: id, transaction)
                _ = try roles.insert(role, to: id, by: nil, transaction)
                try transaction.record(Event("staff.opened", object: AuditEntry.Object("staff", id)), by: Actor(.system(9), assurance: .verified))
            }
        }
    }
}

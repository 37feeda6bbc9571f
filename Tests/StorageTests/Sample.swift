@testable import Storage
import TestKit

/// The tables that the conformance suite works on.
enum Sample {
    static let schema = Schema(
        "sample",
        [
            Migration(
                "first",
                [
                    .create(
                        Table(
                            "piece",
                            [
                                .id(), .int("number").optional, .real("fraction").optional, .text("words").optional,
                                .bytes("content").optional,
                            ])),
                    .create(Table("account", [.id(), .text("name").unique, .int("pesos").check("pesos >= 0")])),
                    .create(Table("entry", [.id(), .int("account").references("account"), .int("pesos")])),
                    .create(Table("task", [.id(), .int("done"), .int("worker").optional])),
                ])
        ])

    /// A refusal of the tests, as a rule of a capability throws it.
    struct Refusal: Error, Hashable {
        let reason: String
    }

    /// An account of no pesos at the central branch.
    static func openAccount(_ id: Int64, _ transaction: Transaction) throws {
        try transaction.execute("INSERT INTO account (id, name, pesos) VALUES (\(id), \("\(World.Branch.name) \(id)"), \(Int64(0)))")
    }

    static func pesos(of account: Int64, in database: Database) async throws -> Int64? {
        try await database.read { try $0.value("SELECT pesos FROM account WHERE id = \(account)") }
    }

    static func count(_ table: StaticString, in database: Database) async throws -> Int {
        try await database.read { try $0.value("SELECT COUNT(*) FROM \(SQL.composed(table.description))") ?? -1 }
    }

    static func ids(_ table: StaticString, in database: Database) async throws -> [Int64] {
        try await database.read { try $0.all("SELECT id FROM \(SQL.composed(table.description)) ORDER BY id") { try $0.at(0) } }
    }
}

extension Database {
    /// The kind of fault that an act meets, or nil when it meets none.
    func faultOfAct(_ block: @escaping @Sendable (Transaction) throws -> Void) async throws -> StorageFault.Kind? {
        do {
            try await write(block)
            return nil
        } catch let fault as StorageFault {
            return fault.kind
        }
    }

    /// The kind of fault that a read meets, or nil when it meets none.
    func faultOfRead(_ block: @escaping @Sendable (Snapshot) throws -> Void) async throws -> StorageFault.Kind? {
        do {
            try await read(block)
            return nil
        } catch let fault as StorageFault {
            return fault.kind
        }
    }
}

import Civic
import Crypto
import Foundation
import Storage

/// A program of an institution that may call the interface.
public struct Program: Sendable, Hashable {
    public let id: Int64
    public let institution: String
    public let name: String
    public let ends: Instant
    public let closed: Instant?
}

/// Gives programs their tokens, takes them away, and knows who calls.
public struct ProgramDesk: Sendable {
    /// Nobody calls with one token for longer than this.
    public static let mostDays = 366

    private let database: Database
    private let clock: Clock
    private let store = ProgramStore()

    public init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// Gives a token, which is shown this once and kept by nobody: 256 bits of chance.
    public func add(institution: String, name: String, days: Int, by actor: Actor) async throws -> (id: Int64, token: String) {
        let token =
            "vt_"
            + Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let ends = Instant(milliseconds: clock.now.milliseconds + Int64(min(days, Self.mostDays)) * 86_400_000)
        let id = try await database.write { transaction in
            let id = try store.insert(institution: institution, name: name, digest: Self.digest(token), ends: ends, transaction)
            try transaction.record(Event("program.added", object: .init("program", id)), by: actor)
            return id
        }
        return (id, token)
    }

    public func all() async throws -> [Program] { try await database.read(store.all) }

    /// False when there is no such program, or it was closed before.
    public func close(_ id: Int64, by actor: Actor) async throws -> Bool {
        try await database.write { transaction in
            guard try store.close(id, transaction) else { return false }
            try transaction.record(Event("program.closed", object: .init("program", id)), by: actor)
            return true
        }
    }

    /// Who shows this token: for its institution, whatever a program may do. nil when it does not hold.
    public func actor(_ token: String, may permissions: Set<Permission>) async throws -> Actor? {
        guard token.utf8.count < 100 else { return nil }
        let (digest, now) = (Self.digest(token), clock.now)
        return try await database.read { try store.program(digest, at: now, $0) }.map { program in
            Actor(
                .institution(program.id), assurance: .verified, roles: [Role("program", permissions)],
                scope: Scope(points: .all, institutions: .only([program.institution]), sensitivities: [.ordinary]))
        }
    }

    /// The institution that a program works for; nil for anybody who is no program.
    public func institution(of actor: Actor) async throws -> String? {
        guard case .institution(let id) = actor.identity else { return nil }
        return try await database.read { try store.institution(of: id, $0) }
    }

    private static func digest(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Data(token.utf8))) }
}

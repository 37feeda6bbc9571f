import Civic
import Storage
import TestKit
import Testing

@testable import Persons
@testable import Server

/// Records that were two, are one, and were one.
extension MatrixThings {
    /// A colleague asked that two records become one.
    func unionRequest() async throws -> Int64 { try await asked().request }

    /// Two records are one.
    func merger() async throws -> Int64 { try await merged().id }

    /// Two records were one, and a contact came meanwhile.
    func remainder() async throws -> Int64 {
        let (unions, merger) = (opened.house.unions, try await merged())
        _ = try await attention(.ownPoint, by: colleague(), of: merger.kept)
        let request = try await unions.propose(undoing: merger.id, because: "Son dos", by: near, once: Self.once())
        try await unions.decide(request, isRight: true, by: far, once: Self.once())
        return try #require(try await unions.remainders().first { $0.merger == merger.id }).id
    }

    private func merged() async throws -> Merger {
        let (request, kept) = try await asked()
        try await opened.house.unions.decide(request, isRight: true, by: far, once: Self.once())
        let mergers = MergerDesk(keyring: World.keyring)
        return try #require(try await opened.database.read { try mergers.merged(into: kept, $0) }.first)
    }

    private func asked() async throws -> (request: Int64, kept: PersonID) {
        let (merged, kept) = (try await person(), try await person())
        let request = try await opened.house.unions.propose(merged, into: kept, because: "Es la misma", by: near, once: Self.once())
        return (request, kept)
    }

    private var near: Actor { Self.member(colleague(), [.mergePersons]) }
    private var far: Actor { Self.member(colleague(.otherPoint), [.mergePersons]) }
}

import Civic
import Storage
import TestKit
import Testing

@testable import DataRights
@testable import Mandates
@testable import Server

/// Requests about data, breaches, and mandates on paper.
extension MatrixThings {
    /// A person asked something about their data; whoever is named has taken it.
    func request(takenBy staff: Int64? = nil) async throws -> String {
        let desk = opened.house.requestDesk
        let (person, people) = (try await person(), PeopleDesk(keyring: World.keyring))
        let line = try #require(
            try await opened.database.read { try people.traces(of: person, verb: "person.registered", limit: 1, $0) }.first)
        let receipt = try await desk.file(
            NewRequest(subject: person, right: .question, words: "Quiero saber", trace: line.id, isShown: true, language: "es"),
            once: Self.once(),
            by: Actor(.citizen(person), assurance: .verified))
        if let staff {
            try await desk.take(
                try #require(CheckedCode(typed: receipt.code)), once: Self.once(), by: Self.member(staff, [.answerRights]))
        }
        return receipt.code
    }

    /// Something of which somebody must be told.
    func breach() async throws -> String {
        let (desk, now) = (opened.house.breachDesk, opened.house.clock.now)
        let finding = try #require(
            try await desk.find(.account(colleague()), from: Instant(milliseconds: now.milliseconds - 60_000), to: now))
        return try await desk.keep(finding, known: now, by: OpenedHouse.operators).code.plain
    }

    /// A mandate that a colleague at that point wrote down.
    func mandate(_ owner: MatrixOwner) async throws -> Int64 {
        let (colleague, person) = (colleague(owner), try await person())
        let attention = try await attention(owner, by: colleague, of: person)
        return try await opened.house.mandates.record(
            try #require(RUN(number: 20_347_878)), .notarialLetter, paper: "Carta de la notaría", days: 30, of: person, within: attention,
            by: colleague, Self.member(colleague, [.grantMandates]), telling: nil, once: Self.once())
    }
}

import Civic
import Storage
import TestKit
import Testing

@testable import Stations

@Suite("A look at an attention drawn by chance")
struct ReviewTests {
    private static let marks: [String: Review.Mark] = ["acogida": .met, "producto": .unmet, "tiempo": .beside]

    private static func drawn(_ branch: Branch) async throws -> Int64 {
        try await branch.shifts.open(Branch.fourth, by: Branch.agent, once: Branch.once())
        try await branch.attended(by: Branch.agent)
        return try await branch.reviews.draw(by: Branch.supervisor, once: Branch.once())
    }

    @Test("is filled in before another is drawn, and no attention is looked at twice", arguments: Engine.available)
    func draw(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            await #expect(throws: NothingToReview.self) { _ = try await branch.reviews.draw(by: Branch.supervisor, once: Branch.once()) }
            let first = try await Self.drawn(branch)
            try await branch.attended(by: Branch.agent)
            #expect(try await branch.reviews.draw(by: Branch.supervisor, once: Branch.once()) == first)
            #expect(try await branch.reviews.own(Branch.agent).isEmpty)
            try await branch.reviews.mark(first, Self.marks, by: Branch.supervisor, once: Branch.once())
            let second = try await branch.reviews.draw(by: Branch.supervisor, once: Branch.once())
            #expect(second != first)
            try await branch.reviews.mark(second, Self.marks, by: Branch.supervisor, once: Branch.once())
            await #expect(throws: NothingToReview.self) { _ = try await branch.reviews.draw(by: Branch.supervisor, once: Branch.once()) }
            let own = try await branch.reviews.own(Branch.agent)
            #expect(own.map(\.review.marks) == [Self.marks, Self.marks])
        }
    }

    @Test("never draws one's own attention, nor one at a point out of reach, nor one that goes on", arguments: Engine.available)
    func reach(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            try await branch.shifts.open(Branch.fourth, by: Branch.supervisor, once: Branch.once())
            try await branch.attended(by: Branch.supervisor)
            await #expect(throws: NothingToReview.self) { _ = try await branch.reviews.draw(by: Branch.supervisor, once: Branch.once()) }
            await #expect(throws: NothingToReview.self) { _ = try await branch.reviews.draw(by: Branch.elsewhere, once: Branch.once()) }
            let id = try await branch.reviews.draw(by: Branch.other, once: Branch.once())
            await #expect(throws: NotFound.self) { _ = try await branch.reviews.read(id, by: Branch.supervisor) }
            await #expect(throws: NotFound.self) { _ = try await branch.reviews.read(id, by: Branch.elsewhere) }
            #expect(try await branch.reviews.read(id, by: Branch.other).contact.agent == 9)
        }
    }

    @Test("is contested by its agent, and decided by neither of the two", arguments: Engine.available)
    func contest(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            let id = try await Self.drawn(branch)
            let desk = try branch.reviews
            await #expect(throws: ReviewMoved.self) { try await desk.contest(id, "Aún no.", by: Branch.agent, once: Branch.once()) }
            try await desk.mark(id, Self.marks, by: Branch.supervisor, once: Branch.once())
            await #expect(throws: NotFound.self) { try await desk.contest(id, "No es mía.", by: Branch.colleague, once: Branch.once()) }
            try await desk.contest(id, "El trámite era ese.", by: Branch.agent, once: Branch.once())
            let stored = try await branch.database.read { try $0.value("SELECT words FROM quality_review", as: [UInt8].self) }
            #expect(stored.map { !String(decoding: $0, as: UTF8.self).contains("era ese") } == true)
            #expect(try await desk.contested(by: Branch.supervisor).isEmpty)
            await #expect(throws: ReviewMoved.self) { try await desk.answer(id, keeps: true, by: Branch.supervisor, once: Branch.once()) }
            #expect(try await desk.contested(by: Branch.other).map(\.review.id) == [id])
            #expect(try await desk.read(id, by: Branch.other).words == "El trámite era ese.")
            try await desk.answer(id, keeps: false, by: Branch.other, once: Branch.once())
            #expect(try await desk.own(Branch.agent).map(\.review.standing) == [.withdrawn])
            await #expect(throws: ReviewMoved.self) { try await desk.contest(id, "Otra vez.", by: Branch.agent, once: Branch.once()) }
        }
    }
}

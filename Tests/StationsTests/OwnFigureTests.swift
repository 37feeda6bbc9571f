import Civic
import Storage
import TestKit
import Testing

@testable import Stations

@Suite("What is counted of an agent")
struct OwnFigureTests {
    @Test("is seen by themselves, contested once, and decided by somebody else who oversees", arguments: Engine.available)
    func contest(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            try await branch.shifts.open(Branch.fourth, by: Branch.supervisor, once: Branch.once())
            try await branch.attended(by: Branch.supervisor)
            let own = try #require(try await branch.figures.own(Branch.supervisor).first)
            #expect(own.figures.attentions == 1 && own.contest == nil)
            #expect(try await branch.figures.own(Branch.agent).isEmpty)
            let shift = own.figures.shift.id
            await #expect(throws: NotFound.self) {
                try await branch.figures.contest(shift, "No es mía.", by: Branch.agent, once: Branch.once())
            }
            try await branch.figures.contest(shift, "Hubo un corte de luz.", by: Branch.supervisor, once: Branch.once())
            await #expect(throws: ContestMoved.self) {
                try await branch.figures.contest(shift, "Otra vez.", by: Branch.supervisor, once: Branch.once())
            }
            #expect(try await branch.figures.waiting(for: Branch.supervisor) == 0, "nobody decides about themselves")
            #expect(try await branch.figures.waiting(for: Branch.elsewhere) == 0)
            let open = try #require(try await branch.figures.open(by: Branch.other).first)
            #expect(open.words == "Hubo un corte de luz.")
            let id = try #require(open.contest).id
            await #expect(throws: ContestMoved.self) {
                try await branch.figures.decide(id, .setAside, by: Branch.supervisor, once: Branch.once())
            }
            await #expect(throws: Forbidden.self) {
                try await branch.figures.decide(id, .setAside, by: Branch.elsewhere, once: Branch.once())
            }
            try await branch.figures.decide(id, .setAside, by: Branch.other, once: Branch.once())
            #expect(try await branch.figures.own(Branch.supervisor).map { $0.contest?.verdict } == [.setAside])
            try await branch.shifts.open(ShiftPlace(point: 1, window: "5", channel: .branch), by: Branch.agent, once: Branch.once())
            try await branch.attended(by: Branch.agent)
            let review = try await branch.reviews.draw(by: Branch.supervisor, once: Branch.once())
            try await branch.reviews.mark(review, ["tiempo": .met], by: Branch.supervisor, once: Branch.once())
            branch.clock.move(byMilliseconds: Int64(OwnFigureDesk.days) * 86_400_000)
            try await branch.shifts.sweep(olderThan: OwnFigureDesk.days + 1)
            #expect(try await branch.reviews.own(Branch.agent).count == 1)
            try await branch.shifts.sweep(olderThan: OwnFigureDesk.days - 1)
            #expect(try await branch.reviews.own(Branch.agent).isEmpty)
            #expect(try await branch.database.read { try $0.value("SELECT COUNT(*) AS n FROM station_shift", as: Int.self) } == 0)
            #expect(try await branch.figures.own(Branch.supervisor).isEmpty)
        }
    }
}

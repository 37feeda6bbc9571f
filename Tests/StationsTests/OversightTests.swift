import Civic
import Storage
import TestKit
import Testing

@testable import Stations

@Suite("The board of whoever oversees")
struct OversightTests {
    @Test("shows who attends within reach, and nobody else", arguments: Engine.available)
    func agents(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            try await branch.shifts.open(Branch.fourth, by: Branch.agent, once: Branch.once())
            try await branch.shifts.open(ShiftPlace(point: 1, window: "5", channel: .branch), by: Branch.colleague, once: Branch.once())
            try await branch.attended(by: Branch.agent)
            let agents = try await branch.oversight().board(by: Branch.supervisor).agents
            #expect(agents.map(\.shift.staff) == [7, 8])
            #expect(agents.map(\.attentions) == [1, 0])
            #expect(try await branch.oversight().board(by: Branch.elsewhere).agents.isEmpty)
            await #expect(throws: Forbidden.self) { _ = try await branch.oversight().board(by: Branch.agent) }
            branch.clock.move(byMilliseconds: Shift.most)
            #expect(try await branch.oversight().board(by: Branch.supervisor).agents.isEmpty)
        }
    }

    @Test("compares the day with the mean of the same weekday, until the half hour that goes on", arguments: Engine.available)
    func day(_ engine: Engine) async throws {
        try await Branch.on(engine) { branch in
            let today = Day(of: Instant(milliseconds: TestClock.monday))
            let nine = 18
            let desk = branch.oversight { day in
                var halves = Array(repeating: 0, count: 48)
                halves[nine - 1] = day == today ? 5 : 2
                halves[nine] = 100
                // One of the four weeks was a holiday, and the days between are other weekdays.
                let weeks = (today.number - day.number) / 7
                return (today.number - day.number) % 7 == 0
                    ? (weeks == 2 ? nil : halves.map { $0 * max(1, weeks) }) : Array(repeating: 9, count: 48)
            }
            let curve = try await desk.curve(by: Branch.supervisor)
            #expect(curve.present == nine)
            #expect(curve.soFar == 5)
            #expect(curve.usualSoFar == Double(2 + 6 + 8) / 3)
            #expect(try await branch.oversight().curve(by: Branch.supervisor).usual == nil)
        }
    }
}

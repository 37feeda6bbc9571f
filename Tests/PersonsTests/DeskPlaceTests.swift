import Civic
import Ports
import TestKit
import Testing

@testable import Persons

@Suite("Where somebody attends")
struct DeskPlaceTests {
    private static func place(_ station: AgentStations.Station?, post: Int64?) -> DeskPlace {
        DeskPlace(
            posts: StaffPosts { _ in .init(title: "Agente", institution: "IPS", point: post) },
            stations: AgentStations(
                present: { _ in station }, all: { [] }, attends: { _, _ in nil }, isFree: { _, _ in }, left: { _ in nil }))
    }

    @Test("is the place that they opened, or else the point of their post, or the one that they reach")
    func order() async throws {
        let here = World.Branch.id
        let opened = Self.place(.init(point: here, window: "2", channel: .branch), post: nil)
        #expect(try await opened.target(of: Counter.agent, for: .findPersons).point == here)
        #expect(try await Self.place(nil, post: here).target(of: Counter.agent, for: .findPersons).point == here)
        #expect(try await Self.place(nil, post: nil).target(of: Counter.agent, for: .findPersons).point == here)
        await #expect(throws: Forbidden.self) { _ = try await opened.target(of: Counter.staff(7, []), for: .findPersons) }
    }

    @Test("is no place that was opened before the role there was taken away")
    func withdrawn() async throws {
        let elsewhere = Self.place(.init(point: World.Branch.id + 1, window: "2", channel: .branch), post: World.Branch.id)
        #expect(try await elsewhere.target(of: Counter.agent, for: .findPersons).point == World.Branch.id)
    }
}

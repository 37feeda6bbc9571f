import Civic
import Foundation
import Ports
import Storage
import TestKit
import Testing

@testable import Intake

@Suite("A report")
struct ReportTests {
    private static let program = Actor(
        .institution(5), assurance: .verified, roles: [Role("program", [.reportContacts])],
        scope: Scope(points: .all, institutions: .only(["IPS"]), sensitivities: [.ordinary]))

    /// A Monday of the world, before its nine o'clock.
    private static func contact(_ id: String, _ change: (inout ReportedContact) -> Void = { _ in }) -> ReportedContact {
        var contact = ReportedContact(
            id: id, at: "2026-11-02T10:00:00-03:00", medium: "desk", channel: "branch", point: 1, product: 5013, act: "information",
            outcome: "resolved", wait: 60, duration: 300)
        change(&contact)
        return contact
    }

    private static func desk(_ network: Network) -> ReportDesk {
        ReportDesk(
            network.database, keyring: World.keyring, places: Network.points, products: Network.products, journeys: Journeys(days: 30),
            clock: .fixed(Instant(milliseconds: network.clock.now())))
    }

    @Test("is recorded once for each name; another content under it is kept apart, and the first stands", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            let desk = Self.desk(network)
            let first = try await desk.take([Self.contact("a-1"), Self.contact("a-2")], of: "IPS", by: Self.program)
            guard case .recorded(let number) = first[0], case .recorded = first[1] else { throw StorageFault(.shape, "\(first)") }
            let other = Self.contact("a-1") { $0.outcome = "pending" }
            let again = try await desk.take(
                [Self.contact("a-1"), other, Self.contact("a-3"), Self.contact("a-3")], of: "IPS", by: Self.program)
            #expect(again[0] == .repeated(number) && again[1] == .conflict(number))
            guard case .recorded(let third) = again[2] else { throw StorageFault(.shape, "\(again)") }
            #expect(again[3] == .repeated(third), "twice in one request is once")
            #expect(try await network.count() == 3)
            let kept = try await network.database.read { try ConflictStore(keyring: World.keyring).newest(10, $0) }
            #expect(kept.map(\.interaction) == [number] && kept.first?.second.outcome == "pending")
            #expect(try await network.count("outcome = 1") == 3, "what was recorded first did not change")
        }
    }

    @Test(
        "leaves nobody's number where nobody would look for it: neither what conflicts nor any digest gives it away",
        arguments: Engine.available)
    func sealed(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            let desk = Self.desk(network)
            let rosa = Self.contact("a") { $0.person = .init(run: World.Citizen.run, assurance: "verified") }
            let again = Self.contact("a") { ($0.person, $0.wait) = (.init(run: World.Citizen.run, assurance: "verified"), 7) }
            _ = try await desk.take([rosa], of: "IPS", by: Self.program)
            _ = try await desk.take([again], of: "IPS", by: Self.program)
            let kept = try await network.database.read { try ConflictStore(keyring: World.keyring).newest(10, $0) }
            #expect(kept.map(\.second.person?.run) == [""])
            let other = Keyring(World.key(2))
            let known = try await network.database.read { try ReportStore(keyring: other).known(["a"], of: "IPS", $0) }
            #expect(known.isEmpty, "without the key no name is found by trying")
        }
    }

    @Test("is refused with everything that is wrong with it, and the others of its batch are taken", arguments: Engine.available)
    func refused(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            let wrong: [(ContactProblem, ReportedContact)] = [
                (.name, Self.contact("two words")), (.name, Self.contact("12345678-5")), (.name, Self.contact("")),
                (.at, Self.contact("b") { $0.at = "yesterday" }), (.future, Self.contact("c") { $0.at = "2031-01-01T00:00:00Z" }),
                (.past, Self.contact("d") { $0.at = "1980-01-01T00:00:00Z" }), (.medium, Self.contact("e") { $0.medium = "smoke" }),
                (.channel, Self.contact("f") { $0.channel = "radio" }), (.act, Self.contact("g") { $0.act = "correction" }),
                (.outcome, Self.contact("h") { $0.outcome = "well" }), (.modality, Self.contact("i") { $0.modality = "robot" }),
                (.point, Self.contact("j") { $0.point = 99 }), (.product, Self.contact("k") { $0.product = 1 }),
                (.wait, Self.contact("l") { $0.wait = -1 }), (.duration, Self.contact("m") { $0.duration = 90_000 }),
                (.closedPoint, Self.contact("n") { $0.at = "2019-04-14T12:00:00Z" }),
                (.person, Self.contact("o") { $0.person = .init(run: "12345678-9", assurance: "declared") }),
                (.assurance, Self.contact("p") { $0.person = .init(run: "12345678-5", assurance: "sure") }),
                (.continues, Self.contact("q") { $0.continues = "nothing" }),
                (.transferOf, Self.contact("r") { $0.transferOf = "nothing" }),
            ]
            let fates = try await Self.desk(network).take(wrong.map(\.1) + [Self.contact("right")], of: "IPS", by: Self.program)
            for ((problem, contact), fate) in zip(wrong, fates) { #expect(fate == .refused([problem]), "\(contact.id)") }
            guard case .recorded = fates.last else { throw StorageFault(.shape, "the right one was not taken") }
            #expect(try await network.count() == 1)
            let twice = Self.contact("s") { ($0.medium, $0.wait) = ("smoke", -5) }
            #expect(try await Self.desk(network).take([twice], of: "IPS", by: Self.program) == [.refused([.medium, .wait])])
        }
    }

    @Test("of another institution than one's own is forbidden, and the same name is another's", arguments: Engine.available)
    func foreign(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            let desk = Self.desk(network)
            await #expect(throws: Forbidden.self) { try await desk.take([Self.contact("a")], of: "SRCEI", by: Self.program) }
            await #expect(throws: Forbidden.self) { try await desk.take([Self.contact("a")], of: "IPS", by: Network.agent) }
            _ = try await desk.take([Self.contact("a")], of: "IPS", by: Self.program)
            let other = Actor(
                .institution(6), assurance: .verified, roles: [Role("program", [.reportContacts])],
                scope: Scope(points: .all, institutions: .only(["SRCEI"]), sensitivities: [.ordinary]))
            guard case .recorded = try await desk.take([Self.contact("a")], of: "SRCEI", by: other)[0] else {
                throw StorageFault(.shape, "names of two institutions were mixed")
            }
        }
    }

    @Test("ties contacts of a person about one product to one journey, and what somebody said to be one", arguments: Engine.available)
    func journeys(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            let desk = Self.desk(network)
            func rosa(_ id: String, _ day: String, _ product: Int64, _ change: (inout ReportedContact) -> Void = { _ in })
                -> ReportedContact
            {
                Self.contact(id) {
                    $0.at = "\(day)T10:00:00-03:00"
                    $0.product = product
                    $0.person = .init(run: World.Citizen.run, assurance: "verified")
                    change(&$0)
                }
            }
            let fates = try await desk.take(
                [
                    rosa("a", "2026-09-01", 5013), rosa("b", "2026-09-20", 5013), rosa("c", "2026-09-21", 38913),
                    rosa("d", "2026-11-01", 5013), Self.contact("e") { $0.continues = "c" }, Self.contact("f") { $0.transferOf = "e" },
                ], of: "IPS", by: Self.program)
            let numbers = fates.compactMap { fate -> Int64? in if case .recorded(let id) = fate { id.number } else { nil } }
            #expect(numbers.count == 6)
            let found = try await network.database.read { snapshot in
                try numbers.map { try InteractionDesk().contact(InteractionID($0), snapshot)?.journeyNumber }
            }
            #expect(found == [numbers[0], numbers[0], numbers[2], numbers[3], numbers[2], numbers[2]])
            let people = try await network.database.read { try $0.value("SELECT COUNT(*) AS n FROM person", as: Int.self) }
            #expect(people == 1, "one number is one person")
        }
    }

    @Test("reads one contact, many, and refuses what is neither")
    func bodies() throws {
        let one = try ReportBatch(Data(#"{"id":"a","at":"x","medium":"desk","channel":"branch","act":"information"}"#.utf8))
        #expect(one.isSingle && one.contacts[0]?.id == "a")
        let many = try ReportBatch(
            Data(#"{"interactions":[{"id":"a"},{"id":"b","at":"x","medium":"d","channel":"b","act":"i","extra":1}]}"#.utf8))
        #expect(!many.isSingle && many.contacts == [nil, nil] && many.names == ["a", "b"])
        for wrong in ["", "[", "[]", "1", #"{"interactions":[]}"#, #"{"interactions":[1]}"#, #"{"interactions":[{}],"more":1}"#] {
            #expect(throws: (any Error).self, "\(wrong)") { _ = try ReportBatch(Data(wrong.utf8)) }
        }
        let cut = #"{"interactions":[{"id":"a","at":"2026-11-02T10:00:00-03:00","med"#
        #expect(throws: (any Error).self) { _ = try ReportBatch(Data(cut.utf8)) }
    }
}

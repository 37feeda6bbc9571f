import Civic
import Ports
import Storage
import TestKit
import Testing
import Web

@testable import Persons

@Suite("Typing an attention up")
struct TypingTests {
    @Test("of somebody who did not say who they are begins, ends and is counted without a person", arguments: Engine.available)
    func anonymous(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let once = Counter.once()
            let id = try await counter.typing.begin(by: Counter.agent, at: Counter.here, once: once)
            #expect(try await counter.typing.begin(by: Counter.agent, at: Counter.here, once: once) == id, "sent twice, it is one")
            #expect(try await counter.typing.today(of: Counter.agent).map(\.person) == [nil])
            counter.clock.move(byMilliseconds: 90_000)
            let typed = TypedAttention(outcome: .resolved, product: 1, deed: .delivery, note: "no se guarda")
            try await counter.typing.end(id, typed, by: Counter.agent, once: Counter.once())
            let past = try await counter.database.read { try counter.contacts.contact(id, $0) }
            #expect(past?.deed == .delivery && past?.duration == 90 && past?.outcome == .resolved && past?.point == World.Branch.id)
            let notes = try await counter.database.read { try $0.value("SELECT COUNT(*) AS n FROM attention_note", as: Int.self) }
            #expect(notes == 0, "nobody could ever read it")
        }
    }

    @Test("belongs to its agent: a colleague neither sees nor ends nor corrects it", arguments: Engine.available)
    func own(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let id = try await counter.typing.begin(by: Counter.agent, at: Counter.here, once: Counter.once())
            await #expect(throws: NotFound.self) { _ = try await counter.typing.open(id, by: Counter.colleague) }
            let typed = TypedAttention(outcome: .resolved, product: 1)
            await #expect(throws: NotFound.self) { try await counter.typing.end(id, typed, by: Counter.colleague, once: Counter.once()) }
            try await counter.typing.end(id, typed, by: Counter.agent, once: Counter.once())
            await #expect(throws: NotFound.self) {
                try await counter.typing.correct(id, typed, by: Counter.colleague, once: Counter.once())
            }
            await #expect(throws: AttentionEnded.self) { _ = try await counter.typing.open(id, by: Counter.agent) }
        }
    }

    @Test("is corrected within the day, as often as it takes, and not after it", arguments: Engine.available)
    func corrected(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let id = try await counter.typing.begin(by: Counter.agent, at: Counter.here, once: Counter.once())
            let typed = TypedAttention(outcome: .resolved, product: 1)
            await #expect(throws: TooLateToCorrect.self) { _ = try await counter.typing.correctable(id, by: Counter.agent) }
            counter.clock.move(byMilliseconds: 60_000)
            try await counter.typing.end(id, typed, by: Counter.agent, once: Counter.once())
            for outcome in [Outcome.pending, .referred] {
                try await counter.typing.correct(
                    id, TypedAttention(outcome: outcome, product: 3, deed: .reception), by: Counter.agent, once: Counter.once())
            }
            let past = try await counter.database.read { try counter.contacts.contact(id, $0) }
            #expect(past?.outcome == .referred && past?.product == 3 && past?.deed == .reception && past?.duration == 60)
            #expect(try await counter.typing.today(of: Counter.agent).count == 1, "it stays one contact")
            counter.clock.move(byMilliseconds: 86_400_000)
            await #expect(throws: TooLateToCorrect.self) {
                try await counter.typing.correct(id, typed, by: Counter.agent, once: Counter.once())
            }
        }
    }

    @Test("keeps a note for whoever comes next, sealed for the person, and shows it with the contact alone", arguments: Engine.available)
    func notes(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let id = try await counter.open(rosa)
            let text = "Falta la libreta de familia"
            try await counter.typing.end(
                id, TypedAttention(outcome: .pending, product: 1, note: text), by: Counter.agent, once: Counter.once())
            let kept = try await counter.database.read { try NoteStore(keyring: World.keyring).all(of: rosa, $0) }
            #expect(kept.map(\.interaction) == [id])
            let told = counter.told.of(rosa)
            #expect(told.map(\.text) == ["persons.notice.survey"] && told.first?.path?.hasPrefix("/encuesta/") == true)
            let bytes: [UInt8] = try #require(try await counter.database.read { try $0.value("SELECT note FROM attention_note") })
            #expect(!String(decoding: bytes, as: UTF8.self).contains("libreta"))
            let citizen = Actor(.citizen(rosa), assurance: .verified)
            let disclosure = try await counter.disclosures.open([.notes], of: [rosa], for: "trace.purpose.own", by: citizen)
            #expect(try disclosure.open(try #require(kept.first).text) == text)
            let erased = try await counter.database.write { try NoteStore(keyring: World.keyring).erase(rosa, $0) }
            #expect(erased == 1)
        }
    }

    @Test("keeps what is being noted until it ends, for its agent while the person is proven to be there", arguments: Engine.available)
    func drafts(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            let id = try await counter.open(rosa)
            let own = try await counter.typing.open(id, by: Counter.agent)
            try await counter.typing.keep(draft: "Trae la cédula", of: own, by: Counter.agent)
            try await counter.typing.keep(draft: "Trae la cédula y el poder", of: own, by: Counter.agent)
            #expect(try await counter.typing.draft(of: own, by: Counter.agent) == nil, "nothing proves yet that she is there")
            let run = try #require(RUN(World.Citizen.run))
            _ = try await counter.presence.check(run, card: "100200300", at: id, by: Counter.agent)
            #expect(try await counter.typing.draft(of: own, by: Counter.agent) == "Trae la cédula y el poder")
            try await counter.typing.end(id, TypedAttention(outcome: .resolved, product: 1), by: Counter.agent, once: Counter.once())
            let left = try await counter.database.read { try $0.value("SELECT COUNT(*) AS n FROM attention_draft", as: Int.self) }
            #expect(left == 0)
        }
    }

    @Test("asks for the product, takes one of those at hand or of the whole list, and needs none when the person left")
    func form() throws {
        let ending = AttentionEnding(Counter.facts, likely: [3, 1, 99], takesNote: true)
        let usual = ending.usual(1, note: nil)
        #expect(!usual.isRefused)
        let bare = AttentionEnding(Counter.facts, likely: [], takesNote: false)
        #expect(bare.frequent == nil && ending.frequent != nil, "what the catalogue does not know is not offered")
    }

    @Test("may learn with whom it is while it goes on, and opens nothing by that", arguments: Engine.available)
    func tie(_ engine: Engine) async throws {
        try await Counter.on(engine) { counter in
            let rosa = try await counter.rosa()
            #expect(try await counter.attention.nameless(of: Counter.agent) == nil)
            let id = try await counter.typing.begin(by: Counter.agent, at: Counter.here, once: Counter.once())
            #expect(try await counter.attention.nameless(of: Counter.agent)?.id == id)
            #expect(try await counter.attention.nameless(of: Counter.colleague) == nil)
            await #expect(throws: NotFound.self) {
                try await counter.attention.tie(id, to: rosa, by: Counter.colleague, once: Counter.once())
            }
            let herself = Counter.staff(7, [.findPersons], person: rosa)
            await #expect(throws: OwnRecord.self) { try await counter.attention.tie(id, to: rosa, by: herself, once: Counter.once()) }
            let once = Counter.once()
            try await counter.attention.tie(id, to: rosa, by: Counter.agent, once: once)
            try await counter.attention.tie(id, to: rosa, by: Counter.agent, once: once)
            let attendance = try await counter.attention.attendance(id, by: Counter.agent)
            #expect(attendance.person == rosa && !attendance.isProven)
            #expect(try await counter.attention.nameless(of: Counter.agent) == nil)
            let other = try await counter.register("Juana", "Soto")
            await #expect(throws: AttentionEnded.self) {
                try await counter.attention.tie(id, to: other, by: Counter.agent, once: Counter.once())
            }
            await #expect(throws: Unproven.self) {
                _ = try await counter.disclosures.open(
                    [.name], of: [rosa], for: "trace.purpose.attention", in: id, by: Counter.agent, target: Counter.here)
            }
        }
    }
}

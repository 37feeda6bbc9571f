import Civic
import Storage
import TestKit
import Testing

@Suite("Attempts counted in the database")
struct AttemptTests {
    static let limit = AttemptLimit("test.code", most: 3, window: 60_000)

    @Test("are taken up to the limit, and again when the window has passed", arguments: Engine.available)
    func window(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let desk = AttemptDesk(civics.database, keyring: World.keyring)
            for _ in 0..<3 { try await desk.take(Self.limit, of: World.Citizen.run) }
            civics.clock.move(byMilliseconds: 20_000)
            let refused = await #expect(throws: TooManyAttempts.self) { try await desk.take(Self.limit, of: World.Citizen.run) }
            #expect(refused?.seconds == 40)
            try await desk.take(Self.limit, of: World.Agent.run)
            try await desk.take(AttemptLimit("test.other", most: 1, window: 60_000), of: World.Citizen.run)
            civics.clock.move(byMilliseconds: 40_000)
            try await desk.take(Self.limit, of: World.Citizen.run)
        }
    }

    @Test("are forgotten when it succeeded, and swept away when they no longer count", arguments: Engine.available)
    func forgotten(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let desk = AttemptDesk(civics.database, keyring: World.keyring)
            for _ in 0..<3 { try await desk.take(Self.limit, of: World.Citizen.run) }
            try await desk.forget(Self.limit, of: World.Citizen.run)
            for _ in 0..<3 { try await desk.take(Self.limit, of: World.Citizen.run) }
            #expect(try await desk.sweep() == 0)
            civics.clock.move(byMilliseconds: 60_000)
            #expect(try await desk.sweep() == 1)
        }
    }

    @Test("of many at once are all counted", arguments: Engine.available)
    func together(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let desk = AttemptDesk(civics.database, keyring: World.keyring)
            let taken = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 { group.addTask { (try? await desk.take(Self.limit, of: "one")) != nil } }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 3)
        }
    }

    @Test("say nothing of whom they are")
    func digests() async throws {
        try await Civics.on(.sqlite) { civics in
            try await AttemptDesk(civics.database, keyring: World.keyring).take(Self.limit, of: World.Citizen.run)
            let digest = try await civics.database.read { try $0.value("SELECT digest FROM attempt", as: [UInt8].self) }
            #expect(String(decoding: try #require(digest), as: UTF8.self).contains("12345678") == false)
        }
    }
}

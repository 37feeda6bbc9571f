import Civic
import DataRights
import Foundation
import Logging
import Storage
import StoragePostgres
import StorageSQLite
import TestKit
import Testing

@testable import Server

@Suite("A copy from before an erasure")
struct ErasureRestoreTests {
    private static let schemas = House.schemas

    private static func house(_ database: Database, _ clock: TestClock) throws -> House {
        let settings = try Settings(
            environment: ["DATABASE_URL": "sqlite:unused", "VENTANILLA_HOME": CatalogueJourneyTests.root])
        return try House(
            settings: settings, clock: Clock { Instant(milliseconds: clock.now()) }, database: database, keyring: World.keyring,
            log: Logger(label: "test"))
    }

    private static func staging(_ place: TestKit.Place) -> any Staging {
        switch place.engine {
        case .sqlite: SQLiteStaging(path: place.address, instant: 42)
        case .postgres: PostgresStaging(url: place.address, instant: 42, log: Logger(label: "test"))
        }
    }

    @Test(
        "is erased again before it takes the place of the database, from what that one knows or from a file", arguments: Engine.available,
        [false, true])
    func again(engine: Engine, isLost: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("erased-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (copy, file) = (folder.appendingPathComponent("copy"), folder.appendingPathComponent("erasures").path)
        try await engine.withPlace { place in
            let clock = TestClock()
            let (rosa, again) = try await place.withDatabase(Self.schemas, now: clock.now) { database in
                let rosa = try await RightsJourneyTests.rosa(database).person
                _ = try await database.backup(to: copy, Self.schemas)
                clock.move(byMilliseconds: 6 * 366 * 86_400_000)
                let erased = try await Self.house(database, clock).erasureDesk.run()
                #expect(erased.first?.persons == 1)
                let known = try await ErasureDesk.erasures(
                    after: Instant(milliseconds: TestClock.monday), in: database, keyring: World.keyring)
                try ErasureFile.write(known, to: file)
                #expect(try ErasureFile.read(file, after: Instant(milliseconds: clock.now())).isEmpty)
                return (rosa, isLost ? try ErasureFile.read(file, after: Instant(milliseconds: TestClock.monday)) : known)
            }
            #expect(again.map(\.person) == [rosa])
            let restore = Restore(from: copy, Self.schemas, keyring: World.keyring)
            _ = try await restore.run(Self.staging(place)) { staged in
                try await staged.migrate(Self.schemas)
                try await staged.join()
                #expect(try await Self.house(staged, clock).erasureDesk.reapply(again) == 1)
            } mayReplace: {
            }
            try await place.withDatabase(Self.schemas, now: clock.now) { database in
                let person = try await database.read { try PeopleDesk(keyring: World.keyring).person(rosa, $0) }
                #expect(person?.isErased == true && person?.name == nil && person?.identifiers.isEmpty == true)
                #expect(try await database.liveNodes() == 1, "the restore holds no lease")
            }
        }
    }
}

import Catalog
import Civic
import Foundation
import HummingbirdTesting
import Logging
import Storage
import Synchronization
import TestKit
import Testing
import Web

@testable import Server

/// The whole house in process, with everything that it tells of itself: its log, down to the least, and its measures.
struct BusyHouse {
    final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var text: String { lines.withLock { $0.joined() } }
    }

    let house: House
    let client: any TestClientProtocol
    let ransack: Ransack
    let lines: Lines
    let measures: PrometheusRegistry

    static func open(on engine: Engine, _ body: @escaping @Sendable (BusyHouse) async throws -> Void) async throws {
        try await engine.withPlace { place in
            let settings = try Settings(
                environment: ["DATABASE_URL": "sqlite:unused", "VENTANILLA_HOME": CatalogueJourneyTests.root, "LOG_LEVEL": "trace"])
            let (clock, lines, measures) = (TestClock(), Lines(), PrometheusRegistry())
            let log = Logger(label: "busy") { LineLog(label: $0, level: .trace, now: { 1 }, write: { lines.add($0) }) }
            try await place.withDatabase(House.schemas, now: clock.now) { database in
                let house = try House(
                    settings: settings, clock: Clock { Instant(milliseconds: clock.now()) }, database: database, keyring: World.keyring,
                    log: log)
                let (router, failures) = try house.doorways(
                    PageCache(), visits: Visits(), tallies: Tallies(), news: Newsroom(house), measures: measures, isDemonstration: true)
                let site = Site(router, failures: failures, settings: settings, log: log)
                try await site.application().test(.router) { client in
                    try await body(
                        BusyHouse(
                            house: house, client: client, ransack: Ransack(place: place, database: database), lines: lines,
                            measures: measures))
                }
            }
        }
    }
}

import ArgumentParser
import Catalog
import Storage
import UnixSignals
import Civic
import Foundation
import Metrics
import ServiceLifecycle
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Opens the doors.", discussion: "Settings, from the environment:\n\n\(Setting.plain)")

    @Flag(help: "The demonstration: says so on each page, and works with keys that everyone knows.")
    var demo = false

    func run() async throws {
        let measures = PrometheusRegistry()
        MetricsSystem.bootstrap(measures)
        let house = try Opening.withSecrets(isDemonstration: demo)
        let settings = house.settings
        _ = OpenFiles.raise(to: settings.limits.connections + 256)
        try await house.database.mustBeMigrated(House.schemas)
        try await house.database.join()
        if demo {
            try await house.seedTeam()
            try await house.seedFamily()
        }
        let cache = PageCache()
        let (visits, tallies) = (Visits(), Tallies())
        let news = Newsroom(house)
        let (router, failures) = try house.doorways(
            cache, visits: visits, tallies: tallies, news: news, measures: measures, isDemonstration: demo)
        let site = Site(router, failures: failures, settings: settings, log: house.log)
        let upkeep = Upkeep(
            database: house.database, keyring: house.keyring, worker: house.worker(isDemonstration: demo), cache: cache, visits: visits,
            tallies: tallies, news: news, search: house.search, openData: house.openData,
            diversions: house.diversions, definitions: house.definitions, clock: house.clock, log: house.log)
        var group = ServiceGroupConfiguration(
            services: [upkeep, site.application { announce(settings, port: $0) }], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: house.log)
        group.maximumGracefulShutdownDuration = .seconds(settings.limits.stopSeconds)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            await house.database.close()
            throw error
        }
        // What visitors were doing when the doors closed counts as well.
        try? await visits.flush(to: house.database, at: house.clock.now, all: true)
        try? await tallies.flush(to: house.database, at: house.clock.now)
        await house.database.close()
    }

    private func announce(_ settings: Settings, port: Int) {
        let base = "http://\(settings.host == "127.0.0.1" ? "localhost" : settings.host):\(port)"
        print(
            """
            \(demo ? "The demonstration is open." : "The doors are open.")
              people      \(base)/
              health      \(base)/health/ready
              measures    \(base)/metrics
            Ctrl-C closes them.
            """)
        fflush(nil)
    }
}

import Civic
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Storage
import StoragePostgres
import StorageSQLite
import UnixSignals
import Web

/// A server of acts to be measured: each route does one kind, on the same front, limits and log as the product, on the engine that
/// DATABASE_URL names.
@main
struct Counter {
    static let schema = Schema(
        "counter", [Migration("mark", [.create(Table("mark", [.id(), .int("at"), .text("word")]))])])
    static let schemas: [Schema] = [.people, .interactions, .audit, .jobs, .files, .limits, .sessions, schema]

    static func main() async throws {
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        let log = Logger(label: "counter") { LineLog(label: $0, level: settings.logLevel, now: Database.systemNow) }
        let keyring = try settings.keyring(isDemonstration: true)
        let database = Database(try driver(settings.database, log), keyring: keyring, now: Database.systemNow)
        try await database.migrate(schemas)
        try await database.join()
        let acts = try await Acts(database, keyring: keyring, log: log)
        let languages = try Languages(folder: settings.home + "/Texts")
        let pages = pages(languages, log)
        let router = WebRouter.forPages()
        Doors(measures: PrometheusRegistry(), isDemonstration: true) { try await database.ping() }.mount(on: router)
        acts.mount(on: router)
        let news = Broadcast("mark", database, capacity: settings.limits.listeners, perClient: settings.limits.listeners, log: log) {
            "\(Database.systemNow())"
        }
        news.mount("/live", on: router)
        let failures = FailurePages([pages], source: pages, languages: languages)
        let site = Site(router, failures: failures, settings: settings, log: log).application { port in
            print("counting on \(port)")
            fflush(nil)
        }
        _ = OpenFiles.raise(to: settings.limits.connections + 256)
        let group = ServiceGroup(
            services: [Beside(database: database, news: news, acts: acts, log: log), site], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: log)
        try await group.run()
        await database.close()
    }

    private static func driver(_ address: DatabaseAddress, _ log: Logger) throws -> any Driver {
        switch address {
        case .sqlite(let path): try SQLiteDriver(path: path)
        case .postgres(let url): try PostgresDriver(url: url, log: log)
        }
    }

    private static func pages(_ languages: Languages, _ log: Logger) -> Pages {
        let layout = Layout(texts: languages.all[0], navigation: [], stylesheets: [], isDemonstration: true)
        return Pages(layout: layout, cache: PageCache(), footfall: Footfall(Visits(), clock: .system), log: log)
    }
}

/// What goes on beside the requests.
struct Beside: Service {
    let database: Database
    let news: Broadcast
    let acts: Acts
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await database.keepAlive(log) }
                group.addTask { await news.run() }
                group.addTask { await acts.worker.run() }
            }
        }
    }
}

import Civic
import Foundation
import Hummingbird
import Logging
import Storage
import StoragePostgres
import StorageSQLite
import Web

/// A server with one route, `POST /acts`, that does one durable act: a row, and what every act leaves. It stands on the same
/// front, limits and log as the product, on the engine that DATABASE_URL names.
@main
struct Counter {
    static let schema = Schema(
        "counter", [Migration("mark", [.create(Table("mark", [.id(), .int("at"), .text("word")]))])])

    static func main() async throws {
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        let log = Logger(label: "counter") { LineLog(label: $0, level: settings.logLevel, now: Database.systemNow) }
        let database = Database(
            try driver(settings.database, log), keyring: try settings.keyring(isDemonstration: true), now: Database.systemNow)
        try await database.migrate([schema])
        try await database.join()
        let site = Site(router(database), failures: FailurePages(try pages(settings, log)), settings: settings, log: log)
        try await site.application { port in
            print("counting on \(port)")
            fflush(nil)
        }.runService()
        await database.close()
    }

    private static func driver(_ address: DatabaseAddress, _ log: Logger) throws -> any Driver {
        switch address {
        case .sqlite(let path): try SQLiteDriver(path: path)
        case .postgres(let url): try PostgresDriver(url: url, log: log)
        }
    }

    private static func router(_ database: Database) -> WebRouter {
        let router = WebRouter.forPages()
        Doors(measures: PrometheusRegistry(), isDemonstration: true) { try await database.ping() }.mount(on: router)
        router.post("/acts") { _, _ in
            let id = try await database.write { transaction in
                let id = try transaction.newID()
                try transaction.execute("INSERT INTO mark (id, at, word) VALUES (\(id), \(Database.systemNow()), \("one of many"))")
                return id
            }
            return "\(id)"
        }
        return router
    }

    private static func pages(_ settings: Settings, _ log: Logger) throws -> Pages {
        let texts = try Texts(file: settings.home + "/Texts/es.json", language: "es")
        let assets = try Assets.withKit(folder: settings.home + "/Public")
        let layout = Layout(
            texts: texts, navigation: [], stylesheet: assets.address(of: "kit.css"), isDemonstration: true,
            baseURL: settings.baseURL)
        return Pages(layout: layout, cache: PageCache(), log: log)
    }
}

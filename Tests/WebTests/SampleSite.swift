import Civic
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Markup
import NIOCore
import Storage
import Synchronization
import Typography

@testable import Web

/// A small site with one route for each way of answering, and what its log told.
struct SampleSite {
    static let root: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    /// The lines of a log, in memory.
    final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    struct Full: Refusal {
        var kind: RefusalKind { .conflict }
        var title: TextKey { "error.method.title" }
        var advice: TextKey { "error.method.advice" }
    }

    struct Secret: Error {}

    let site: Site
    let lines = Lines()
    let log: Logger
    let registry = PrometheusRegistry()
    let pages: Pages
    let visits = Visits()

    init(
        _ environment: [String: String] = [:], isReady: @escaping @Sendable () async throws -> Void = {},
        mounting mount: (WebRouter) -> Void = { _ in }
    ) throws {
        let settings = try Settings(environment: ["PORT": "0"].merging(environment) { $1 })
        let languages = try Languages(folder: Self.root + "/Texts")
        let lines = lines
        let log = Logger(label: "test") { LineLog(label: $0, level: settings.logLevel, now: { 1 }, write: { lines.add($0) }) }
        self.log = log
        let assets = try Assets.withKit(folder: Self.root + "/Public")
        let visits = visits
        let all = languages.all.map { texts in
            Pages(
                layout: Layout(
                    texts: texts, navigation: [Link(texts.address("/page"), "Página")], languages: languages.all,
                    stylesheets: [assets.address(of: "kit.css")], script: assets.address(of: "toolbar.js"), isDemonstration: true,
                    baseURL: settings.baseURL),
                cache: PageCache(), footfall: Footfall(visits, clock: Clock { Instant(milliseconds: 1) }), log: log)
        }
        pages = all[0]
        let router = WebRouter.forPages()
        assets.mount(on: router)
        try KitPages.mountFiles(assets, on: router)
        Doors(measures: registry, isDemonstration: true, isReady: isReady).mount(on: router)
        mount(router)
        for pages in all {
            try KitPages(pages, assets: assets).mount(on: router.part(in: pages.texts))
            Self.mount(on: router.part(in: pages.texts), pages)
        }
        site = Site(
            router, failures: FailurePages(all, source: pages, languages: languages), settings: settings, log: log)
    }

    private static func mount(on router: PageRoutes, _ pages: Pages) {
        router.get("/page") { request, context in
            try await pages.show(request, context, topics: ["t"]) { Page(title: "Página", path: "/page", main: "<h1>Página</h1>") }
        }
        router.get("/things/:id") { _, context in try context.parameters.require("id") }
        router.post("/things") { request, _ in
            let body = try await request.body.collect(upTo: 1_000_000)
            return "\(body.readableBytes)"
        }
        router.post("/page/mark") { _, _ in "" }
        router.get("/kept") { request, context in pages.make(request, context, Page(title: "Guardada", main: "<h1>Guardada</h1>")) }
        router.get("/fault") { _, _ -> String in throw Secret() }
        router.get("/refusal") { _, _ -> String in throw Full() }
        router.get("/gone") { _, _ -> String in throw NotFound() }
        router.get("/full") { _, _ -> String in throw StorageFault(.full, "no room") }
        router.get("/foreign") { _, _ -> String in throw HTTPError(.badRequest, message: "internal words") }
        router.get("/slow") { _, _ -> String in
            try await Task.sleep(for: .milliseconds(700))
            return "slow"
        }
    }

    /// Asks one thing of the site in process.
    func ask(
        _ path: String, _ method: HTTPRequest.Method = .get, _ fields: [String: String] = [:], body: String? = nil
    ) async throws -> TestResponse {
        var headers = HTTPFields()
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        let asked = headers
        return try await site.application().test(.router) { client in
            try await client.execute(uri: path, method: method, headers: asked, body: body.map { ByteBuffer(string: $0) })
        }
    }
}

extension TestResponse {
    var text: String { Unbroken.plain(String(buffer: body)) }

    func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

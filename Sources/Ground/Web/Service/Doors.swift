import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The doors for machines: whether the process lives, whether it can work, how it does, and what robots may read.
public struct Doors: Sendable {
    let isReady: @Sendable () async throws -> Void
    let measures: PrometheusRegistry
    let isDemonstration: Bool
    let sitemap: String?

    /// `isReady` throws when the process can't do its work now (its database does not answer). `sitemap` is the whole address of the list
    /// of all pages (sitemaps.org).
    public init(
        measures: PrometheusRegistry, isDemonstration: Bool, sitemap: String? = nil, isReady: @escaping @Sendable () async throws -> Void
    ) {
        self.sitemap = sitemap
        self.isReady = isReady
        self.measures = measures
        self.isDemonstration = isDemonstration
    }

    public func mount(on router: WebRouter) {
        router.get("/health/live") { _, _ in Self.plain("live\n") }
        router.get("/health/ready") { _, context in
            do {
                try await isReady()
                return Self.plain("ready\n")
            } catch {
                context.logger.error("not ready", metadata: ["error": "\(error)"])
                return Self.plain("not ready\n", status: .serviceUnavailable)
            }
        }
        router.get("/metrics") { _, _ in Self.plain(measures.exposition, type: "text/plain; version=0.0.4; charset=utf-8") }
        router.get("/robots.txt") { _, _ in
            // A demonstration is not for search engines.
            Self.plain((isDemonstration ? "User-agent: *\nDisallow: /\n" : Self.robots) + (sitemap.map { "\nSitemap: \($0)\n" } ?? ""))
        }
    }

    /// A search is for people: its pages have no end. So are forms, and the pages that lead out of the site.
    private static let robots: String = {
        let people = ["/buscar", "/fichas/*/opinion", "/salida/", "/volver"].flatMap { [$0, "/*" + $0] }
        return (["User-agent: *"] + (["/health/", "/metrics"] + people).map { "Disallow: \($0)" }).joined(separator: "\n") + "\n"
    }()

    private static func plain(_ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

import Civic
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import TestKit
import Testing

@testable import Web

@Suite("A form that is sent")
struct FormsTests {
    /// A small site whose form makes a row each time that it is accepted, and says its number.
    struct Reports {
        static let form = Form("reports", [Field.text("words", "form.day")])
        static let schema = Schema("reports", [Migration("reports", [.create(Table("report", [.id(), .text("words")]))])])

        let clock = TestClock()
        let database: Database
        let site: Site
        let lines: SampleSite.Lines

        init(_ database: Database, perMinute: Int = 100, baseURL: String? = nil) throws {
            self.database = database
            let sample = try SampleSite()
            lines = sample.lines
            let (pages, clock) = (sample.pages, clock)
            let now = Clock { Instant(milliseconds: clock.now()) }
            let forms = Forms(
                keyring: World.keyring, clock: now, baseURL: baseURL, reader: SubmissionReader(),
                limit: RateLimit(perMinute: perMinute, burst: perMinute), most: 1000, log: sample.log)
            let router = WebRouter.forPages()
            @Sendable func page(_ filling: Filling) -> Page {
                Page(
                    title: "Avisos", status: filling.isRefused ? .unprocessableContent : .ok,
                    main: forms.html(filling, action: "/reports", button: "error.home", texts: pages.texts))
            }
            router.get("/reports") { request, context in pages.make(request, context, page(Self.form.blank)) }
            router.post("/reports") { request, context in
                switch try await forms.take(Self.form, request, context) {
                case .refused(let filling): return pages.make(request, context, page(filling))
                case .accepted(let answers, let once):
                    let words = try answers[Field.text("words", "form.day")]
                    let number = try await database.write(once: once) { transaction in
                        let id = try transaction.newID()
                        try transaction.execute("INSERT INTO report (id, words) VALUES (\(id), \(words))")
                        return id
                    }
                    return Response.redirect(to: "/reports/\(number)", type: .normal)
                }
            }
            let languages = try Languages(folder: SampleSite.root + "/Texts")
            site = Site(
                router, failures: FailurePages([pages], source: pages, languages: languages), settings: try Settings(environment: [:]),
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }

        func ask(_ method: HTTPRequest.Method, _ body: String? = nil, _ fields: HTTPFields = [:]) async throws -> TestResponse {
            var fields = fields
            if body != nil { fields[.contentType] = "application/x-www-form-urlencoded" }
            let asked = fields
            return try await site.application().test(.router) { client in
                try await client.execute(uri: "/reports", method: method, headers: asked, body: body.map { ByteBuffer(string: $0) })
            }
        }

        func token() async throws -> String {
            let text = try await ask(.get).text
            return try #require(text.firstMatch(of: #/name="token" value="([^"]+)"/#).map { String($0.1) })
        }

        var rows: Int { get async throws { try await database.read { try $0.value("SELECT COUNT(*) AS n FROM report") ?? 0 } } }
    }

    static func with(_ engine: Engine, perMinute: Int = 100, baseURL: String? = nil, _ body: (Reports) async throws -> Void) async throws {
        try await engine.withDatabase([Reports.schema]) { try await body(Reports($0, perMinute: perMinute, baseURL: baseURL)) }
    }

    @Test("twice, or by an impatient hand at the same moment, happens once and shows the first result", arguments: Engine.available)
    func twice(_ engine: Engine) async throws {
        try await Self.with(engine) { reports async throws in
            let token = try await reports.token()
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let answer = try await reports.ask(.post, "token=\(token)&words=hola")
                        #expect(answer.status == .seeOther)
                        return answer.field("Location") ?? ""
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
            #expect(try await reports.rows == 1)
        }
    }

    @Test("with a stale or forged token comes back with what was typed and a good one", arguments: Engine.available)
    func stale(_ engine: Engine) async throws {
        try await Self.with(engine) { reports async throws in
            let old = try await reports.token()
            reports.clock.move(byMilliseconds: FormToken.term + 1)
            for token in [old, "", "x", String(old.reversed())] {
                let answer = try await reports.ask(.post, "token=\(token)&words=mi+texto")
                #expect(answer.status == .unprocessableContent && answer.text.contains("value=\"mi texto\""))
                #expect(answer.text.contains("estuvo abierta mucho tiempo") && answer.field("Cache-Control") == "no-store")
            }
            let text = try await reports.ask(.post, "token=\(old)&words=x").text
            let fresh = try #require(text.firstMatch(of: #/name="token" value="([^"]+)"/#).map { String($0.1) })
            #expect(try await reports.ask(.post, "token=\(fresh)&words=x").status == .seeOther)
            let told = reports.lines.all.filter { $0.contains("\"event\":\"refused\"") }
            #expect(told.count == 5 && told.allSatisfy { $0.contains("\"reason\":\"stale or forged token\"") && !$0.contains("texto") })
            let (next, before) = (try await reports.token(), reports.lines.all.count)
            _ = try await reports.ask(.post, "token=\(next)&words=")
            #expect(reports.lines.all.dropFirst(before).contains { $0.contains("wrong values") })
        }
    }

    @Test("with something wrong can be mended and sent with the same token", arguments: Engine.available)
    func mended(_ engine: Engine) async throws {
        try await Self.with(engine) { reports async throws in
            let token = try await reports.token()
            #expect(try await reports.ask(.post, "token=\(token)&words=").status == .unprocessableContent)
            #expect(try await reports.ask(.post, "token=\(token)&words=ya").status == .seeOther)
            #expect(try await reports.rows == 1)
        }
    }

    @Test("from another site's page is not taken, whatever its token")
    func foreign() async throws {
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        try await Self.with(.sqlite) { reports async throws in
            let token = try await reports.token()
            for fields: HTTPFields in [[site: "cross-site"], [site: "same-site"], [.origin: "https://evil.example"], [.origin: "null"]] {
                let answer = try await reports.ask(.post, "token=\(token)&words=x", fields)
                #expect(answer.status == .forbidden && answer.text.contains("no vino de nuestra página"))
            }
            #expect(try await reports.rows == 0)
            #expect(try await reports.ask(.post, "token=\(token)&words=x", [site: "same-origin"]).status == .seeOther)
        }
        try await Self.with(.sqlite, baseURL: "https://ventanilla.example") { reports async throws in
            let token = try await reports.token()
            let other = try await reports.ask(.post, "token=\(token)&words=x", [.origin: "http://localhost"])
            #expect(other.status == .forbidden)
            let own = try await reports.ask(.post, "token=\(token)&words=x", [.origin: "https://ventanilla.example"])
            #expect(own.status == .seeOther)
        }
    }

    @Test("too often in a minute must wait, and is told how long")
    func limit() async throws {
        try await Self.with(.sqlite, perMinute: 3) { reports async throws in
            for _ in 0..<3 { #expect(try await reports.ask(.post, "words=x").status == .unprocessableContent) }
            let answer = try await reports.ask(.post, "words=x")
            #expect(answer.status == .tooManyRequests && answer.field("Retry-After") == "20")
            reports.clock.move(byMilliseconds: 21_000)
            #expect(try await reports.ask(.post, "words=x").status == .unprocessableContent)
        }
    }

    @Test("in another form, or as no form at all, is not understood")
    func bodies() async throws {
        try await Self.with(.sqlite) { reports async throws in
            for body in ["token=%zz", "token=%FF"] { #expect(try await reports.ask(.post, body).status == .badRequest) }
            #expect(try await reports.ask(.post).status == .badRequest)
            #expect(try await reports.ask(.post, "words=" + String(repeating: "x", count: 300_000)).status == .contentTooLarge)
        }
    }
}

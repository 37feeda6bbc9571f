import Civic
import Foundation
import Markup
import Ports
import TestKit
import Testing
import Web

@testable import Portal

@Suite("The status page")
struct StatusTests {
    struct Down: Error {}

    private static let now = ChileanTime.instant(of: Day(number: 20_780), hour: 9)

    private func report(
        database: Bool = true, sheets: Int? = 166, jobs: StatusReport.Jobs? = .init(waiting: 2, late: 0, dead: 0),
        audit: StatusReport.AuditCheck? = .init(at: 1_790_000_000_000, isWhole: true)
    ) -> StatusReport {
        StatusReport(
            since: Self.now.milliseconds - 3_600_000, isDatabaseThere: { database },
            catalogue: {
                guard let sheets else { throw Down() }
                return .init(sheets: sheets, points: 148, revised: "2026-11-23")
            },
            jobs: {
                guard let jobs else { throw Down() }
                return jobs
            },
            auditCheck: { audit })
    }

    private func html(_ report: StatusReport) async throws -> String {
        let texts = try Texts(file: Reference.root + "/Texts/es.json", language: "es")
        let main = StatusView(texts: texts, reading: await StatusReading(report, at: Self.now), script: "/assets/0/status.js").page.main
        #expect(main.defects.isEmpty)
        return main.string
    }

    @Test("when all is well it says so, with figures, days and local hours")
    func well() async throws {
        let html = try await html(report())
        #expect(html.contains("Todo funciona.") && html.matches(of: /tag done/).count == 5)
        #expect(html.contains("166 fichas") && html.contains("148 lugares de atención") && html.contains("23 de noviembre de 2026"))
        #expect(html.contains("a las 08:00") && html.contains("a las 09:00") && html.contains("2 esperan su turno."))
    }

    @Test("what does not answer is told with a word, a shape and what to do")
    func down() async throws {
        let html = try await html(report(database: false, sheets: nil, jobs: nil))
        #expect(html.contains("Hay algo que revisar") && html.matches(of: /tag failed/).count == 3)
        #expect(html.contains("inténtelo en unos minutos"))
    }

    @Test("late and dead jobs, an empty catalogue, and an audit that was never checked or is broken, show")
    func attention() async throws {
        #expect(try await html(report(jobs: .init(waiting: 3, late: 1, dead: 2))).contains("1 está atrasada. 2 no se pudieron hacer."))
        #expect(try await html(report(jobs: .init(waiting: 0, late: 0, dead: 0))).contains("No queda nada por hacer."))
        #expect(try await html(report(sheets: 0)).contains("Todavía no hay fichas publicadas."))
        #expect(try await html(report(audit: nil)).contains("Todavía no se comprueba"))
        #expect(try await html(report(audit: .init(at: 1_790_000_000_000, isWhole: false))).contains("no está como se selló"))
    }

    @Test("programs read the same as JSON, with local moments and their distance to UTC")
    func json() async throws {
        let reading = await StatusReading(report(), at: Self.now)
        let value = try JSONSerialization.jsonObject(with: JSONEncoder().encode(reading)) as? [String: Any]
        let whole = try #require(value)
        #expect(whole["well"] as? Bool == true && whole["database"] as? Bool == true)
        #expect((whole["now"] as? String)?.hasSuffix("T09:00:00-03:00") == true)
        #expect((whole["catalogue"] as? [String: Any])?["points"] as? Int == 148)
        #expect((whole["jobs"] as? [String: Any])?["late"] as? Int == 0)
        #expect(Set(whole.keys) == ["now", "since", "well", "database", "catalogue", "jobs", "audit"])
    }
}

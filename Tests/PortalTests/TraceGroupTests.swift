import Markup
import Ports
import Storage
import TestKit
import Testing
import Web

@testable import Civic
@testable import Portal

@Suite("Lines of the trace that belong together")
struct TraceGroupTests {
    private static let matter = TraceMatters.Matter(
        title: "Solicitud de la pensión", code: code, path: "/mi/tramites/x"
    ) { $0 == "pensiones" ? "Registro de pensiones" : $0 }
    private static var code: CheckedCode {
        var dice = SystemRandomNumberGenerator()
        return CheckedCode(using: &dice)
    }

    private static func traces() -> [Trace] {
        func trace(
            _ id: Int64, _ minute: Int64, interaction: Int64?, run: Int64?, fields: [String] = ["name"], verb: String = "person.read"
        ) -> Trace {
            Trace(
                id: id, at: Instant(milliseconds: TestClock.monday + minute * 60_000), actorKind: 2, actor: 7, assurance: .verified,
                verb: verb,
                interaction: interaction.map { InteractionID($0) }, fields: fields, purpose: "trace.purpose.attention", channel: .branch,
                point: 1,
                objectKind: run.map { _ in "procedure_run" }, object: run)
        }
        return [
            trace(9, 9, interaction: 1, run: 5),
            trace(8, 8, interaction: 1, run: 5, fields: ["register:pensiones"], verb: "procedure.registerAsked"),
            trace(7, 7, interaction: 1, run: nil), trace(6, 6, interaction: 1, run: 5), trace(5, 5, interaction: 1, run: nil),
            trace(4, 4, interaction: nil, run: nil), trace(3, 3, interaction: nil, run: nil),
        ]
    }

    private static func lines() async throws -> [TraceLine] {
        let matter = matter
        let reader = TraceReader(
            posts: StaffPosts { _ in StaffPosts.Post(title: "Agente", institution: "IPS", point: 1) }, words: .ground,
            matters: TraceMatters { kind, id, _ in kind == "procedure_run" && id == 5 ? matter : nil }, point: { _ in "Sucursal Central" })
        return try await reader.lines(traces(), of: TraceReaderTests.rosa, try TraceReaderTests.texts())
    }

    @Test("are one group for a procedure, one for an attention, and nothing is left out of the count")
    func grouped() async throws {
        let groups = TraceGroup.groups(try await Self.lines())
        #expect(groups.map { $0.lines.map(\.id) } == [[9, 8, 6], [7, 5], [4, 3]])
        #expect(groups[0].matter?.title == "Solicitud de la pensión" && groups[0].reads == 2)
        #expect(groups[0].registers.map(\.name) == ["Registro de pensiones"] && groups[0].registers[0].lines.map(\.id) == [8])
        #expect(groups[1].matter == nil && groups[1].reads == 2 && groups[1].who == ["Agente, IPS"])
    }

    @Test("say from when until when, how often, which registers, and keep each line within reach, all without a script")
    func shown() async throws {
        let texts = try TraceReaderTests.texts()
        let page = TraceView(texts: texts).list(
            try await Self.lines(), of: 7, onlyOthers: true, isFirst: true, last: nil, asked: [], canAsk: true)
        let html = page.main.string
        #expect(html.contains("7 líneas en total"))
        #expect(html.contains("<h2><a href=\"/mi/tramites/x\">Solicitud de la pensión</a></h2>"))
        #expect(html.contains("de \(texts.hour(Instant(milliseconds: TestClock.monday + 6 * 60_000))) a "))
        #expect(html.contains("Se vieron datos 2 veces. Se preguntó 1 vez a registros."))
        #expect(html.contains("<li>Registro de pensiones: "))
        #expect(html.matches(of: #/<details><summary>/#).count == 3 && html.matches(of: #/<tr><th scope="row"/#).count == 7)
        #expect(html.matches(of: #/\/preguntar"/#).count == 7, "each line can be asked about")
        #expect(!html.contains("<script") && Set(html.matches(of: #/ id="([^"]+)"/#).map(\.1)).count == html.matches(of: #/ id="/#).count)
    }
}

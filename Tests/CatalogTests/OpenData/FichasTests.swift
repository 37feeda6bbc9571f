import Civic
import Markup
import TestKit
import Testing

@testable import Catalog

@Suite("The read API that clients of the network know")
struct FichasTests {
    private func feeds(_ change: (inout Catalogue) -> Void = { _ in }) throws -> FichasFeeds {
        FichasFeeds(words: try OpenSample.words(), catalogue: try OpenSample.small(change))
    }

    private static let keys = [
        "id", "codigo", "servicio", "fecha", "titulo", "objetivo", "beneficiarios", "costo", "marco_legal", "guia_online",
        "guia_online_url",
        "guia_oficina", "guia_correo", "guia_telefonico", "guia_consulado", "vigencia", "plazo", "doc_requeridos", "updated_data_at",
        "observaciones", "temas", "tags", "permalink",
    ]

    @Test("a sheet has all the keys of the former API, in their order; what is not known is null")
    func keys() throws {
        let ficha = try #require(try feeds().ficha("33112")?["ficha"])
        #expect(ficha.names == Self.keys)
        #expect(ficha["codigo"] == "IPS-33112" && ficha["guia_consulado"] == .null && ficha["guia_online"] == .null)
        #expect(ficha["guia_oficina"] == "<ol><li>Vaya a la municipalidad.</li></ol>")
        #expect(ficha["temas"]?["tema"] == ["Pensiones"] && ficha["tags"]?["tag"] == ["suf", "bono por carga"])
        #expect(ficha["permalink"] == .string(OpenSample.base + "/fichas/33112-subsidio-familiar"))
        #expect(ficha["marco_legal"] == "<ul><li>Ley N° 18.020</li></ul>")
    }

    @Test("words of people are escaped inside of the pieces of HTML")
    func escaping() throws {
        let ficha = try feeds { catalogue in
            catalogue.sheets[0].summary = "<script>alert(1)</script> & más"
            catalogue.sheets[0].legalBasis = ["<b>"]
        }.ficha("33112")?["ficha"]
        #expect(ficha?["objetivo"] == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; más</p>")
        #expect(ficha?["marco_legal"] == "<ul><li>&lt;b&gt;</li></ul>")
    }

    @Test("a sheet is found by its number and by its code, and by nothing else")
    func codes() throws {
        let feeds = try feeds()
        for code in ["33112", "IPS-33112", "ips-33112"] { #expect(feeds.ficha(code) != nil, "\(code)") }
        for code in ["", "-", "33112-", "SII-33112", "033112", "33113", "x", "99999999999999999999", "IPS-IPS-33112", "+33112", "-33112"] {
            #expect(feeds.ficha(code) == nil, "\(code)")
        }
    }

    @Test("pages follow each other by their tokens until there is none, and every sheet is in one of them")
    func paging() throws {
        let feeds = FichasFeeds(words: try OpenSample.words(), catalogue: try OpenSample.whole())
        var (token, seen) = ("1" as String?, [JSON?]())
        while let asked = token {
            let page = try #require(feeds.fichas(.init(maxResults: "100", pageToken: asked))["fichas"])
            #expect(page["total"] == 166 && page["tipo"] == "chileatiende#fichasFeed")
            seen += page["items"]?["ficha"]?.items.map { $0["id"] } ?? []
            token = page["nextPageToken"]?.text
        }
        #expect(Set(seen).count == 166 && seen.count == 166)
    }

    @Test(
        "what clients send is taken as the usual when it is no number in bounds",
        arguments: [(nil, 10), ("5", 5), ("100", 100), ("101", 100), ("0", 1), ("-3", 1), ("x", 10), ("99999999999999999999", 10)])
    func slices(_ asked: String?, _ size: Int) {
        #expect(FichasFeeds.Slice(maxResults: asked, pageToken: nil).size == size)
        #expect(FichasFeeds.Slice(maxResults: nil, pageToken: "x").page == 1)
        #expect(FichasFeeds.Slice(maxResults: nil, pageToken: "9223372036854775807").page == 1_000_000)
    }

    @Test("a search gives its own order, and a page far beyond is empty")
    func found() throws {
        let feeds = FichasFeeds(words: try OpenSample.words(), catalogue: try OpenSample.whole())
        let page = feeds.fichas(.init(maxResults: "2", pageToken: nil), found: [102077, 1, 33112, 3442])["fichas"]
        #expect(page?["items"]?["ficha"]?.items.map { $0["id"] } == ["102077", "33112"])
        #expect(page?["total"] == 3 && page?["nextPageToken"] == "2")
        let far = feeds.fichas(.init(maxResults: nil, pageToken: "1000000"))["fichas"]
        #expect(far?["items"]?["ficha"] == [] && far?["nextPageToken"] == .null)
    }

    @Test("institutions and branches have their own feeds")
    func others() throws {
        let feeds = try feeds { $0.points[0] = $0.points[0].bare }
        #expect(feeds.servicios["servicios"]?["tipo"] == "chileatiende#serviciosFeed")
        #expect(feeds.servicio("ips")?["servicio"]?["nombre"] == "Instituto de Previsión Social" && feeds.servicio("NADIE") == nil)
        #expect(feeds.fichas(of: "IPS")?["fichas"]?["total"] == 1 && feeds.fichas(of: "NADIE") == nil)
        let branches = feeds.sucursales["sucursales"]
        #expect(branches?["tipo"] == "chileatiende#sucursalesFeed" && branches?["total"] == 2)
        let branch = branches?["items"]?["sucursal"]?[0]
        #expect(branch?["comuna"] == "Santiago" && branch?["mobileOffice"] == false && branch?["latitud"] == .null)
        #expect(branches?["items"]?["sucursal"]?[1]?["mobileOffice"] == true)
    }

    @Test("an answer is wrapped in a name and in nothing else")
    func padding() {
        for name in ["f", "_a$1", "a.b.c", "jQuery123_4"] { #expect(Padding(name) != nil, "\(name)") }
        let long = String(repeating: "a", count: 65)
        for name in ["", "1a", "a b", "a.", ".a", "a..b", "alert(1)", "a;b", "a[0]", "ñ", "a\n", "<script>", "a=b", "/**/", long] {
            #expect(Padding(name) == nil, "\(name)")
        }
        #expect(Padding("f").map { String(decoding: $0.wrap(Array("{}".utf8)), as: UTF8.self) } == "/**/f({});")
    }
}

import Civic
import Hummingbird
import HummingbirdTesting
import Logging
import Storage
import Synchronization
import TestKit
import Testing
import Web

@testable import Catalog

@Suite("What is heard of searches")
struct SearchHeardTests {
    /// What is heard when these addresses are asked for, one after the other.
    private func heard(_ paths: [String], accept: String = "text/html") async throws -> [SearchHeard] {
        let all = Mutex<[SearchHeard]>([])
        let catalogue = try SampleFiles.catalogue()
        try await Engine.sqlite.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let texts = try SheetViewTests.texts()
            let pages = Pages(
                layout: Layout(texts: texts, navigation: [], stylesheets: [], isDemonstration: true), cache: PageCache(),
                footfall: Footfall(Visits(), clock: Clock { Instant(milliseconds: 1) }), log: Logger(label: "test"))
            let desk = SearchDesk(database, territory: try Reference.territory(), words: try Books.words())
            let router = WebRouter.forPages()
            SearchPages(pages, desk: desk) { search in
                #expect(search.program == "a browser", "by which robots are known")
                let words = SearchHeard(
                    words: search.words, results: search.results, isCorrected: search.isCorrected, language: search.language)
                all.withLock { $0.append(words) }
            }.mount(on: router.part(in: texts))
            try await Application(router: router).test(.router) { client in
                for path in paths {
                    try await client.execute(uri: path, method: .get, headers: [.accept: accept, .userAgent: "a browser"]) {
                        #expect($0.status == .ok)
                    }
                }
            }
        }
        return all.withLock { $0 }
    }

    @Test("the folded words, how many were found, whether they were corrected, and the language")
    func words() async throws {
        let all = try await heard(["/buscar?q=Subsidio%20%20CARGA!", "/buscar?q=suvsidio", "/buscar?q=zapato"])
        #expect(
            all == [
                SearchHeard(words: "subsidio carga", results: 1, isCorrected: false, language: "es"),
                SearchHeard(words: "suvsidio", results: 1, isCorrected: true, language: "es"),
                SearchHeard(words: "zapato", results: 0, isCorrected: false, language: "es"),
            ])
        #expect(try await heard(["/buscar.json?q=subsidio", "/buscar?q=subsidio"], accept: "application/json").count == 2)
    }

    @Test("a number of a person, nothing, little words, another page and suggestions are not heard")
    func unheard() async throws {
        let paths = [
            "/buscar?q=12.345.678-5", "/buscar.json?q=subsidio+987654321", "/buscar", "/buscar?q=", "/buscar?q=de+los",
            "/buscar?q=%F0%9F%99%82",
            "/buscar?q=subsidio&pagina=2", "/buscar/sugerencias?q=subsidio",
        ]
        #expect(try await heard(paths).isEmpty)
    }
}

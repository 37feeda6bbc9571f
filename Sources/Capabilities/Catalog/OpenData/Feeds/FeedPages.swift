import Civic
import Hummingbird
import Markup
import Web

/// `/sitemap.xml`, `/cambios.xml` and `/datos/puntos/{number}.ics`.
struct FeedPages {
    let shelf: OpenDataShelf
    let holidays: Holidays
    let languages: [Texts]
    let guides: [String]

    init(_ shelf: OpenDataShelf, holidays: Holidays, languages: [Texts], guides: [String]) {
        self.shelf = shelf
        self.holidays = holidays
        self.languages = languages
        self.guides = guides
    }

    func mount(on router: WebRouter) {
        let (shelf, holidays, languages, guides) = (shelf, holidays, languages, guides)
        router.get("/sitemap.xml") { request, _ in
            try await shelf.document(request, type: "application/xml; charset=utf-8") { words, catalogue in
                Sitemap(base: words.base, languages: languages).document(guides.map { .init(path: $0) } + catalogue.pages)
            }
        }
        router.get("/cambios.xml") { request, _ in
            try await shelf.document(request, type: "application/rss+xml; charset=utf-8") { words, catalogue in
                ChangeFeed(words: words, changes: catalogue.changes).document
            }
        }
        router.get("/datos/puntos/:file") { request, context in
            let name = try context.parameters.require("file")
            guard name.hasSuffix(".ics"), let number = Int(name.dropLast(4)), "\(number).ics" == name else { throw Failure.notFound }
            return try await shelf.document(request, type: "text/calendar; charset=utf-8") { words, catalogue in
                guard let point = catalogue.points.first(where: { $0.number == number }),
                    let commune = point.commune.flatMap(catalogue.territory.commune),
                    let document = PointCalendar(words: words, point: point, commune: commune, holidays: holidays).document
                else { throw Failure.notFound }
                return document
            }
        }
    }
}

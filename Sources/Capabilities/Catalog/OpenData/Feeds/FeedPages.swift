import Civic
import Hummingbird
import Markup
import Ports
import Web

/// `/sitemap.xml`, `/cambios.xml` and `/datos/puntos/{number}.ics`.
struct FeedPages {
    let shelf: OpenDataShelf
    let holidays: Holidays
    let languages: [Texts]
    let guides: [String]
    let services: OwnServices

    init(_ shelf: OpenDataShelf, holidays: Holidays, languages: [Texts], guides: [String], services: OwnServices) {
        self.shelf = shelf
        self.holidays = holidays
        self.languages = languages
        self.guides = guides
        self.services = services
    }

    func mount(on router: WebRouter) {
        let (shelf, holidays, languages, guides, services) = (shelf, holidays, languages, guides, services)
        router.get("/sitemap.xml") { request, _ in
            try await shelf.document(request, type: "application/xml; charset=utf-8") { words, catalogue in
                let done = try await services.paths()
                return Sitemap(base: words.base, languages: languages).document((guides + done).map { .init(path: $0) } + catalogue.pages)
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

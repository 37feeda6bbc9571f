import Catalog
import Civic
import Foundation
import Procedures
import Web

/// The open data of the catalogue: what it is made of, and where it is mounted.
extension House {
    /// The public beginning of addresses. It never comes from a request: who asks does not decide what our documents say of themselves.
    var address: String { settings.baseURL ?? "http://localhost:\(settings.port)" }

    func shelf(_ cache: PageCache, _ languages: Languages) -> OpenDataShelf {
        OpenDataShelf(openData, search: search, cache: cache, texts: languages.all[0], base: address, clock: clock)
    }

    /// Throws when a file of the documentation is not there.
    func openDataPages(_ shelf: OpenDataShelf, _ languages: Languages) throws -> OpenDataPages {
        OpenDataPages(
            shelf, holidays: holidays, languages: languages.all, guides: Self.guides, services: definitions.own,
            description: [UInt8](try Data(contentsOf: URL(fileURLWithPath: settings.path("Docs/openapi.json")))))
    }

    func developerPages(_ pages: Pages, _ shelf: OpenDataShelf) throws -> DeveloperPages {
        DeveloperPages(
            pages, shelf: shelf, script: try String(contentsOfFile: settings.path("Docs/load-all-sheets.py"), encoding: .utf8))
    }

    /// The pages that search engines may show besides those of the catalogue.
    private static let guides = [
        "/", "/ayuda", "/accesibilidad", "/privacidad", "/terminos", "/cambios", "/datos", "/datos/quiebres", "/estadisticas",
        "/estadisticas/datos", "/solicitudes", "/solicitudes/seguir", "/encuesta", "/tramites", "/tramites/seguir", "/verificar",
        "/verificar/archivo", "/verificar/clave",
    ]
}

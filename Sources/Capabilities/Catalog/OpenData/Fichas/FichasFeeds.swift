import Civic
import Markup

/// The answers of the read API: its envelopes, with their kinds and their paging.
struct FichasFeeds {
    let words: OpenWords
    let catalogue: OpenCatalogue

    /// How much of a list was asked for. Clients of the former API send anything: what is no number in bounds is taken as the usual.
    struct Slice {
        let size: Int
        let page: Int

        init(maxResults: String?, pageToken: String?) {
            size = maxResults.flatMap { Int($0) }.map { min(max($0, 1), 100) } ?? 10
            page = pageToken.flatMap { Int($0) }.map { min(max($0, 1), 1_000_000) } ?? 1
        }
    }

    /// All sheets, or those that a search found, a page of them.
    func fichas(_ slice: Slice, found: [Int]? = nil) -> JSON {
        let sheets = found.map { $0.compactMap(catalogue.sheet) } ?? catalogue.sheets
        let shown = sheets.dropFirst((slice.page - 1) * slice.size).prefix(slice.size)
        let isMore = slice.page * slice.size < sheets.count
        return feed(
            "fichas", "Listado de Fichas", "fichasFeed", next: .orNull(isMore ? "\(slice.page + 1)" : nil),
            items: ["ficha": .array(shown.map(ficha))], total: sheets.count)
    }

    /// The sheets of an institution, all of them; nil when there is none of that key.
    func fichas(of key: String) -> JSON? {
        guard let institution = institution(key) else { return nil }
        let sheets = catalogue.sheets(of: institution.key)
        return feed(
            "fichas", "Listado de Fichas - \(institution.name)", "fichasFeed", items: ["ficha": .array(sheets.map(ficha))],
            total: sheets.count)
    }

    /// One sheet, by its number or by its code; nil when there is none.
    func ficha(_ code: String) -> JSON? {
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        guard let digits = parts.last, digits.utf8.count <= 9, let number = Int(digits), "\(number)" == digits,
            let reading = catalogue.sheet(number)
        else { return nil }
        let key = parts.dropLast().joined(separator: "-")
        return parts.count == 1 || key.folded == reading.institution.key.folded ? ["ficha": ficha(reading)] : nil
    }

    var servicios: JSON {
        feed(
            "servicios", "Listado de Servicios", "serviciosFeed", items: ["servicio": .array(catalogue.institutions.map(servicio))],
            total: catalogue.institutions.count)
    }

    func servicio(_ key: String) -> JSON? { institution(key).map { ["servicio": servicio($0)] } }

    var sucursales: JSON {
        let points = catalogue.points.filter { $0.commune != nil }
        return feed(
            "sucursales", "Listado de Sucursales", "sucursalesFeed", items: ["sucursal": .array(points.map(sucursal))], total: points.count)
    }

    private func feed(_ name: String, _ title: String, _ kind: String, next: JSON? = nil, items: JSON, total: Int) -> JSON {
        .object([
            .init(
                name,
                [
                    "titulo": .string(title), "tipo": .string("chileatiende#" + kind), "nextPageToken": next, "items": items,
                    "total": .integer(total),
                ])
        ])
    }

    private func ficha(_ reading: SheetReading) -> JSON { FichaRecord(words: words, reading: reading).json }

    private func institution(_ key: String) -> Institution? { catalogue.institutions.first { $0.key.folded == key.folded } }

    private func servicio(_ institution: Institution) -> JSON {
        [
            "id": .string(institution.key), "sigla": .string(institution.key), "nombre": .string(institution.name),
            "mision": .orNull(institution.note), "url": .string(words.address(institution.path)),
        ]
    }

    private func sucursal(_ point: PointOfService) -> JSON {
        let commune = point.commune.flatMap(catalogue.territory.commune)
        return [
            "codigo": .string("\(point.number)"), "nombre": .string(point.name), "direccion": .orNull(point.address),
            "comuna": .orNull(commune?.name), "region": .orNull(commune.flatMap { catalogue.territory.region($0.region)?.name }),
            "horario": .orNull(words.hours(point)), "telefono": .orNull(point.phone), "mobileOffice": .bool(point.kind == .mobile),
            "latitud": point.position.map { .number($0.latitude) } ?? .null,
            "longitud": point.position.map { .number($0.longitude) } ?? .null,
        ]
    }
}

import Civic
import Markup

/// A sheet as the former public API of the network gave it: the same keys, its long fields as small pieces of HTML.
struct FichaRecord {
    let words: OpenWords
    let reading: SheetReading

    private var sheet: ServiceSheet { reading.sheet }

    var json: JSON {
        [
            "id": .string("\(sheet.number.value)"), "codigo": .string("\(reading.institution.key)-\(sheet.number.value)"),
            "servicio": .string(reading.institution.name), "fecha": .string(sheet.checked.iso), "titulo": .string(sheet.title),
            "objetivo": .string(Self.paragraph(sheet.summary)),
            "beneficiarios": .string(Self.paragraph(sheet.audience) + (sheet.eligibility.map(Self.paragraph) ?? "")),
            "costo": .string(Self.paragraph(sheet.cost.text)), "marco_legal": Self.list(sheet.legalBasis),
            "guia_online": steps(.web), "guia_online_url": .orNull(sheet.online), "guia_oficina": steps(.branch), "guia_correo": .null,
            "guia_telefonico": steps(.phone), "guia_consulado": .null, "vigencia": paragraph(sheet.validity?.text),
            "plazo": paragraph(sheet.answer?.text),
            "doc_requeridos": Self.list(words.sentences(sheet.documents + sheet.requirements, reading)),
            "updated_data_at": .string(sheet.checked.iso), "observaciones": paragraph(sheet.goodToKnow.map { words.sentence($0, reading) }),
            "temas": ["tema": .array(reading.topics.map { .string($0.title) })],
            "tags": ["tag": .array(sheet.alsoKnownAs.map(JSON.string))], "permalink": .string(words.address(sheet.path)),
        ]
    }

    private func steps(_ medium: Steps.Medium) -> JSON {
        let steps = words.sentences(sheet.steps[medium], reading)
        if steps.isEmpty { return .null }
        let html: HTML = "<ol>\(each: steps, { "<li>\($0)</li>" })</ol>"
        return .string(html.string)
    }

    private func paragraph(_ text: String?) -> JSON { text.map { .string(Self.paragraph($0)) } ?? .null }

    private static func paragraph(_ text: String) -> String {
        let html: HTML = "<p>\(text)</p>"
        return html.string
    }

    private static func list(_ items: [String]) -> JSON {
        if items.isEmpty { return .null }
        let html: HTML = "<ul>\(each: items, { "<li>\($0)</li>" })</ul>"
        return .string(html.string)
    }
}

extension JSON {
    /// A string, or null where a key must always be there.
    static func orNull(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}

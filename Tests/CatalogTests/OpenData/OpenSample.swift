import Civic
import Markup
import TestKit

@testable import Catalog

/// The project's own catalogue on the tests' Monday, and the small sample with one sheet, as open data sees them.
enum OpenSample {
    static let base = "https://ventanilla.example"

    static func today() throws -> Day { try Reference.day("2026-11-23") }

    static func words() throws -> OpenWords {
        OpenWords(texts: try SheetViewTests.texts(), base: base, today: try today())
    }

    static func whole() throws -> OpenCatalogue { try open(try ContentTests.catalogue()) }

    static func small(_ change: (inout Catalogue) -> Void = { _ in }) throws -> OpenCatalogue {
        var catalogue = try SampleFiles.catalogue()
        change(&catalogue)
        return try open(catalogue)
    }

    static func open(_ catalogue: Catalogue) throws -> OpenCatalogue {
        OpenCatalogue(
            sheets: try catalogue.sheets.map { try ContentTests.reading($0, catalogue) }, institutions: catalogue.institutions,
            groups: catalogue.groups, lifeEvents: catalogue.lifeEvents, points: catalogue.points, territory: try Reference.territory(),
            today: try today())
    }
}

extension PointOfService {
    /// Without what may be known of a point besides: its exceptions, its access, its position.
    var bare: PointOfService {
        var point = self
        (point.exceptions, point.access, point.position) = ([], [], nil)
        return point
    }
}

extension JSON {
    /// The items of an array, none of anything else.
    var items: [JSON] { if case .array(let items) = self { items } else { [] } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var names: [String] { if case .object(let members) = self { members.map(\.name) } else { [] } }
    subscript(index: Int) -> JSON? { items.indices.contains(index) ? items[index] : nil }
}

extension Reference {
    static func day(_ iso: String) throws -> Day {
        guard let day = Day(iso: iso) else { throw NoDay() }
        return day
    }

    private struct NoDay: Error {}
}

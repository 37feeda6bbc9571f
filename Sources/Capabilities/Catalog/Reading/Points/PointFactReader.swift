import Definitions
import Civic

/// Reads the files of `points/`, each row about one of the points, and puts what they state into the points.
struct PointFactReader {
    /// The points that there are by their numbers; nil when their file could not be read, and nothing is held against it.
    private(set) var points: [Int: PointOfService]?
    /// The same of what rows may refer to.
    let communes: Set<CommuneCode>?
    let places: Set<String>?
    let sheets: Set<Int>?

    static let files = ["exceptions", "services", "accessibility", "positions", "routes"].map { "points/\($0).csv" }

    init(_ points: [PointOfService]?, communes: Set<CommuneCode>?, places: Set<String>?, sheets: Set<Int>?) {
        self.points = points.map { Dictionary($0.map { ($0.number, $0) }) { first, _ in first } }
        self.communes = communes
        self.places = places
        self.sheets = sheets
    }

    /// Reads one of the files by its path. Nil, and defects, when it is not what it must be.
    mutating func read(_ path: String, _ text: String, _ defects: DefectList) -> Bool? {
        switch path {
        case "points/exceptions.csv": exceptions(text, defects)
        case "points/services.csv": services(text, defects)
        case "points/accessibility.csv": accessibility(text, defects)
        case "points/positions.csv": positions(text, defects)
        default: routes(text, defects)
        }
    }

    /// Reads each row that names a point, and puts what it states there.
    private mutating func take(
        _ text: String, columns: [String], _ defects: DefectList, _ put: (PointFields, inout PointOfService) -> Void
    ) -> Bool? {
        guard let table = CommaTable(text, columns: columns, defects) else { return nil }
        for row in table.rows {
            let fields = PointFields(row: row, defects: defects)
            guard let number = fields.number, points != nil else { continue }
            guard var point = points?[number] else {
                fields.complain("number", "there is no point \(number)")
                continue
            }
            put(fields, &point)
            points?[number] = point
        }
        return true
    }

    private mutating func exceptions(_ text: String, _ defects: DefectList) -> Bool? {
        let columns = ["number", "from", "to", "hours", "reason", "seen", "source", "url"]
        return take(text, columns: columns, defects) { fields, point in
            let first = fields.day("from")
            let last = fields.optional("to") == nil ? first : fields.day("to")
            let hours = fields.required("hours", "must be closed, or hours like 09:00-12:00") { DayHours($0) }
            let (reason, source) = (fields.text("reason"), fields.source)
            guard let first, let last, let hours, let reason, let source else { return }
            guard first <= last, let exception = HourException(first...last, hours, reason: reason, source: source) else {
                return fields.complain("to", "must be a day from 'from' on, within a year")
            }
            if point.exceptions.contains(where: { $0.days.overlaps(exception.days) }) {
                return fields.complain("from", "another exception holds on a day of this one")
            }
            point.exceptions = (point.exceptions + [exception]).sorted { $0.days.lowerBound < $1.days.lowerBound }
        }
    }

    /// What is stated takes the place of what is usual. A row with neither place nor sheet says that the usual does not hold.
    private mutating func services(_ text: String, _ defects: DefectList) -> Bool? {
        let (places, sheets) = (places, sheets)
        return take(text, columns: ["number", "place", "sheet", "seen", "source", "url"], defects) { fields, point in
            let place = fields.value("place", "is none of the keys in places.yaml") { places?.contains($0) == false ? nil : $0 }
            let sheet = fields.value("sheet", "is no sheet") { text in Int(text).flatMap { sheets?.contains($0) == false ? nil : $0 } }
            guard let source = fields.source else { return }
            if fields.optional("place") != nil, fields.optional("sheet") != nil {
                return fields.complain("sheet", "must be empty: the row names a place")
            }
            point.services.removeAll { $0.source == nil }
            let subject = place.map { OfferedService.Subject.place($0) } ?? sheet.map { .sheet($0) }
            guard let subject else { return }
            if point.services.contains(where: { $0.subject == subject }) { return fields.complain("number", "states the same twice") }
            point.services.append(OfferedService(subject, source: source))
        }
    }

    private mutating func accessibility(_ text: String, _ defects: DefectList) -> Bool? {
        take(text, columns: ["number", "feature", "value", "note", "seen", "source", "url"], defects) { fields, point in
            guard let source = fields.source else { return }
            let note = fields.optional("note")
            if fields.optional("feature") == "language" {
                guard let tag = fields.word("value", AttentionLanguage.Tag.self) else { return }
                if point.languages.contains(where: { $0.tag == tag }) { return fields.complain("value", "is there twice") }
                point.languages.append(AttentionLanguage(tag, note: note, source: source))
                return
            }
            let isThere = fields.required("value", "must be yes or no") { ["yes": true, "no": false][$0] }
            guard let feature = fields.word("feature", AccessFeature.self, or: ["language"]), let isThere else { return }
            if point.statement(of: feature) != nil { return fields.complain("feature", "is there twice") }
            point.access.append(AccessStatement(feature, isThere, note: note, source: source))
        }
    }

    private mutating func positions(_ text: String, _ defects: DefectList) -> Bool? {
        take(text, columns: ["number", "latitude", "longitude", "seen", "source", "url"], defects) { fields, point in
            let latitude = fields.required("latitude", "must be degrees like -33.4432") { Double($0) }
            let longitude = fields.required("longitude", "must be degrees like -70.6536") { Double($0) }
            guard let source = fields.source, let latitude, let longitude else { return }
            guard let position = PointPosition(latitude: latitude, longitude: longitude, source: source) else {
                return fields.complain("latitude", "is not in Chile")
            }
            if point.commune == nil { return fields.complain("number", "is reached from anywhere and has no position") }
            if point.position != nil { return fields.complain("number", "has a position already") }
            point.position = position
        }
    }

    private mutating func routes(_ text: String, _ defects: DefectList) -> Bool? {
        let communes = communes
        return take(text, columns: ["number", "cut", "place", "visit", "hours", "seen", "source", "url"], defects) { fields, point in
            guard point.kind.moves else { return fields.complain("number", "does not move: only mobile and neighbour-point have stops") }
            if fields.optional("cut") == nil { fields.complain("cut", "is empty") }
            let (commune, place) = (fields.commune(of: communes), fields.text("place"))
            let visit = fields.required("visit", "must be a day, 3TH, -1FR or monthly") { Visit($0) }
            let hours = fields.value("hours", "must be hours like 09:00-12:00") { text in
                DayHours(text).flatMap { $0.intervals.isEmpty ? nil : $0 }
            }
            guard let source = fields.source, let commune, let place, let visit else { return }
            point.stops.append(RouteStop(commune, place, visit, hours: hours, source: source))
        }
    }
}

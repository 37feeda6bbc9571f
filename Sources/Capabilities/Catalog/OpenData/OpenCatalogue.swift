import Civic

/// The whole catalogue as others get it: one reading, from which every open format is made.
struct OpenCatalogue: Sendable {
    /// By number.
    let sheets: [SheetReading]
    /// Those that answer for a sheet, by key.
    let institutions: [Institution]
    let groups: [TopicGroup]
    let lifeEvents: [LifeEvent]
    /// Only those that somebody saw: what is merely likely is no fact to pass on.
    let points: [PointOfService]
    let territory: Territory
    let today: Day
    private let byNumber: [Int: Int]

    init(
        sheets: [SheetReading], institutions: [Institution], groups: [TopicGroup], lifeEvents: [LifeEvent], points: [PointOfService],
        territory: Territory, today: Day
    ) {
        self.sheets = sheets.sorted { $0.sheet.number.value < $1.sheet.number.value }
        let used = Set(sheets.map(\.institution.key))
        self.institutions = institutions.filter { used.contains($0.key) }
        self.groups = groups
        self.lifeEvents = lifeEvents
        self.points = points.filter { $0.evidence == .seen }
        self.territory = territory
        self.today = today
        byNumber = Dictionary(uniqueKeysWithValues: self.sheets.enumerated().map { ($1.sheet.number.value, $0) })
    }

    /// nil when there is no such sheet.
    func sheet(_ number: Int) -> SheetReading? { byNumber[number].map { sheets[$0] } }

    func sheets(of institution: String) -> [SheetReading] { sheets.filter { $0.institution.key == institution } }

    /// The call centre, when one has a number.
    var callCentre: PointOfService? { points.first { $0.kind == .callCentre && $0.phone != nil } }

    /// Where a sheet is done in person: at the points that offer it, or what is done at a kind of place that it names.
    func points(of sheet: ServiceSheet) -> [PointOfService] {
        guard sheet.isOpen else { return [] }
        return points.filter { point in
            point.commune != nil && (point.sheets.contains(sheet.number.value) || point.places.contains(where: sheet.inPersonAt.contains))
        }
    }
}

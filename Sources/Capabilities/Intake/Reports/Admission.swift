import Civic
import Ports

/// What contacts from outside are held to: the lists of the record by day, the points of service and the sheets of the catalogue.
public struct Admission: Sendable {
    private let codes: [CodeList: [String: [DatedCode]]]
    private let points: [Int64: ServicePoints.Point]
    private let sheets: Set<Int64>
    private let now: Instant
    /// Clocks of others run ahead a little, in milliseconds.
    private static let ahead: Int64 = 120_000
    private static let first: Int64 = 631_152_000_000

    public init(codes: [DatedCode], points: [ServicePoints.Point], sheets: Set<Int64>, now: Instant) {
        self.codes = Dictionary(grouping: codes, by: \.list).mapValues { Dictionary(grouping: $0, by: \.name) }
        self.points = Dictionary(points.map { ($0.number, $0) }) { first, _ in first }
        self.sheets = sheets
        self.now = now
    }

    /// The number of a name in a list on a day; nil when it was not in force.
    func code(_ name: some StringProtocol, in list: CodeList, on day: Int) -> Int? {
        codes[list]?[String(name)]?.first { $0.from.number <= day && day <= ($0.to?.number ?? .max) }?.number
    }

    /// Whether the moment is one of which there can be a contact.
    func problem(of at: Instant) -> ContactProblem? {
        if at.milliseconds > now.milliseconds + Self.ahead { return .future }
        return at.milliseconds < Self.first ? .past : nil
    }

    func problem(ofPoint number: Int64, on day: Int) -> ContactProblem? {
        guard let point = points[number] else { return .point }
        return point.closed.contains(day) ? .closedPoint : nil
    }

    func knows(product: Int64) -> Bool { sheets.contains(product) }

    /// Times in whole seconds, of a day at most.
    static func isTime(_ seconds: Int) -> Bool { (0...86_400).contains(seconds) }

    /// A contact in the codes of the record, or everything that is wrong with it.
    func admit(_ contact: ReportedContact) -> (row: SpineRow?, problems: [ContactProblem]) {
        var problems: [ContactProblem] = []
        if !Self.isName(contact.id) { problems.append(.name) }
        guard let at = Instant(rfc3339: contact.at) else { return (nil, problems + [.at]) }
        if let problem = problem(of: at) { problems.append(problem) }
        let day = Day(of: at).number
        let medium = code(contact.medium, in: .medium, on: day)
        if medium == nil { problems.append(.medium) }
        let channel = code(contact.channel, in: .channel, on: day)
        if channel == nil { problems.append(.channel) }
        let deed = contact.act == "correction" ? nil : code(contact.act, in: .deed, on: day)
        if deed == nil { problems.append(.act) }
        let outcome = code(contact.outcome ?? "unknown", in: .outcome, on: day)
        if outcome == nil { problems.append(.outcome) }
        let usual = medium == Medium.desk.rawValue ? Modality.assisted.rawValue : Modality.selfService.rawValue
        let modality = contact.modality.map { code($0, in: .modality, on: day) } ?? usual
        if modality == nil { problems.append(.modality) }
        if let point = contact.point, let problem = problem(ofPoint: point, on: day) { problems.append(problem) }
        if let product = contact.product, !knows(product: product) { problems.append(.product) }
        if let wait = contact.wait, !Self.isTime(wait) { problems.append(.wait) }
        if let duration = contact.duration, !Self.isTime(duration) { problems.append(.duration) }
        if let person = contact.person {
            if RUN(person.run) == nil { problems.append(.person) }
            if Self.assurances[person.assurance] == nil { problems.append(.assurance) }
        }
        guard problems.isEmpty, let medium, let channel, let deed, let outcome, let modality else { return (nil, problems) }
        return (
            SpineRow(
                at: at, day: day, medium: medium, channel: channel, modality: modality, deed: deed, outcome: outcome,
                origin: Origin.reported.number, point: contact.point, product: contact.product, wait: contact.wait,
                duration: contact.duration), []
        )
    }

    static let assurances: [String: Assurance] = ["declared": .declared, "phone": .phone, "verified": .verified]

    /// What institutions call their contacts says nothing of anybody: no blanks, no `@`, and no RUN.
    static func isName(_ text: String) -> Bool {
        let allowed = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
        }
        return allowed && (1...64).contains(text.utf8.count) && !(text.contains("-") && RUN(text) != nil)
    }
}

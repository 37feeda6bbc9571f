import Civic

/// What results are narrowed to. What is not known is left out: it is never an error.
struct SearchFilter: Sendable, Equatable {
    /// The kinds of things that people tell apart.
    enum Kind: String, Sendable, CaseIterable {
        case sheets = "fichas"
        case lifeEvents = "momentos"
        case places = "lugares"

        init(_ kind: SearchEntry.Kind) {
            switch kind {
            case .sheet: self = .sheets
            case .lifeEvent: self = .lifeEvents
            case .commune, .point: self = .places
            }
        }
    }

    /// What can be narrowed, by its name in an address.
    enum Part: String, Sendable, CaseIterable {
        case kind = "tipo"
        case topic = "tema"
        case institution = "institucion"
        case medium = "canal"
        case free = "gratis"
        case commune = "comuna"
    }

    private(set) var values: [Part: String] = [:]

    init() {}

    /// `asked` gives what stands in the address; `isKnown` whether there is such a value.
    init(_ asked: (String) -> String?, isKnown: (Part, String) -> Bool) {
        for part in Part.allCases {
            guard let value = asked(part.rawValue), value.utf8.count <= 100, isKnown(part, value) else { continue }
            values[part] = value
        }
    }

    subscript(part: Part) -> String? { values[part] }

    func without(_ part: Part) -> SearchFilter {
        var other = self
        other.values[part] = nil
        return other
    }

    /// What an entry has for a part.
    static func values(of entry: SearchEntry, _ part: Part) -> [String] {
        switch part {
        case .kind: [Kind(entry.kind).rawValue]
        case .topic: entry.topics
        case .institution: entry.institution.map { [$0] } ?? []
        case .medium: entry.media.map(\.rawValue)
        case .free: entry.isFree ? [yes] : []
        case .commune: entry.commune.map { ["\($0)"] } ?? []
        }
    }

    func admits(_ entry: SearchEntry) -> Bool {
        values.allSatisfy { Self.values(of: entry, $0.key).contains($0.value) }
    }

    /// What a box sends that is ticked.
    static let yes = "yes"
}

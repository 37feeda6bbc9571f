import Civic

/// Something that can be found, with its words by the field in which they stand.
struct SearchEntry: Sendable {
    enum Kind: Sendable, Hashable {
        case sheet(ServiceSheet.Kind)
        case commune
        case point
    }

    /// Where a word stands, and what it weighs there.
    enum Field: Int, Sendable, CaseIterable {
        case title = 12
        case otherName = 10
        case topic = 4
        case institution = 3
        case summary = 2
        case audience = 1
    }

    let kind: Kind
    let path: String
    let title: String
    let summary: String?
    /// Whether it is in force: what has ended comes after what people can still do.
    let isCurrent: Bool
    let words: [(field: Field, words: Set<String>)]

    init(_ sheet: ServiceSheet, institution: String, topics: [String]) {
        kind = .sheet(sheet.kind)
        path = sheet.path
        title = sheet.title
        summary = sheet.summary
        isCurrent = sheet.status == .current
        words = Self.words([
            (.title, ["\(sheet.number.value)", sheet.title]), (.otherName, sheet.alsoKnownAs), (.topic, topics),
            (.institution, [sheet.institution, institution]), (.summary, [sheet.summary]), (.audience, [sheet.audience]),
        ])
    }

    init(_ commune: Territory.Commune, title: String) {
        kind = .commune
        path = commune.path
        self.title = title
        summary = nil
        isCurrent = true
        words = Self.words([(.title, [commune.name])])
    }

    init(_ point: PointOfService, in commune: Territory.Commune?) {
        kind = .point
        path = commune?.path ?? "/lugares"
        title = point.name
        summary = commune?.name
        isCurrent = point.evidence == .seen
        words = Self.words([(.title, [point.name]), (.summary, [point.address ?? "", commune?.name ?? ""])])
    }

    private static func words(_ fields: [(Field, [String])]) -> [(field: Field, words: Set<String>)] {
        fields.map { (field: $0.0, words: Set($0.1.flatMap(\.foldedWords))) }
    }

    /// What this word of a query weighs here: that of the best field where it stands, or begins a word when it has four letters or more.
    func weight(of asked: String) -> Int {
        let isPrefix = asked.count >= 4
        return words.first { $0.words.contains(asked) || (isPrefix && $0.words.contains { $0.hasPrefix(asked) }) }?.field.rawValue ?? 0
    }
}

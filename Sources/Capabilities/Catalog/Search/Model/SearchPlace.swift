import Searches

/// Where words stand in what can be found, and what they are worth there.
enum SearchPlace: Int, CaseIterable {
    case title, otherName, topic, institution, summary, audience, detail
    /// Words with a value of the day among them: they are found and not shown.
    case unshown
    case address

    var field: SearchField {
        switch self {
        case .title: SearchField(weight: 5, damping: 0.3, isName: true)
        case .otherName: SearchField(weight: 5, damping: 0, isName: true)
        case .topic: SearchField(weight: 1.5)
        case .institution: SearchField(weight: 1.2)
        case .summary, .address: SearchField(weight: 2)
        case .audience: SearchField(weight: 1)
        case .detail, .unshown: SearchField(weight: 0.5)
        }
    }

    /// The passages of which one may be shown under a result, when it says more than title and summary.
    static let shown = Set([SearchPlace.otherName, .audience, .detail].map(\.rawValue))

    func passage(_ text: String) -> SearchDocument.Passage { SearchDocument.Passage(rawValue, text) }
}

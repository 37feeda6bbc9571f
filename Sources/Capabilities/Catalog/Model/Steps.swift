/// How a service is done, medium by medium, each step a sentence.
public struct Steps: Sendable, Hashable, Codable {
    public enum Medium: String, Sendable, Hashable, CaseIterable, Codable {
        case web, branch, phone, video, kiosk
    }

    private var byMedium: [String: [String]]

    public init(_ steps: [Medium: [String]] = [:]) {
        byMedium = Dictionary(uniqueKeysWithValues: steps.filter { !$1.isEmpty }.map { ($0.rawValue, $1) })
    }

    public subscript(medium: Medium) -> [String] { byMedium[medium.rawValue] ?? [] }

    /// The media in which it can be done, in their usual order.
    public var media: [Medium] { Medium.allCases.filter { !self[$0].isEmpty } }
}

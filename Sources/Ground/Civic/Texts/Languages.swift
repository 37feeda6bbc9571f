import Foundation

/// The languages of the interface: each is a file like `Texts/en.json`, named by its tag (BCP 47). Spanish is the source: its part of the
/// site has no prefix, and every other file has the same keys.
public struct Languages: Sendable {
    /// The source first, then the others by tag.
    public let all: [Texts]

    public static let source = "es"

    /// Reads every file of the folder. Throws `TextsFault` when the source is not there, or a file can't be used.
    public init(folder: String) throws {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".json") }
        let tags = names.map { String($0.dropLast(5)) }.sorted { $1 != Self.source && ($0 == Self.source || $0 < $1) }
        guard tags.first == Self.source else { throw TextsFault("\(folder): there is no \(Self.source).json, the source of all texts") }
        all = try tags.map { try Texts(file: "\(folder)/\($0).json", language: $0) }
    }

    /// The texts of the part of the site that a path is in: `/en/temas` is English, `/temas` the source.
    public func texts(of path: String) -> Texts {
        all.dropFirst().first { path == $0.prefix || path.hasPrefix($0.prefix + "/") } ?? all[0]
    }
}

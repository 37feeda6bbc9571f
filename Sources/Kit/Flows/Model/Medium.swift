/// How a service is spoken. The channel, where it is counted, is another thing.
public enum Medium: String, Sendable, Codable, CaseIterable {
    case page, touch, desk, voice, chat, api
}

/// How sure it is who acts, from the least.
public enum Level: String, Sendable, Codable, CaseIterable, Comparable {
    case anonymous, declared, phone, verified

    public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

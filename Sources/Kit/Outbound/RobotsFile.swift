/// What a site's robots.txt says to the watch (RFC 9309): groups by agent, the longest rule that matches, `*` and `$`.
struct RobotsFile: Sendable {
    private struct Rule {
        let allows: Bool
        let pattern: String
    }

    private let rules: [Rule]

    /// `agent` in small letters. The rules of its own groups, or else those for everybody.
    init(_ text: String, agent: String) {
        var groups: [(agents: [String], rules: [Rule])] = []
        var isNaming = false
        for line in text.prefix(100_000).split(whereSeparator: \.isNewline) {
            let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1).map { $0.trimmed }
            guard parts.count == 2 else { continue }
            switch parts[0].lowercased() {
            case "user-agent":
                if !isNaming { groups.append(([], [])) }
                groups[groups.count - 1].agents.append(parts[1].lowercased())
                isNaming = true
            case "allow", "disallow":
                isNaming = false
                if !groups.isEmpty, !parts[1].isEmpty {
                    groups[groups.count - 1].rules.append(Rule(allows: parts[0].lowercased() == "allow", pattern: parts[1]))
                }
            default: continue
            }
        }
        let own = groups.filter { $0.agents.contains(agent) }
        rules = (own.isEmpty ? groups.filter { $0.agents.contains("*") } : own).flatMap(\.rules)
    }

    /// Whether the path with its query may be visited.
    func allows(_ path: String) -> Bool {
        let matching = rules.filter { Self.matches(Array($0.pattern.utf8), Array(path.utf8)) }
        guard let longest = matching.map(\.pattern.utf8.count).max() else { return true }
        return matching.contains { $0.pattern.utf8.count == longest && $0.allows }
    }

    /// Walks both once, and goes back to the last star only.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let pattern = isWhole ? Array(pattern.dropLast()) : pattern + [UInt8(ascii: "*")]
        var (at, seen, star, mark) = (0, 0, -1, 0)
        while seen < path.count {
            if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
                (star, mark) = (at, seen)
                at += 1
            } else if at < pattern.count, pattern[at] == path[seen] {
                (at, seen) = (at + 1, seen + 1)
            } else if star >= 0 {
                (at, mark) = (star + 1, mark + 1)
                seen = mark
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

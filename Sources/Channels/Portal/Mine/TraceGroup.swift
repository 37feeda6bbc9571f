import Civic
import Ports

/// Lines of the trace that belong together: of one procedure, of one attention, or of one day by the same hand for the same reason.
struct TraceGroup {
    /// The newest first; never empty.
    private(set) var lines: [TraceLine]

    var last: Instant { lines[0].at }
    var first: Instant { lines[lines.count - 1].at }
    var matter: TraceMatters.Matter? { lines[0].matter }
    /// Each once, in the order in which they came last.
    var who: [String] { distinct(lines.map(\.who)) }
    var places: [String] { distinct(lines.compactMap(\.place)) }
    var reads: Int { lines.count(where: \.isRead) }
    /// The registers that were asked, each with its lines.
    var registers: [(name: String, lines: [TraceLine])] {
        distinct(lines.flatMap(\.registers)).map { name in (name, lines.filter { $0.registers.contains(name) }) }
    }

    /// Each line in one group; the groups in the order of their newest lines.
    static func groups(_ lines: [TraceLine]) -> [TraceGroup] {
        var (groups, places) = ([TraceGroup](), [String: Int]())
        for line in lines {
            let key = key(line)
            if let place = places[key] {
                groups[place].lines.append(line)
            } else {
                places[key] = groups.count
                groups.append(TraceGroup(lines: [line]))
            }
        }
        return groups
    }

    private static func key(_ line: TraceLine) -> String {
        if let matter = line.matter { return "matter \(matter.code.plain)" }
        if let interaction = line.interaction { return "contact \(interaction)" }
        return "\(Day(of: line.at).number) \(line.who) \(line.why ?? line.what)"
    }

    private func distinct(_ words: [String]) -> [String] {
        var seen = Set<String>()
        return words.filter { seen.insert($0).inserted }
    }
}

import Expressions

/// Things and what they are compared with, and every way in which each can lie among those.
struct Order {
    enum Mark: Hashable {
        case number(Int64), moment(Timestamp), text(String)

        /// Whether it comes before or after another; of texts it only matters whether they are the same.
        var isOrdered: Bool { if case .text = self { false } else { true } }

        var kind: String {
            switch self {
            case .number: "number"
            case .moment: "moment"
            case .text: "text"
            }
        }

        static func precedes(_ a: Mark, _ b: Mark) -> Bool {
            switch (a, b) {
            case (.number(let a), .number(let b)): a < b
            case (.moment(let a), .moment(let b)): a < b
            case (.text(let a), .text(let b)): a < b
            default: false
            }
        }
    }

    enum Side {
        case before, same, after

        var turned: Side {
            switch self {
            case .before: .after
            case .same: .same
            case .after: .before
            }
        }
    }

    indirect enum Part {
        case truth(Bool)
        /// A condition of which nothing is known.
        case free(String)
        case compared(String, Set<Side>, Mark)
        case not(Part)
        case all([Part])
        case any([Part])
    }

    /// Ways that are tried at most.
    private static let most = 4_096
    private var free: Set<String> = []
    private var things: [String: (possible: Possible, marks: Set<Mark>)] = [:]

    mutating func free(_ node: Checked) -> Part {
        free.insert(node.written)
        return .free(node.written)
    }

    /// nil for what is of no kind that can be compared so.
    mutating func compared(_ node: Checked, _ possible: Possible, _ sides: Set<Side>, with mark: Mark) -> Part? {
        let isEqual = sides.contains(.before) == sides.contains(.after)
        guard [.int, .timestamp, .string, .dyn].contains(node.type), mark.isOrdered || isEqual else { return nil }
        // What may be of any kind is another thing beside a number than beside a text.
        let name = "\(node.written) \(mark.kind)"
        things[name, default: (possible, [])].marks.insert(mark)
        return .compared(name, sides, mark)
    }

    /// What it comes to whatever is chosen; nil when that is not always the same.
    func always(_ whole: Part) -> Bool? {
        let marks = things.mapValues { $0.marks.sorted(by: Mark.precedes) }
        let names = (marks.keys.sorted() + free.sorted())
        let choices = names.map { name in marks[name].map { Self.places(things[name]?.possible ?? .anything, $0) } ?? [0, 1] }
        var count = 1
        for each in choices { count = min(count * each.count, Self.most + 1) }
        guard count > 0, count <= Self.most else { return nil }
        var seen: Set<Bool> = []
        for number in 0..<count {
            var (rest, chosen) = (number, [String: Int]())
            for (name, places) in zip(names, choices) {
                chosen[name] = places[rest % places.count]
                rest /= places.count
            }
            seen.insert(Self.holds(whole, chosen, marks))
            if seen.count == 2 { return nil }
        }
        return seen.first
    }

    /// Where it can lie: `2i` is before the mark `i` and after the one before that, `2i + 1` is the mark itself.
    private static func places(_ possible: Possible, _ marks: [Mark]) -> [Int] {
        (0...(2 * marks.count)).filter { place in
            let (before, after) = (place / 2 - 1, place / 2)
            switch possible {
            case .number(let range, _):
                guard case .number? = marks.first else { return true }
                func at(_ index: Int) -> Int64? {
                    if marks.indices.contains(index), case .number(let number) = marks[index] { number } else { nil }
                }
                if place % 2 == 1 { return at(after).map(range.contains) ?? true }
                let least = at(before).map { $0 == .max ? nil : max(range.lowerBound, $0 + 1) } ?? range.lowerBound
                let most = at(after).map { $0 == .min ? nil : min(range.upperBound, $0 - 1) } ?? range.upperBound
                guard let least, let most else { return false }
                return least <= most
            case .words(let options, _):
                let named = Set(marks.compactMap { if case .text(let text) = $0 { text } else { nil } })
                if place % 2 == 0 { return place == 0 && !options.isSubset(of: named) }
                if case .text(let text) = marks[after] { return options.contains(text) }
                return true
            default: return true
            }
        }
    }

    private static func holds(_ part: Part, _ chosen: [String: Int], _ marks: [String: [Mark]]) -> Bool {
        switch part {
        case .truth(let bool): return bool
        case .free(let name): return chosen[name] == 1
        case .not(let inner): return !holds(inner, chosen, marks)
        case .all(let parts): return parts.allSatisfy { holds($0, chosen, marks) }
        case .any(let parts): return parts.contains { holds($0, chosen, marks) }
        case .compared(let name, let sides, let mark):
            let (place, own) = (chosen[name] ?? 0, 2 * (marks[name]?.firstIndex(of: mark) ?? 0) + 1)
            return sides.contains(place < own ? .before : place == own ? .same : .after)
        }
    }
}

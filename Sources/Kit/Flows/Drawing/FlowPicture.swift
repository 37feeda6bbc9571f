/// Where the boxes of a drawing stand: each to the right of all that it depends on, near what it comes from. Measures are in pixels.
public struct FlowPicture: Sendable {
    public struct Box: Sendable {
        public enum Kind: String, Sendable { case fact, question, value, parameter, rule, decision, stage }

        public let kind: Kind
        public let lines: [String]
        public let x: Int
        public let y: Int
    }

    public struct Arrow: Sendable {
        public let from: (x: Int, y: Int)
        public let to: (x: Int, y: Int)
        public let words: String
    }

    public static let width = 190
    public static let height = 58
    private static let gap = (x: 60, y: 16)
    private static let line = 30
    private static let mostLines = 3

    public let boxes: [Box]
    public let arrows: [Arrow]
    public let size: (width: Int, height: Int)

    public init(_ drawing: FlowDrawing) {
        let ids = drawing.boxes.map(\.id)
        var sources: [String: [String]] = [:]
        for arrow in drawing.arrows { sources[arrow.to, default: []].append(arrow.from) }
        let columns = Self.columns(ids, sources)
        var places: [String: Int] = [:]
        var rows: [[String]] = Array(repeating: [], count: (columns.values.max() ?? 0) + 1)
        for id in ids { rows[columns[id] ?? 0].append(id) }
        for column in rows.indices {
            // Near the middle of what it comes from; what comes from nothing keeps the order of the file.
            let order = rows[column].enumerated().map { place, id -> (id: String, weight: Double) in
                let from = (sources[id] ?? []).compactMap { places[$0] }
                return (id, from.isEmpty ? Double(place) : Double(from.reduce(0, +)) / Double(from.count))
            }
            rows[column] = order.sorted { ($0.weight, $0.id) < ($1.weight, $1.id) }.map(\.id)
            for (place, id) in rows[column].enumerated() { places[id] = place }
        }
        func corner(_ id: String) -> (x: Int, y: Int) {
            ((columns[id] ?? 0) * (Self.width + Self.gap.x) + 8, (places[id] ?? 0) * (Self.height + Self.gap.y) + 8)
        }
        boxes = drawing.boxes.map { box in
            let (x, y) = corner(box.id)
            return Box(kind: box.kind, lines: Self.wrapped(box.words), x: x, y: y)
        }
        arrows = drawing.arrows.map { arrow in
            let (from, to) = (corner(arrow.from), corner(arrow.to))
            return Arrow(
                from: (from.x + Self.width, from.y + Self.height / 2), to: (to.x, to.y + Self.height / 2), words: arrow.words)
        }
        size = (
            rows.count * (Self.width + Self.gap.x) - Self.gap.x + 16,
            (rows.map(\.count).max() ?? 0) * (Self.height + Self.gap.y) - Self.gap.y + 16
        )
    }

    /// One more than the greatest of what it comes from. A service in which something depends on itself is never drawn to the end.
    private static func columns(_ ids: [String], _ sources: [String: [String]]) -> [String: Int] {
        var columns = Dictionary(ids.map { ($0, 0) }) { first, _ in first }
        for _ in ids {
            var moved = false
            for id in ids {
                let least = (sources[id] ?? []).map { (columns[$0] ?? 0) + 1 }.max() ?? 0
                if least > columns[id] ?? 0, least <= ids.count {
                    columns[id] = least
                    moved = true
                }
            }
            if !moved { break }
        }
        return columns
    }

    private static func wrapped(_ words: String) -> [String] {
        var lines: [String] = []
        for part in words.split(separator: "\n") {
            var line = ""
            for word in part.split(separator: " ") {
                if !line.isEmpty, line.count + word.count >= Self.line {
                    lines.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            lines.append(line)
        }
        guard lines.count > mostLines else { return lines }
        return Array(lines.prefix(mostLines - 1)) + ["\(lines[mostLines - 1])…"]
    }
}

/// Where the boxes of a drawing stand: each to the right of all that it depends on, near what it comes from. Measures are in pixels.
public struct FlowPicture: Sendable {
    public struct Box: Sendable {
        public enum Kind: String, Sendable { case fact, question, date, value, parameter, rule, decision, stage }

        public let kind: Kind
        public let lines: [String]
        public let x: Int
        public let y: Int
    }

    /// A stretch of a line: from one column to the next, or past the boxes of a column.
    public struct Arrow: Sendable {
        public let from: (x: Int, y: Int)
        public let to: (x: Int, y: Int)
    }

    public static let width = 190
    public static let height = 58
    private static let line = 30
    private static let mostLines = 3

    public let boxes: [Box]
    public let arrows: [Arrow]
    public let size: (width: Int, height: Int)

    public init(_ drawing: FlowDrawing) {
        let layout = FlowLayout(drawing)
        boxes = drawing.boxes.map { box in
            let (x, y) = layout.corner(box.id)
            return Box(kind: box.kind, lines: Self.wrapped(box.words), x: x, y: y)
        }
        arrows = layout.arrows
        size = layout.size
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

extension FlowDrawing {
    /// In the DOT language of Graphviz.
    public var dot: String {
        var lines = [
            "digraph {",
            "  rankdir=LR; node [fontname=\"sans-serif\" fontsize=11 style=filled]; edge [fontname=\"sans-serif\" fontsize=9]",
        ]
        for box in boxes { lines.append(Self.node(box.id, box.words, box.kind)) }
        for arrow in arrows {
            lines.append(
                "  \(Self.quoted(arrow.from)) -> \(Self.quoted(arrow.to))"
                    + (arrow.words.isEmpty ? "" : " [label=\(Self.quoted(arrow.words))]"))
        }
        let keys = legend.map { "  " + Self.node("leyenda \($0.kind.rawValue)", $0.words, $0.kind) }
        return (lines + ["  subgraph cluster_leyenda {"] + keys + ["  }", "}"]).joined(separator: "\n") + "\n"
    }

    private static func node(_ id: String, _ words: String, _ kind: FlowPicture.Box.Kind) -> String {
        "  \(quoted(id)) [label=\(quoted(words)) shape=\(shape(kind)) fillcolor=\(quoted(kind.fill))]"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    private static func shape(_ kind: FlowPicture.Box.Kind) -> String {
        switch kind {
        case .fact: "cylinder"
        case .question: "box"
        case .date: "oval"
        case .value: "ellipse"
        case .parameter: "note"
        case .rule: "hexagon"
        case .decision: "doubleoctagon"
        case .stage: "box3d"
        case .stop: "octagon"
        case .paper: "folder"
        }
    }
}

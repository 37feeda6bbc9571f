import Flows
import Markup

/// The picture of a service (SVG 1.1), with what its shapes and colours stand for above it.
public enum FlowView {
    /// `title` says what it is to those who do not see it. `alone` writes it as a file of its own.
    public static func svg(_ picture: FlowPicture, title: String, alone: Bool = false) -> HTML {
        """
        <svg\(Attribute("xmlns", alone ? "http://www.w3.org/2000/svg" : nil)) class="flow" role="img" aria-label="\(title)" \
        width="\("\(picture.size.width)")" height="\("\(picture.size.height)")" \
        viewBox="0 0 \("\(picture.size.width)") \("\(picture.size.height)")" font-family="sans-serif" font-size="13">
        \(each: picture.legend, { key($0) })\(each: picture.arrows, { arrow($0) })\(each: picture.boxes, { box($0) })</svg>
        """
    }

    private static func arrow(_ arrow: FlowPicture.Arrow) -> HTML {
        let middle = (arrow.from.x + arrow.to.x) / 2
        let path =
            "M\(arrow.from.x) \(arrow.from.y) C\(middle) \(arrow.from.y) \(middle) \(arrow.to.y) \(arrow.to.x) \(arrow.to.y)"
        let head = "M\(arrow.to.x) \(arrow.to.y) l-10 -5 v10 z"
        return """
            <path d="\(path)" fill="none" stroke="currentColor" stroke-width="1.4" stroke-opacity=".7"/>
            \(when: arrow.isLast, "<path d=\"\(head)\" fill=\"currentColor\"/>\n")
            """
    }

    private static func key(_ box: FlowPicture.Box) -> HTML {
        """
        <g>\(outline(box))<text x="\("\(box.x + box.width + 10)")" y="\("\(box.y + box.height / 2 + 5)")" \
        fill="currentColor">\(box.lines.joined(separator: " "))</text></g>

        """
    }

    private static func box(_ box: FlowPicture.Box) -> HTML {
        let first = box.y + box.height / 2 + (box.kind == .fact ? 9 : 5) - (box.lines.count - 1) * FlowPicture.line / 2
        return """
            <g>\(outline(box))\
            \(each: Array(box.lines.enumerated()), { place, line in
                "<text x=\"\("\(box.x + box.width / 2)")\" y=\"\("\(first + place * FlowPicture.line)")\" text-anchor=\"middle\" fill=\"#1b2430\">\(line)</text>"
            })</g>

            """
    }

    private static func outline(_ box: FlowPicture.Box) -> HTML {
        let dashes = box.kind == .date ? "4 3" : nil
        return """
            <path d="\(FlowShape.path(box))" fill="\(box.kind.fill)" stroke="#3f4d58" stroke-width="\(box.kind == .stop ? "2" : "1.2")"\
            \(Attribute("stroke-dasharray", dashes))/>
            """
    }
}

/// The outline of a box: each kind is known by its shape too, and not by its colour alone.
private enum FlowShape {
    static func path(_ box: FlowPicture.Box) -> String {
        let (x, y, w, h) = (box.x, box.y, box.width, box.height)
        let right = x + w
        switch box.kind {
        case .question: return "M\(x) \(y) h\(w) v\(h) h-\(w) z"
        case .fact:
            return
                "M\(x) \(y + 6) a\(w / 2) 6 0 0 1 \(w) 0 v\(h - 12) a\(w / 2) 6 0 0 1 -\(w) 0 z M\(right) \(y + 6) a\(w / 2) 6 0 0 1 -\(w) 0"
        case .value, .date: return rounded(box, h / 2)
        case .stage: return rounded(box, 8)
        case .decision: return rounded(box, 6) + " M\(x + 4) \(y + 4) h\(w - 8) v\(h - 8) h-\(w - 8) z"
        case .parameter: return "M\(x) \(y) h\(w - 12) l12 12 v\(h - 12) h-\(w) z M\(right) \(y + 12) h-12 v-12"
        case .rule: return "M\(x + 10) \(y) H\(right - 10) L\(right) \(y + h / 2) L\(right - 10) \(y + h) H\(x + 10) L\(x) \(y + h / 2) z"
        case .stop:
            return
                "M\(x + 10) \(y) H\(right - 10) l10 10 V\(y + h - 10) l-10 10 H\(x + 10) l-10 -10 V\(y + 10) z"
        case .paper:
            return "M\(x) \(y) h\(w) v\(h - 6) q-\(w / 4) -8 -\(w / 2) 0 t-\(w / 2) 0 z"
        }
    }

    private static func rounded(_ box: FlowPicture.Box, _ radius: Int) -> String {
        let (across, down) = (box.width - 2 * radius, box.height - 2 * radius)
        let turn = "a\(radius) \(radius) 0 0 1"
        return "M\(box.x + radius) \(box.y) h\(across) \(turn) \(radius) \(radius) v\(down) \(turn) -\(radius) \(radius) "
            + "h-\(across) \(turn) -\(radius) -\(radius) v-\(down) \(turn) \(radius) -\(radius) z"
    }
}

import Flows
import Markup

/// The picture of a service (SVG 1.1).
public enum FlowView {
    /// `title` says what it is to those who do not see it. `alone` writes it as a file of its own.
    public static func svg(_ picture: FlowPicture, title: String, alone: Bool = false) -> HTML {
        """
        <svg\(Attribute("xmlns", alone ? "http://www.w3.org/2000/svg" : nil)) class="flow" role="img" aria-label="\(title)" \
        width="\("\(picture.size.width)")" height="\("\(picture.size.height)")" \
        viewBox="0 0 \("\(picture.size.width)") \("\(picture.size.height)")" font-family="sans-serif" font-size="11">
        \(each: picture.arrows, { arrow($0) })\(each: picture.boxes, { box($0) })</svg>
        """
    }

    private static func arrow(_ arrow: FlowPicture.Arrow) -> HTML {
        let middle = (arrow.from.x + arrow.to.x) / 2
        let path =
            "M\(arrow.from.x) \(arrow.from.y) C\(middle) \(arrow.from.y) \(middle) \(arrow.to.y) \(arrow.to.x) \(arrow.to.y)"
        return "<path d=\"\(path)\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".35\"/>\n"
    }

    private static func box(_ box: FlowPicture.Box) -> HTML {
        let first = box.y + FlowPicture.height / 2 + 4 - (box.lines.count - 1) * 8
        return """
            <g><rect x="\("\(box.x)")" y="\("\(box.y)")" width="\("\(FlowPicture.width)")" height="\("\(FlowPicture.height)")" \
            rx="\(rounding(box.kind))" fill="\(fill(box.kind))" stroke="#51606b"/>\
            \(each: Array(box.lines.enumerated()), { place, line in
                "<text x=\"\("\(box.x + FlowPicture.width / 2)")\" y=\"\("\(first + place * 15)")\" text-anchor=\"middle\" fill=\"#1b2430\">\(line)</text>"
            })</g>

            """
    }

    private static func rounding(_ kind: FlowPicture.Box.Kind) -> String {
        switch kind {
        case .question: "4"
        case .value, .parameter, .date: "29"
        case .fact, .rule, .decision, .stage: "12"
        }
    }

    private static func fill(_ kind: FlowPicture.Box.Kind) -> String {
        switch kind {
        case .fact: "#e3eef6"
        case .question: "#ffffff"
        case .value: "#f3efe6"
        case .parameter: "#f8f6f0"
        case .date: "#f2edf7"
        case .rule: "#fbeecb"
        case .decision: "#d9ecdf"
        case .stage: "#eceff2"
        }
    }
}

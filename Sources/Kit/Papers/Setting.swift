import CPapers
import Typography

/// How the words of a paper look. Lengths are points, 72 to the inch.
enum Style {
    case warning, issuer, title, line, text, strong, detail, part, point, closing, foot

    var font: String {
        switch self {
        case .warning: "DejaVu Sans Bold 11"
        case .issuer: "DejaVu Sans 10.5"
        case .title: "DejaVu Sans Bold 19"
        case .line, .text: "DejaVu Sans 11"
        case .strong, .point: "DejaVu Sans Bold 11"
        case .part: "DejaVu Sans Bold 14"
        case .detail: "DejaVu Sans 10"
        case .closing: "DejaVu Sans 9.5"
        case .foot: "DejaVu Sans 8.5"
        }
    }

    /// What it is to whoever hears the paper.
    var tag: String {
        switch self {
        case .title: "H1"
        case .part: "H2"
        case .point: "H3"
        default: "P"
        }
    }

    var before: Double { self == .part ? 14 : self == .point ? 6 : 0 }

    var after: Double {
        switch self {
        case .title: 14
        case .line, .point: 3
        case .detail: 4
        default: 7
        }
    }

    var isHeading: Bool { self == .part || self == .point }

    init(_ kind: Paper.Paragraph.Kind) {
        self =
            switch kind {
            case .text: .text
            case .strong: .strong
            case .detail: .detail
            case .part: .part
            case .point: .point
            }
    }
}

/// Sets words in lines.
struct Setting {
    let context: OpaquePointer
    let language: String

    /// Lines of one paragraph.
    struct Piece {
        let text: String
        let style: Style
        let high: Double
        /// Whether others of the same paragraph come before and after it.
        var isBegun = false
        var isContinued = false

        var before: Double { isBegun ? 0 : style.before }
        var after: Double { isContinued ? 2 : style.after }
    }

    /// So many lines stand together; what is longer may go on on another sheet.
    private static let lines = 8

    /// A paragraph in pieces that fit on a sheet.
    func pieces(_ text: String, _ style: Style, width: Double) -> [Piece] {
        let ends = laid(text, style, width: width) { layout in
            stride(from: Self.lines, to: Int(pango_layout_get_line_count(layout)) - 1, by: Self.lines).compactMap { line in
                pango_layout_get_line_readonly(layout, Int32(line)).map { Int($0.pointee.start_index) }
            }
        }
        let bytes = Array(Unbroken.text(text).utf8)
        let bounds = [0] + (ends ?? []) + [bytes.count]
        return zip(bounds, bounds.dropFirst()).enumerated().map { place, part in
            let said = String(decoding: bytes[part.0..<part.1], as: UTF8.self)
            return Piece(
                text: said, style: style, high: high(said, style, width: width), isBegun: place > 0,
                isContinued: place < bounds.count - 2)
        }
    }

    func high(_ text: String, _ style: Style, width: Double) -> Double {
        laid(text, style, width: width) { layout in
            var high: Int32 = 0
            pango_layout_get_pixel_size(layout, nil, &high)
            return Double(high)
        } ?? 0
    }

    func draw(_ text: String, _ style: Style, x: Double, y: Double, width: Double) {
        _ = laid(text, style, width: width) { layout in
            cairo_tag_begin(context, style.tag, nil)
            cairo_move_to(context, x, y)
            cairo_set_source_rgb(context, 0.07, 0.1, 0.14)
            pango_cairo_show_layout(context, layout)
            cairo_tag_end(context, style.tag)
        }
    }

    private func laid<Result>(_ text: String, _ style: Style, width: Double, _ body: (OpaquePointer) -> Result) -> Result? {
        guard let layout = pango_cairo_create_layout(context), let font = pango_font_description_from_string(style.font) else { return nil }
        defer {
            g_object_unref(UnsafeMutableRawPointer(layout))
            pango_font_description_free(font)
        }
        pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72)
        pango_context_set_language(pango_layout_get_context(layout), pango_language_from_string(language))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_spacing(layout, Int32(2 * PANGO_SCALE))
        let held = Unbroken.text(text)
        pango_layout_set_text(layout, held, Int32(held.utf8.count))
        return body(layout)
    }
}

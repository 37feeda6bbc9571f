import CPapers

/// A sheet of A4 that is filled from the top; when it is full there is another. Lengths are points, 72 to the inch.
struct Sheet {
    static let width = 595.28
    static let height = 841.89
    private static let margin = 56.0

    enum Style {
        case issuer, title, line, paragraph, small, warning, foot

        var font: String {
            switch self {
            case .issuer: "DejaVu Sans 10"
            case .title: "DejaVu Sans Bold 18"
            case .line, .paragraph: "DejaVu Sans 11"
            case .small: "DejaVu Sans 9"
            case .foot: "DejaVu Sans 8"
            case .warning: "DejaVu Sans Bold 12"
            }
        }

        var tag: String { self == .title ? "H1" : "P" }
        var after: Double { self == .title ? 18 : self == .paragraph ? 8 : 5 }
    }

    private let context: OpaquePointer
    private let language: String
    private let foot: (_ number: Int) -> String?
    private var top = Sheet.margin
    /// Which one it is, from one.
    private(set) var number = 1

    /// `foot` is what stands at the foot of each; nil for nothing.
    init(_ context: OpaquePointer, language: String, foot: @escaping (_ number: Int) -> String?) {
        self.context = context
        self.language = language
        self.foot = foot
    }

    mutating func space(_ points: Double) { top += points }

    mutating func write(_ text: String, _ style: Style) {
        guard let layout = pango_cairo_create_layout(context), let font = pango_font_description_from_string(style.font) else { return }
        defer {
            g_object_unref(UnsafeMutableRawPointer(layout))
            pango_font_description_free(font)
        }
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, Int32((Self.width - 2 * Self.margin) * Double(PANGO_SCALE)))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_spacing(layout, Int32(2 * PANGO_SCALE))
        pango_context_set_language(pango_layout_get_context(layout), pango_language_from_string(language))
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        var high: Int32 = 0
        pango_layout_get_pixel_size(layout, nil, &high)
        if style != .foot { turn(for: Double(high)) }
        cairo_tag_begin(context, style.tag, nil)
        cairo_move_to(context, Self.margin, top)
        cairo_set_source_rgb(context, 0.07, 0.1, 0.14)
        pango_cairo_show_layout(context, layout)
        cairo_tag_end(context, style.tag)
        top += Double(high) + style.after
    }

    /// A square of so many points a side, each black or not.
    mutating func square(_ count: Int, isBlack: (_ x: Int, _ y: Int) -> Bool) {
        let side = 3.0
        turn(for: Double(count) * side)
        cairo_set_source_rgb(context, 0, 0, 0)
        for y in 0..<count {
            for x in 0..<count where isBlack(x, y) {
                cairo_rectangle(context, Self.margin + Double(x) * side, top + Double(y) * side, side, side)
            }
        }
        cairo_fill(context)
        top += Double(count) * side + 8
    }

    /// Another sheet when what comes does not fit on this one.
    private mutating func turn(for high: Double) {
        guard top + high > Self.height - Self.margin, top > Self.margin else { return }
        end()
        cairo_show_page(context)
        top = Self.margin
        number += 1
    }

    /// Nothing more comes on this sheet.
    mutating func end() {
        guard let text = foot(number) else { return }
        top = Self.height - Self.margin + 16
        write(text, .foot)
    }
}

import CPapers

/// The sheets of A4 of one paper. How many there are is known before the first is drawn.
struct Sheets {
    static let width = 595.28
    static let height = 841.89
    private static let margin = 56.0
    private static let column = width - 2 * margin
    /// A side of a point of the square.
    private static let point = 2.0
    private static let gap = 16.0

    private let setting: Setting
    private let pieces: [Setting.Piece]
    private let verification: String
    private let square: Square
    private let foot: (_ sheet: Int, _ of: Int) -> String

    init(_ paper: Paper, _ context: OpaquePointer) throws(PaperWriter.Failure) {
        let setting = Setting(context: context, language: paper.language)
        var words: [(String, Style)] = paper.warning.map { [($0, .warning)] } ?? []
        words += [(paper.issuer, .issuer), (paper.title, .title)]
        words += paper.lines.map { ("\($0.label): \($0.value)", .line) }
        var pieces = words.flatMap { setting.pieces($0.0, $0.1, width: Self.column) }
        pieces.append(Setting.Piece(text: "", style: .line, high: 6))
        pieces += paper.paragraphs.flatMap { setting.pieces($0.text, Style($0.kind), width: Self.column) }
        (self.setting, self.pieces, self.foot) = (setting, pieces, paper.foot)
        verification = paper.verification
        square = try Square(paper.code)
    }

    func draw() {
        let sheets = Pagination(
            pieces.map { .init(height: $0.before + $0.high + $0.after, isHeading: $0.style.isHeading) }, closing: closing,
            room: Self.height - 2 * Self.margin
        ).sheets
        for (place, sheet) in sheets.enumerated() {
            if place > 0 { cairo_show_page(setting.context) }
            var top = Self.margin
            for piece in pieces[sheet] {
                top += top > Self.margin ? piece.before : 0
                if !piece.text.isEmpty { setting.draw(piece.text, piece.style, x: Self.margin, y: top, width: Self.column) }
                top += piece.high + piece.after
            }
            if place == sheets.count - 1 { close(at: top) }
            guard sheets.count > 1 else { continue }
            setting.draw(
                foot(place + 1, sheets.count), .foot, x: Self.margin, y: Self.height - Self.margin + 16, width: Self.column)
        }
    }

    private var side: Double { Double(square.count) * Self.point }
    private var beside: Double { Self.column - side - Self.gap }

    /// How high the square and the words beside it are.
    private var closing: Double { 2 * Self.gap + max(side, setting.high(verification, .closing, width: beside)) }

    private func close(at top: Double) {
        let (context, y) = (setting.context, top + 2 * Self.gap)
        cairo_set_source_rgb(context, 0.6, 0.65, 0.7)
        cairo_rectangle(context, Self.margin, top + Self.gap - 4, Self.column, 0.6)
        cairo_fill(context)
        cairo_set_source_rgb(context, 0, 0, 0)
        for (row, column) in square.black {
            cairo_rectangle(
                context, Self.margin + Double(column) * Self.point, y + Double(row) * Self.point, Self.point, Self.point)
        }
        cairo_fill(context)
        setting.draw(verification, .closing, x: Self.margin + side + Self.gap, y: y, width: beside)
    }
}

/// A QR code (ISO/IEC 18004), error correction M.
private struct Square {
    /// Points a side.
    let count: Int
    let black: [(row: Int, column: Int)]

    init(_ text: String) throws(PaperWriter.Failure) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { throw .code }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        count = side
        black = (0..<side * side).filter { code.pointee.data[$0] & 1 == 1 }.map { ($0 / side, $0 % side) }
    }
}

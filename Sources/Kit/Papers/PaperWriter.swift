import CPapers

/// Draws a paper as PDF with cairo and pango: text that can be selected, searched and read aloud, with headings and paragraphs tagged.
public enum PaperWriter {
    public enum Failure: Error { case surface, code }

    /// The bytes of the PDF. Throws when cairo cannot make it.
    public static func pdf(_ paper: Paper) throws(Failure) -> [UInt8] {
        let (bytes, sheets) = try drawn(paper, of: 1)
        return sheets == 1 ? bytes : try drawn(paper, of: sheets).bytes
    }

    /// How many sheets it takes is known once it is drawn.
    private static func drawn(_ paper: Paper, of sheets: Int) throws(Failure) -> (bytes: [UInt8], sheets: Int) {
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, count in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes += UnsafeBufferPointer(start: data, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), Sheet.width, Sheet.height)
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .surface }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, paper.issuer)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, paper.content)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, paper.moment)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, paper.moment)
        guard let context = cairo_create(surface) else { throw .surface }
        var sheet = Sheet(context, language: paper.language) { sheets > 1 ? paper.foot($0, sheets) : nil }
        cairo_tag_begin(context, "Document", nil)
        if let warning = paper.warning { sheet.write(warning, .warning) }
        sheet.write(paper.issuer, .issuer)
        sheet.write(paper.title, .title)
        for line in paper.lines { sheet.write("\(line.label): \(line.value)", .line) }
        sheet.space(10)
        for paragraph in paper.paragraphs { sheet.write(paragraph, .paragraph) }
        sheet.space(14)
        try code(paper.code, &sheet)
        sheet.write(paper.verification, .small)
        sheet.end()
        cairo_tag_end(context, "Document")
        cairo_destroy(context)
        cairo_surface_finish(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .surface }
        return (sink.bytes, sheet.number)
    }

    private final class Sink { var bytes: [UInt8] = [] }

    /// A QR code (ISO/IEC 18004), error correction M.
    private static func code(_ text: String, _ sheet: inout Sheet) throws(Failure) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { throw .code }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        sheet.square(width) { x, y in (code.pointee.data[y * width + x] & 1) == 1 }
    }
}

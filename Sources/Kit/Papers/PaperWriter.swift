import CPapers

/// Draws a paper as PDF with cairo and pango: text that can be selected, searched and read aloud, with headings and paragraphs tagged.
public enum PaperWriter {
    public enum Failure: Error { case surface, code }

    /// The bytes of the PDF. Throws when cairo cannot make it.
    public static func pdf(_ paper: Paper) throws(Failure) -> [UInt8] {
        let sink = Sink()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, count in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes += UnsafeBufferPointer(start: data, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(sink).toOpaque(), Sheets.width, Sheets.height)
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .surface }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper.title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, paper.issuer)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, paper.content)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, paper.moment)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, paper.moment)
        guard let context = cairo_create(surface) else { throw .surface }
        defer { cairo_destroy(context) }
        let sheets = try Sheets(paper, context)
        cairo_tag_begin(context, "Document", nil)
        sheets.draw()
        cairo_tag_end(context, "Document")
        cairo_surface_finish(surface)
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw .surface }
        return sink.bytes
    }

    private final class Sink { var bytes: [UInt8] = [] }
}

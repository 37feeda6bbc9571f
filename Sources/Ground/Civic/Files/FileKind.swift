/// The kinds of files that people hand in, told by their first bytes and never by their name. Sources: ISO 32000-1 section 7.5.2 (PDF),
/// ITU T.81 annex B (JPEG), W3C PNG section 5.2, RFC 9649 section 2.3 (WebP), ISO/IEC 23008-12 (HEIC).
public enum FileKind: String, Sendable, Hashable, CaseIterable {
    case pdf, jpeg, png, webp, heic

    /// The kind that the bytes show; nil when they show none of these.
    public init?(sniffing bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(32))
        func holds(_ text: StaticString, at start: Int) -> Bool {
            text.withUTF8Buffer { expected in head.count >= start + expected.count && head[start...].starts(with: expected) }
        }
        if holds("%PDF-1.", at: 0) || holds("%PDF-2.", at: 0) {
            self = .pdf
        } else if head.starts(with: [0xFF, 0xD8, 0xFF]), head.count > 3, head[3] >= 0xC0, head[3] != 0xFF {
            self = .jpeg
        } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), holds("IHDR", at: 12) {
            self = .png
        } else if holds("RIFF", at: 0), holds("WEBPVP8", at: 8) {
            self = .webp
        } else if holds("ftypheic", at: 4) || holds("ftypheix", at: 4) || holds("ftypmif1", at: 4) {
            self = .heic
        } else {
            return nil
        }
    }

    /// Its media type (IANA).
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .webp: "image/webp"
        case .heic: "image/heic"
        }
    }

    /// As people call it.
    public var name: String {
        switch self {
        case .pdf: "PDF"
        case .jpeg: "JPG"
        case .png: "PNG"
        case .webp: "WebP"
        case .heic: "HEIC"
        }
    }
}

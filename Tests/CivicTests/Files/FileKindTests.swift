import Civic
import Testing

@Suite("The kind of a file")
struct FileKindTests {
    static let samples: [(FileKind, [UInt8])] = [
        (.pdf, Array("%PDF-1.4\n%".utf8)), (.pdf, Array("%PDF-2.0\n".utf8)), (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xDB]),
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)),
        (.webp, Array("RIFF".utf8) + [9, 0, 0, 0] + Array("WEBPVP8L".utf8)), (.heic, [0, 0, 0, 24] + Array("ftypheic".utf8)),
    ]

    @Test("is what its first bytes show")
    func kinds() {
        for (kind, bytes) in Self.samples {
            #expect(FileKind(sniffing: bytes) == kind)
            #expect(FileKind(sniffing: bytes + [UInt8](repeating: 7, count: 5000)) == kind)
        }
    }

    @Test("is none when they are cut short, shifted or of something else, whatever a name says")
    func others() {
        for (_, bytes) in Self.samples {
            #expect(FileKind(sniffing: bytes.prefix(3)) == nil)
            #expect(FileKind(sniffing: [0x20] + bytes) == nil)
        }
        for text in [
            "", "MZ\u{90}", "PK\u{3}\u{4}", "<html>", "<?xml version=\"1.0\"?><svg/>", "%!PS", "%PDF", "GIF89a", "#!/bin/sh",
            "RIFFxxxxWAVEfmt ",
        ] {
            #expect(FileKind(sniffing: Array(text.utf8)) == nil, "\(text)")
        }
        #expect(FileKind(sniffing: [0xFF, 0xD8, 0xFF, 0xFF]) == nil && FileKind(sniffing: [0xFF, 0xD8, 0xFF, 0]) == nil)
    }
}

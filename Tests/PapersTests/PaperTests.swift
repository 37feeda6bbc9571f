import Foundation
import Papers
import TestKit
import Testing
import Typography

@Suite("A paper as PDF")
struct PaperTests {
    private static func paper(_ paragraphs: [String] = ["Recibe una pensión."]) -> Paper {
        paper(paragraphs.map { Paper.Paragraph(.text, $0) })
    }

    private static func paper(_ paragraphs: [Paper.Paragraph]) -> Paper {
        Paper(
            language: "es-CL", issuer: "IPS", title: "Certificado de prueba", lines: [.init("Nombre", "Rosa Ñancupil")],
            paragraphs: paragraphs, verification: "Verifíquelo.", code: "https://ventanilla.example/verificar/ABCDEFGH",
            content: "ventanilla1.abc_-.x", warning: nil,
            moment: "2026-11-23T12:00:00Z"
        ) { "Hoja \($0) de \($1), código ABCD-EFGH" }
    }

    @Test("carries what a machine compares in one piece, whatever its length")
    func content() throws {
        var paper = Self.paper()
        paper.content = "ventanilla1." + String(repeating: "aZ09-_", count: 2_000) + ".fin"
        let bytes = try PaperWriter.pdf(paper)
        #expect(Data(bytes).range(of: Data(paper.content.utf8)) != nil)
    }

    /// Through poppler's tools where the machine has them: what somebody who cannot see it would hear.
    private static func text(_ bytes: [UInt8]) throws -> String? {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext") else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = ["-layout", file.path(), "-"]
        process.standardOutput = pipe
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Unbroken.plain(String(decoding: out, as: UTF8.self))
    }

    @Test("is the same bytes each time, with its title, its tags, and text that extracts with its accents")
    func whole() throws {
        let bytes = try PaperWriter.pdf(Self.paper())
        #expect(try PaperWriter.pdf(Self.paper()) == bytes)
        let plain = String(decoding: bytes, as: Unicode.ASCII.self)
        #expect(plain.hasPrefix("%PDF-1.") && plain.contains("/StructTreeRoot") && plain.contains("/H1"))
        if let text = try Self.text(bytes) {
            for words in ["Certificado de prueba", "Rosa Ñancupil", "Recibe una pensión.", "Verifíquelo."] { #expect(text.contains(words)) }
        }
    }

    @Test("goes on on another sheet when one is full")
    func sheets() throws {
        let bytes = try PaperWriter.pdf(
            Self.paper((1...80).map { "Párrafo \($0): \(String(repeating: "palabras y más palabras ", count: 8))" }))
        let pages = String(decoding: bytes, as: Unicode.ASCII.self).matches(of: #/\/Type \/Page[^s]/#).count
        #expect(pages > 2)
        if let text = try Self.text(bytes) {
            #expect(text.contains("Párrafo 80"))
            for sheet in 1...pages { #expect(text.contains("Hoja \(sheet) de \(pages), código ABCD-EFGH"), "each says which it is") }
        }
        if let alone = try Self.text(try PaperWriter.pdf(Self.paper())) { #expect(!alone.contains("Hoja")) }
    }

    @Test("has headings of three levels, and keeps what belongs together on one line")
    func headings() throws {
        let law = "Ley N° 21.419, artículo 10 c), 9UX9-5KUW, el 10 % "
        let bytes = try PaperWriter.pdf(
            Self.paper([.init(.part, "Por qué"), .init(.point, "Edad: Cumple"), .init(.text, String(repeating: law, count: 60))]))
        let plain = String(decoding: bytes, as: Unicode.ASCII.self)
        for tag in ["/H1", "/H2", "/H3"] { #expect(plain.contains("/S \(tag)"), "\(tag)") }
        guard let text = try Self.text(bytes) else { return }
        for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            for end in ["Ley", "N°", "artículo", " 10", "-"] { #expect(!line.hasSuffix(end), "\(line)") }
        }
    }

    @Test("never ends with a sheet that is nearly empty", arguments: 1...60)
    func full(_ count: Int) throws {
        let bytes = try PaperWriter.pdf(Self.paper((1...count).map { "Párrafo \($0) de \(count)." }))
        guard let text = try Self.text(bytes) else { return }
        let sheets = text.split(separator: "\u{0C}").filter { $0.contains { !$0.isWhitespace } }
        #expect(sheets.last.map { sheets.count == 1 || $0.matches(of: #/Párrafo/#).count >= 5 } == true, "\(sheets.count)")
        #expect(sheets.last?.contains("Verifíquelo.") == true)
    }
}

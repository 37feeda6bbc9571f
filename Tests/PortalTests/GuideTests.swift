import Civic
import Foundation
import Markup
import Ports
import TestKit
import Testing
import Web

@testable import Portal

@Suite("Help, accessibility, privacy and terms")
struct GuideTests {
    private static func activities() throws -> ProcessingRegister {
        let text = """
            {"version": "2026-11-25", "activities": [{"id": "atencion", "name": "Atenderle", "purpose": "Para <b>saber</b>",
            "legalBasis": "Ley 1", "confidence": "low", "source": "x", "data": ["Día", "Canal"], "persons": ["Quienes vienen"],
            "recipients": ["Nadie"], "transfers": "No", "security": ["Llave"],
            "retention": {"words": "Cinco años", "confidence": "high", "source": "x"}}]}
            """
        return try JSONDecoder().decode(ProcessingRegister.self, from: Data(text.utf8))
    }

    private func texts(_ language: String) throws -> Texts {
        try Texts(file: Reference.root + "/Texts/\(language).json", language: language)
    }

    @Test("each is sound, with contents that lead to its sections", arguments: ["es", "en"])
    func pages(_ language: String) throws {
        let texts = try texts(language)
        let centre = CallCentre.Reading(phone: "600 101", hours: "De lunes a viernes.", note: "Nota.")
        for page in [
            HelpView(texts: texts, callCentre: centre).page, AccessibilityView(texts: texts).page,
            PrivacyView(texts: texts, register: try Self.activities()).page,
            TermsView(texts: texts).page,
        ] {
            let html = page.main.string
            #expect(page.main.defects.isEmpty)
            let led = html.matches(of: /href="#([a-z-]+)"/).map { String($0.1) }
            #expect(led.count >= 5 && led.allSatisfy { html.contains("<section id=\"\($0)\">") })
            #expect(html.matches(of: /<h1>/).count == 1)
        }
    }

    @Test("the help gives the call centre's number and hours as the catalogue has them, and the 101 when it has none")
    func help() throws {
        let centre = CallCentre.Reading(phone: "600 101", hours: "De lunes a viernes.", note: nil)
        let html = HelpView(texts: try texts("es"), callCentre: centre).page.main.string
        #expect(html.contains("<a href=\"tel:600101\">600 101</a>") && html.contains("Horario: De lunes a viernes."))
        #expect(HelpView(texts: try texts("es"), callCentre: nil).page.main.string.contains("Llame al 101"))
    }

    @Test("privacy names the law and the day from which it holds")
    func privacy() throws {
        let html = PrivacyView(texts: try texts("es"), register: try Self.activities()).page.main.string
        #expect(html.contains("21.719") && html.contains("1 de diciembre de 2026"))
    }

    @Test("privacy is made from the register: each use can be opened, what is not sure says so, and its words are the catalogue's")
    func register() throws {
        let html = PrivacyView(texts: try texts("en"), register: try Self.activities()).page.main.string
        #expect(html.contains("<summary lang=\"es\">Atenderle</summary>") && html.contains("Para &lt;b&gt;saber"))
        #expect(html.contains("Ley 1</span> <span class=\"quiet\">(To be confirmed in the law)"))
        #expect(html.contains("Cinco años</span></dd>") && html.contains("Día; Canal"))
    }
}

import Definitions
import Flows
import TestKit
import Testing

@Suite("A definition of a service")
struct ReadingTests {
    private static let small = """
        id: prueba
        version: 1
        sheet: una-ficha
        institution: IPS
        title: Una prueba
        lead: Se prueba.
        media: [page, voice]
        assurance: {begin: declared, facts: verified, submit: verified}
        questions:
          - {id: quiere, answer: yesNo, text: "¿Quiere?"}
        rules:
          - {id: quiere_r, title: Quiere, require: quiere, met: Sí., unmet: No., basis: Ley 1}
        silence: none
        ending: {immediate: true, granted: Listo., refused: No., next: Nada más.}

        """

    private static func defects(_ text: String) -> [String] {
        do throws(FileDefects) {
            _ = try ServiceReader.service(text, file: "prueba.yaml")
            return []
        } catch {
            return error.defects.map(\.description)
        }
    }

    private static func checked(_ text: String) throws -> [String] {
        ServiceCheck(try ServiceReader.service(text, file: "prueba.yaml"), file: "prueba.yaml").defects().map(\.description)
    }

    @Test("is whole, or every fault is told with its line")
    func faults() throws {
        #expect(Self.defects(Self.small).isEmpty)
        for (from, to, told) in [
            ("silence: none", "silencio: none", "unknown field"), ("version: 1", "version: uno", "version"),
            ("title: Una prueba", "", "title: is missing"),
            ("require: quiere", "require: quiere >", "prueba.yaml:12"),
            ("require: quiere", "require: 1 + 1", "gives int, and bool is needed"),
            ("require: quiere", "require: otra", "there is no variable 'otra'"), ("answer: yesNo", "answer: choice", "options"),
            ("media: [page, voice]", "media: [fax]", "media"), ("id: quiere,", "id: Quiere!,", "a name has small letters"),
            ("{begin: declared", "{begin: known", "must be one of"), ("questions:", "questions: {}\nother:", "questions"),
        ] {
            let found = Self.defects(Self.small.replacing(from, with: to))
            #expect(found.contains { $0.contains(told) }, "\(to): \(found)")
        }
        #expect(Self.defects("").first?.contains("empty") == true)
        #expect(Self.defects("[1, 2]").isEmpty == false)
    }

    @Test("does not go live when a path has no end, a rule no effect, or a text is too long to be heard")
    func checks() throws {
        #expect(try Self.checked(Self.small).isEmpty)
        for (from, to, told) in [
            ("immediate: true, ", "", "none decides"), ("require: quiere", "require: quiere || true", "always true"),
            ("require: quiere", "require: quiere && 1 > 2", "always false"), ("require: quiere", "require: 2 > 1", "depends on nothing"),
            ("¿Quiere?", String(repeating: "¿Quiere?", count: 40), "too long to be heard"),
            ("begin: declared, facts: verified, submit: verified", "begin: verified, facts: verified, submit: declared", "more strictly"),
            ("rules:", "values:\n  - {id: v, name: V, kind: yesNo, is: v || quiere}\nrules:", "depends on itself"),
            ("rules:", "values:\n  - {id: v, name: V, kind: yesNo, is: quiere}\nrules:", "nothing uses it"),
        ] {
            let found = try Self.checked(Self.small.replacing(from, with: to))
            #expect(found.contains { $0.contains(told) }, "\(to): \(found)")
        }
    }

    @Test("that is shipped can go live")
    func shipped() throws {
        for id in ["liquidacion-de-pago", "pension-garantizada-universal"] {
            let service = try Pension.service(id)
            #expect(ServiceCheck(service, file: id).defects().isEmpty)
        }
    }
}

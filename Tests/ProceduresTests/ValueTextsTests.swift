import Civic
import Expressions
import Flows
import Foundation
import Testing

@testable import Procedures

@Suite("What is known, in words")
struct ValueTextsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    private static let text = """
        id: prueba
        version: 1
        sheet: una-ficha
        institution: IPS
        title: Una prueba
        lead: Se prueba.
        media: [page]
        assurance: {begin: declared, facts: verified, submit: verified}
        questions:
          - id: ninos
            answer: groups
            text: ¿Quiénes?
            fields:
              - {id: nombre, answer: text, text: Nombre}
              - {id: km, answer: wholeNumber, text: Kilómetros hasta el colegio}
              - {id: nivel, answer: choice, text: Nivel, options: [{id: basica, text: Básica}, {id: media, text: Media}]}
        values:
          - {id: becados, kind: records, name: Quienes van lejos, is: "ninos.filter(n, n.km > 3)"}
          - {id: primeros, kind: records, name: Los primeros, is: "size(becados) > 1 ? becados.filter(b, b.nivel == 'basica') : becados"}
          - {id: niveles, kind: texts, name: Niveles, is: "becados.map(n, string(n.nivel))"}
          - {id: nivel, kind: text, name: Nivel, is: "becados[0].nivel"}
        rules:
          - {id: hay, title: Hay, require: size(primeros) > 0, met: Sí., unmet: No., basis: Ley 1}
        silence: none
        ending: {immediate: true, granted: Sí., refused: No., next: Nada.}

        """

    @Test("what is computed of answers is said as the answers are: with its questions, and the words of what was chosen")
    func computed() throws {
        let service = try ServiceReader.service(Self.text, file: "prueba.yaml")
        let texts = ValueTexts(
            texts: try Languages(folder: Self.root + "/Texts").all[0], territory: try Territory(folder: Self.root + "/Catalogue/territory"))
        var map = ValueMap()
        for (name, value) in [("nombre", Value.string("Ana")), ("km", .int(5)), ("nivel", .string("basica"))] {
            _ = map.insert(.string(name), value)
        }
        let children = Value.list([.map(map)])
        let said = texts.said("ninos", children, in: service)
        #expect(said == "Ana, Kilómetros hasta el colegio: 5, Básica")
        #expect(texts.said("becados", children, in: service) == said)
        #expect(texts.said("primeros", children, in: service) == said, "of what is computed of that too")
        #expect(texts.said("niveles", .list([.string("media"), .string("basica")]), in: service) == "Media, Básica")
        #expect(texts.said("nivel", .string("media"), in: service) == "Media")
    }
}

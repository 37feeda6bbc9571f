import Testing
import Typography

@Suite("What stays on one line")
struct UnbrokenTests {
    @Test(
        "is held together by no-break spaces and word joiners, and nothing else is",
        arguments: [
            ("Norma: Ley N° 21.419, artículo 10 c).", "Norma: Ley~N°~21.419, artículo~10~c)."),
            ("el 10 % más rico", "el 10~% más rico"),
            ("art. 31 y artículos 9 y 12", "art.~31 y artículos~9 y 12"),
            ("Decreto Nº 5 y articles 1 and 2", "Decreto~Nº~5 y articles~1 and 2"),
            ("paga $231.732 y debe -$1.000, CLP 1,000", "paga $231.732 y debe -+$1.000, CLP~1,000"),
            ("Código 9UX9-5KUW, o 7K3M-9QX2-4", "Código 9UX9-+5KUW, o 7K3M-+9QX2-+4"),
            ("RUN 20.347.878-K y 12.345.678-5", "RUN 20.347.878-+K y 12.345.678-5"),
            ("2026-11-23, auto-servicio, COVID-ito", "2026-11-23, auto-servicio, COVID-ito"),
            ("parte 31 de 5 a) no", "parte 31 de 5~a) no"), ("- $ 3 %", "- $ 3~%"), ("N° ", "N° "), ("", ""), ("-", "-"), (" ", " "),
        ])
    func held(_ plain: String, _ expected: String) {
        let held = Unbroken.text(plain)
        #expect(held == expected.replacing("~", with: "\u{A0}").replacing("+", with: "\u{2060}"))
        #expect(Unbroken.plain(held) == plain)
    }

    @Test("is so between the tags of a page alone, and not where people type or copy it")
    func markup() {
        let asItIs = [
            "<title>Ley N° 5</title>", "<input value=\"Ley N° 5 > 10 %\">", "<textarea name=\"a\">Ley N° 5</textarea>",
            "<option>10 %</option>", "<code>9UX9-5KUW</code>", "<script>1 % 2</script>", "<pre>10 % <b>10 %</b></pre>",
        ]
        for piece in asItIs { #expect(String(decoding: Unbroken.markup(Array(piece.utf8)), as: UTF8.self) == piece) }
        let page = "<p title='10 %'>el 10 %</p><textarea>10 %</textarea><p>9UX9-5KUW <"
        #expect(
            String(decoding: Unbroken.markup(Array(page.utf8)), as: UTF8.self)
                == "<p title='10 %'>el 10\u{A0}%</p><textarea>10 %</textarea><p>9UX9-\u{2060}5KUW <")
    }
}

import Markup
import Testing

@testable import Web

@Suite("Bars")
struct BarTests {
    private func bars(_ bars: [Figures.Bar], _ tone: Figures.Tone = .selfService) throws -> FigureReading {
        FigureReading(try FigureSample.figures().bars(FigureSample.words(), [Figures.BarGroup(bars, tone: tone)]))
    }

    @Test("are as long as their values, from zero, in the narrow drawing and in the wide one")
    func proportional() throws {
        let reading = try bars([Figures.Bar("Web", 400), Figures.Bar("Módulo", 100), Figures.Bar("Nada", 0)])
        #expect(reading.isWellFormed)
        for svg in 0...1 {
            let lengths = reading.all("rect", svg: svg).map { $0.number("width") }
            try #require(lengths.count == 3)
            #expect(abs(lengths[0] / lengths[1] - 4) < 0.02 && lengths[2] == 0 && lengths[0] > 150)
            #expect(Set(reading.all("rect", svg: svg).map { $0.number("x") }).count == 1)
        }
    }

    @Test("go to the left of zero when they are negative")
    func negative() throws {
        let reading = try bars([Figures.Bar("Sube", 30), Figures.Bar("Baja", -60)])
        for svg in 0...1 {
            let rects = reading.all("rect", svg: svg)
            try #require(rects.count == 2)
            #expect(abs(rects[1].number("x") + rects[1].number("width") - rects[0].number("x")) < 0.2)
            #expect(abs(rects[1].number("width") / rects[0].number("width") - 2) < 0.02)
            #expect(reading.all("text", "strong", svg: svg).allSatisfy { $0.number("x") >= 0 })
        }
    }

    @Test("stay inside of their drawing with the longest names and numbers")
    func inside() throws {
        let long = "Subsecretaría de Desarrollo Regional y Administrativo de la Región de Aysén del General Carlos Ibáñez del Campo"
        let reading = try bars([Figures.Bar(long, 1e15), Figures.Bar("Web", 3)])
        for svg in 0...1 {
            let width = reading.box(svg: svg)[2]
            for text in reading.all("text", svg: svg) {
                let length = Lettering.width(text.text, isBold: text.classes.contains("strong"))
                let start = text.attributes["text-anchor"] == "end" ? text.number("x") - length : text.number("x")
                #expect(start >= -0.1 && start + length <= width + 0.1, "\(text)")
            }
        }
        #expect(reading.all("title").contains { $0.text == long }, "what is cut stands whole in a title")
        #expect(reading.cells.contains(long))
    }

    @Test("have all their numbers in the table, written as people here write them")
    func table() throws {
        let reading = try bars([Figures.Bar("Web", 1_234_567.5), Figures.Bar("Módulo", 12)])
        #expect(reading.cells == ["Canal", "Atenciones", "Web", "1.234.567,5", "Módulo", "12"])
        #expect(reading.words(svg: 0) == ["Web", "1.234.567,5", "Módulo", "12"])
    }

    @Test("leave a gap with words where there is no value, and never a zero")
    func missing() throws {
        let reading = try bars([Figures.Bar("Web", 5), Figures.Bar("Video", nil), Figures.Bar("Otro", .nan)])
        #expect(reading.all("rect", svg: 0).count == 1)
        #expect(reading.words(svg: 1) == ["Web", "5", "Video", "sin datos", "Otro", "sin datos"])
        #expect(reading.cells.filter { $0 == "sin datos" }.count == 2)
        #expect(!reading.cells.contains("0"))
    }

    @Test("say that there is nothing to show when there is nothing")
    func empty() throws {
        for bars in [[], [Figures.Bar("Web", nil)]] {
            let reading = try self.bars(bars)
            #expect(reading.all("svg").isEmpty && reading.all("table").isEmpty)
            #expect(reading.all("p").map(\.text).first == "Todavía no hay números que mostrar.")
        }
    }

    @Test("of both modalities stand under their words, in their colours")
    func groups() throws {
        let html = try FigureSample.figures().bars(
            FigureSample.words(),
            [
                Figures.BarGroup([Figures.Bar("Web", 5)], title: "Autoatención"),
                Figures.BarGroup([Figures.Bar("Sucursal", 3)], title: "Con ayuda", tone: .assisted),
            ])
        let reading = FigureReading(html)
        #expect(reading.all("rect", svg: 0).map(\.classes) == [["self"], ["assisted"]])
        #expect(reading.words(svg: 0) == ["Autoatención", "Web", "5", "Con ayuda", "Sucursal", "3"])
        #expect(reading.all("th").filter { $0.attributes["scope"] == "rowgroup" }.map(\.text) == ["Autoatención", "Con ayuda"])
    }
}

@Suite("The frame of a figure")
struct FrameTests {
    @Test("says what the figure shows, where it comes from, and what a screen reader needs")
    func says() throws {
        let html = try FigureSample.figures().bars(
            FigureSample.words("ventas"), [Figures.BarGroup([Figures.Bar("Web", 1500), Figures.Bar("Video", 20)])])
        let reading = FigureReading(html)
        #expect(reading.all("figcaption").map(\.text) == ["Más personas usan la web."])
        #expect(reading.all("p").contains { $0.text == "Fuente: registro propio" })
        let ids = reading.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("ventas") })
        for svg in reading.all("svg") {
            #expect(svg.attributes["role"] == "img")
            let named = svg.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
            #expect(named.count == 2 && named.allSatisfy(ids.contains))
        }
        #expect(reading.all("desc").allSatisfy { $0.text.contains("2 valores, desde 20 (Video) hasta 1.500 (Web)") })
        #expect(reading.all("table").first?.attributes["aria-labelledby"] == "ventas-says")
        #expect(reading.all("svg").map(\.classes) == [["small"], ["large"]])
    }

    @Test("escapes whatever it is given")
    func escapes() throws {
        let nasty = "<script>alert(\"x\")</script>&'"
        let words = Figures.Words(id: "f", caption: nasty, category: nasty, measure: nasty, source: nasty)
        let figures = Figures(texts: try FigureSample.texts()) { _ in nasty }
        let series = [Figures.Series(nasty, [1, nil, 3]), Figures.Series(nasty + nasty, [2, 2, 2], tone: .assisted)]
        let periods = [nasty, nasty, nasty]
        let all = [
            figures.bars(words, [Figures.BarGroup([Figures.Bar(nasty, 1)], title: nasty)]),
            figures.columns(words, periods: periods, series[0]), figures.lines(words, periods: periods, series),
            figures.multiples(words, periods: periods, series),
        ]
        for html in all {
            #expect(FigureReading(html).isWellFormed)
            #expect(!html.string.contains("<script"))
            #expect(!html.string.contains("style="))
        }
    }
}

import Markup
import Testing

@testable import Web

@Suite("Figures over time")
struct TimeFigureTests {
    private let months = ["ene", "feb", "mar", "abr", "may", "jun"]

    @Test("columns stand on zero and are as high as their values, with a gap where there is none")
    func columns() throws {
        let html = try FigureSample.figures().columns(
            FigureSample.words(), periods: months, Figures.Series("Web", [100, 50, nil, 25, 0, 75]))
        let reading = FigureReading(html)
        #expect(reading.isWellFormed)
        for svg in 0...1 {
            let rects = reading.all("rect", svg: svg)
            try #require(rects.count == 5)
            let heights = rects.map { $0.number("height") }
            #expect(abs(heights[0] - 2 * heights[1]) < 0.3 && abs(heights[1] - 2 * heights[2]) < 0.3 && heights[3] == 0)
            #expect(Set(rects.map { ($0.number("y") + $0.number("height")).rounded() }).count == 1)
        }
        #expect(reading.all("p").contains { $0.text == "Sin datos: mar." })
        #expect(
            reading.cells == ["Canal", "Atenciones", "ene", "100", "feb", "50", "mar", "sin datos", "abr", "25", "may", "0", "jun", "75"])
    }

    @Test("columns that are wide enough carry their number; many narrow ones have an axis, and the last and the greatest theirs")
    func numbers() throws {
        let figures = try FigureSample.figures()
        let few = FigureReading(figures.columns(FigureSample.words(), periods: ["a", "b"], Figures.Series("Web", [4, 9])))
        #expect(few.all("text", "strong", svg: 0).map(\.text) == ["4", "9"] && few.all("path", "rule").isEmpty)
        let many = (1...40).map { Double($0 == 12 ? 90_000 : 1000 + $0) }
        let reading = FigureReading(
            figures.columns(FigureSample.words(), periods: many.indices.map { "\(2000 + $0)" }, Figures.Series("Web", many)))
        #expect(reading.all("text", "strong", svg: 0).map(\.text) == ["90.000", "1.040"])
        #expect(!reading.all("path", "rule", svg: 0).isEmpty)
        let names = reading.words(svg: 0).filter { $0.hasPrefix("20") && $0.count == 4 }
        #expect(names.last == "2039" && names.count < 10)
    }

    @Test("names under the axis and numbers over the columns don't touch and stay inside", arguments: [1, 2, 7, 12, 19, 31, 60])
    func room(_ count: Int) throws {
        let values = (0..<count).map { Double($0 * 12_345 % 7_919) * 100 }
        let periods = (0..<count).map { "\($0 + 1) sept" }
        let reading = FigureReading(
            try FigureSample.figures().columns(FigureSample.words(), periods: periods, Figures.Series("Web", values)))
        for svg in 0...1 {
            let names = reading.all("text", svg: svg).filter { $0.text.hasSuffix("sept") || $0.text.hasSuffix("…") }
            #expect(!names.isEmpty)
            let spans = names.map { ($0.number("x") - Lettering.width($0.text) / 2, $0.number("x") + Lettering.width($0.text) / 2) }
            for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.1 <= next.0 + 0.1) }
            #expect(spans.allSatisfy { $0.0 >= -0.1 && $0.1 <= reading.box(svg: svg)[2] + 0.1 })
        }
    }

    @Test("a line is broken where a value is missing, and a value alone is a dot")
    func gaps() throws {
        let series = Figures.Series("Web", [1, 2, nil, 3, nil, 4])
        let reading = FigureReading(try FigureSample.figures().lines(FigureSample.words(), periods: months, [series]))
        let line = try #require(reading.all("path", "stroke", svg: 0).first?.attributes["d"])
        #expect(line.filter { $0 == "M" }.count == 3 && line.filter { $0 == "L" }.count == 1)
        #expect(reading.all("circle", svg: 0).count == 3, "two values alone, and the end, which is one of them")
        #expect(reading.all("p").contains { $0.text == "Sin datos: Web (mar, may)." })
    }

    @Test("the labels at the ends of lines never collide, however near the lines are", arguments: [2, 3, 4, 9])
    func ends(_ count: Int) throws {
        let series = (0..<count).map { Figures.Series("Serie \($0)", [10, 20, 30, 40, 50, 60 + Double($0) / 100]) }
        let reading = FigureReading(try FigureSample.figures().lines(FigureSample.words(), periods: months, series))
        for svg in 0...1 {
            let names = reading.all("text", "strong", svg: svg).map { $0.number("y") }.sorted()
            #expect(names.count == count)
            for (one, next) in zip(names, names.dropFirst()) { #expect(next - one >= 2 * Lettering.size) }
            let box = reading.box(svg: svg)
            #expect(try #require(names.first) > 12 && (try #require(names.last)) + 20 < box[3])
        }
    }

    @Test("lines of one tone differ by their strokes too")
    func strokes() throws {
        let series = ["a", "b", "c"].map { Figures.Series($0, [1, 2], tone: .assisted) }
        let reading = FigureReading(try FigureSample.figures().lines(FigureSample.words(), periods: ["1", "2"], series))
        let dashes = reading.all("path", "stroke", svg: 0).map { $0.attributes["stroke-dasharray"] ?? "" }
        #expect(Set(dashes).count == 3)
    }

    @Test("a line that does not begin at zero says so")
    func notZero() throws {
        let series = [Figures.Series("IPC", [101, 104])]
        let figures = try FigureSample.figures()
        let open = FigureReading(figures.lines(FigureSample.words(), periods: ["1", "2"], series, fromZero: false))
        #expect(open.all("p").contains { $0.text.hasPrefix("El eje no parte en cero") })
        let counts = FigureReading(figures.lines(FigureSample.words(), periods: ["1", "2"], series))
        #expect(!counts.all("p").contains { $0.text.hasPrefix("El eje no parte en cero") })
        #expect(counts.words(svg: 0).contains("0"))
    }

    @Test("small multiples have one scale: the same value is as high in each")
    func multiples() throws {
        let series = [Figures.Series("Norte", [10, 20]), Figures.Series("Sur", [10, 80]), Figures.Series("Nada", [nil, nil])]
        let reading = FigureReading(try FigureSample.figures().multiples(FigureSample.words(), periods: ["2017", "2035"], series))
        #expect(reading.isWellFormed && reading.all("svg").count == 3)
        let (north, south) = (reading.all("rect", svg: 0), reading.all("rect", svg: 1))
        #expect(north[0].number("height") == south[0].number("height"))
        #expect(abs(south[1].number("height") - 4 * north[1].number("height")) < 0.3)
        #expect(reading.all("rect", svg: 2).isEmpty)
        #expect(reading.cells == ["Canal", "Norte", "Sur", "Nada", "2017", "10", "10", "sin datos", "2035", "20", "80", "sin datos"])
        #expect(reading.all("p").contains { $0.text == "Sin datos: Nada (2017, 2035)." })
    }

    @Test("without values there is a sentence instead of a drawing")
    func empty() throws {
        let figures = try FigureSample.figures()
        let none = [Figures.Series("Web", [nil, .infinity]), Figures.Series("Video", [])]
        for html in [
            figures.columns(FigureSample.words(), periods: ["1"], none[0]), figures.lines(FigureSample.words(), periods: ["1", "2"], none),
            figures.multiples(FigureSample.words(), periods: [], none),
        ] {
            #expect(FigureReading(html).all("svg").isEmpty && html.string.contains("Todavía no hay números que mostrar."))
        }
    }

    @Test("one value, zeros alone and enormous values are drawn inside of the field")
    func extremes() throws {
        let figures = try FigureSample.figures()
        for values in [[5.0], [0, 0, 0], [1e300, 2], [-3, 0, -9], [1e-12, 3e-12]] {
            let series = Figures.Series("Web", values)
            let periods = values.indices.map { "\($0)" }
            for html in [
                figures.columns(FigureSample.words(), periods: periods, series),
                figures.lines(FigureSample.words(), periods: periods, [series]),
            ] {
                let reading = FigureReading(html)
                #expect(reading.isWellFormed)
                for rect in reading.all("rect") {
                    let box = reading.box(svg: try #require(rect.svg))
                    #expect(rect.number("y") >= 0 && rect.number("y") + rect.number("height") <= box[3] && rect.number("height") >= 0)
                }
            }
        }
    }
}

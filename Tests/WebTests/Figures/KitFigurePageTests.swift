import Civic
import Foundation
import Markup
import TestKit
import Testing

@testable import Web

@Suite("The figures in the kit")
struct KitFigurePageTests {
    private func page() throws -> Page {
        let texts = try FigureSample.texts()
        return KitFigureView(texts: texts, stylesheet: "/specimens.css").page(
            try FigureSamples(folder: Reference.root + "/Catalogue/territory", texts: texts))
    }

    @Test("are shown live, each with when to use it and when not")
    func live() throws {
        let page = try page()
        #expect(page.main.defects.isEmpty && page.path == "/kit/figuras")
        let reading = FigureReading(page.main)
        #expect(reading.isWellFormed)
        let figures = reading.all("figure").compactMap { $0.attributes["id"] }
        #expect(figures == ["crecimiento", "barras", "columnas", "lineas", "multiples", "mapa", "comunas", "vacia"])
        #expect(reading.all("dt").map(\.text).filter { $0 == "Úselo" }.count == 7)
        #expect(reading.all("h1").count == 1)
        let ids = reading.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count, "no id stands twice on the page")
    }

    @Test("say of invented numbers that they are, and of public ones whose they are")
    func sources() throws {
        let sources = FigureReading(try page().main).all("p", "quiet").map(\.text).filter { $0.hasPrefix("Fuente:") }
        #expect(sources.count == 8)
        #expect(sources.filter { $0.contains("inventados") }.count == 3)
        #expect(sources.filter { $0.contains("Instituto Nacional de Estadísticas") }.count == 4)
    }

    @Test("show the numbers that their sentences speak of")
    func numbers() throws {
        let cells = FigureReading(try page().main).cells
        for number in ["+577 %", "+8 %", "8.519.527", "69.773", "590"] { #expect(cells.contains(number), "\(number)") }
    }

    @Test("can't be made of a folder that is not there")
    func missing() throws {
        let texts = try FigureSample.texts()
        #expect(throws: (any Error).self) { try FigureSamples(folder: "/nowhere", texts: texts) }
    }
}

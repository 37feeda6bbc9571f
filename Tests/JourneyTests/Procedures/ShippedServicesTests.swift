import Civic
import Expressions
import Flows
import Foundation
import Markup
import Procedures
import TestKit
import Testing

@testable import Mandates
@testable import Server

/// The services that come with the product.
@Suite("The shipped services")
struct ShippedServicesTests {
    private static let root = CatalogueJourneyTests.root

    private static func services() throws -> [Service] {
        try ServiceFiles.read(root + "/Services").services.values.sorted { $0.id < $1.id }
    }

    @Test("can go live, each with the catalogue that comes with it")
    func live() throws {
        let found = try ServiceFiles.check(Self.root + "/Services", in: try ServiceFiles.surroundings(Self.root + "/Catalogue"))
        #expect(found.services >= 11)
        #expect(found.defects.isEmpty, "\(found.defects)")
    }

    @Test("and the least that there is, as the documentation has it, could go live too; each register is told there with its fields")
    func documented() throws {
        let page = try String(contentsOfFile: Self.root + "/Docs/services.md", encoding: .utf8)
        let skeleton = try #require(page.firstMatch(of: #/```yaml\n(id:[^`]+)```/#).map { String($0.1) })
        let surroundings = try ServiceFiles.surroundings(Self.root + "/Catalogue")
        let service = try ServiceReader.service(skeleton, file: "services.md")
        #expect(ServiceCheck(service, file: "services.md", in: surroundings).defects.isEmpty)
        for (register, shape) in try #require(surroundings.registers) {
            let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(register)` |") }, "\(register)")
            for field in shape.fields.keys { #expect(row.contains("`\(field)`"), "\(register) \(field)") }
        }
    }

    @Test("are drawn with every rule, and no line passes behind a box")
    func drawn() throws {
        let texts = try Languages(folder: Self.root + "/Texts").all[0]
        let called = try ServiceFiles.registers(Self.root + "/Catalogue").names
        for var service in try Self.services() {
            service.names = called
            let names = Dictionary(service.parameters.map { ($0.parameter, Words(["es": "Valor de la ley"])) }) { $1 }
            let drawing = FlowDrawing(service, .house(texts, of: service, parameters: names))
            let picture = FlowPicture(drawing)
            let svg = FlowView.svg(picture, title: service.title.es, alone: true).string
            for rule in service.rules {
                #expect(drawing.dot.contains("\"regla \(rule.id)\""), "\(service.id)")
                #expect(svg.contains(rule.title.es.split(separator: " ")[0]), "\(service.id): \(rule.id)")
            }
            for stop in service.life?.stops ?? [] { #expect(drawing.dot.contains("-> \"vida \(stop.id)\""), "\(service.id): \(stop.id)") }
            for fact in service.facts {
                #expect(drawing.dot.contains("\"\(fact.id)\" ->"), "\(service.id): '\(fact.id)' leads to nothing")
            }
            for stage in service.stages { #expect(drawing.dot.contains("\"etapa \(stage.id)\"")) }
            let owners = Set(service.stages.compactMap(\.owner) + [service.life?.owner].compactMap(\.self))
            for raw in service.facts.map(\.register) + service.parameters.map(\.parameter) + owners {
                #expect(!drawing.dot.contains("\\n\(raw)\"") && !drawing.dot.contains("label=\"\(raw)\""), "\(service.id): \(raw)")
            }
            for date in Service.dates where service.rules.contains(where: { $0.require.tree.variables.contains(date) }) {
                #expect(drawing.dot.contains("\"\(date)\" ->"), "\(service.id): a rule looks at a date")
            }
            let nodes = drawing.dot.matches(of: #/(?m)^ +(".*") \[label=(".*") shape=(\w+)/#)
            #expect(Set(nodes.map(\.1)).count == nodes.count, "\(service.id)")
            // Here all parameters are called the same.
            let named = nodes.filter { $0.3 != "note" }
            #expect(Set(named.map { $0.2 + $0.3 }).count == named.count, "\(service.id)")
            #expect(!svg.contains("…"), "\(service.id): nothing is cut")
            for question in service.questions {
                let words = Set(question.text.es.split(separator: " "))
                #expect(picture.boxes.contains { words.isSubset(of: $0.lines.flatMap { $0.split(separator: " ") }) }, "\(question.id)")
            }
            #expect(Set(picture.legend.map(\.kind)) == Set(picture.boxes.map(\.kind)), "\(service.id): each shape has its word")
            for key in picture.legend { #expect(svg.contains(">\(key.lines[0])</text>")) }
            for stop in service.life?.stops ?? [] {
                #expect(!drawing.causes(of: stop).isEmpty, "\(service.id): '\(stop.id)' comes from nothing")
            }
            let behind = picture.arrows.flatMap { arrow in
                picture.boxes.filter { box in Self.points(arrow).contains { Self.isInside($0, box) } }
            }
            #expect(behind.isEmpty, "\(service.id): \(behind.map(\.lines))")
            for box in picture.boxes {
                #expect(box.x + FlowPicture.width <= picture.size.width && box.y + box.height <= picture.size.height)
                let others = picture.boxes.count {
                    abs($0.x - box.x) < FlowPicture.width && $0.y < box.y + box.height && box.y < $0.y + $0.height
                }
                #expect(others == 1, "\(service.id): \(box.lines) stands on another")
            }
        }
    }

    /// Along the curve of a line, its ends left out.
    private static func points(_ arrow: FlowPicture.Arrow) -> [(x: Double, y: Double)] {
        let middle = Double(arrow.from.x + arrow.to.x) / 2
        return (1..<40).map { step in
            let (t, s) = (Double(step) / 40, 1 - Double(step) / 40)
            let (start, end) = (s * s * s + 3 * s * s * t, 3 * s * t * t + t * t * t)
            return (
                s * s * s * Double(arrow.from.x) + 3 * s * t * middle + t * t * t * Double(arrow.to.x),
                start * Double(arrow.from.y) + end * Double(arrow.to.y)
            )
        }
    }

    private static func isInside(_ point: (x: Double, y: Double), _ box: FlowPicture.Box) -> Bool {
        point.x > Double(box.x) + 1 && point.x < Double(box.x + FlowPicture.width) - 1 && point.y > Double(box.y) + 1
            && point.y < Double(box.y + box.height) - 1
    }
}

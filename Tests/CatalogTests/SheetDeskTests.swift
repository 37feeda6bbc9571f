import Civic
import Storage
import TestKit
import Testing

@testable import Catalog

@Suite("Loading and reading the catalogue, on both engines")
struct SheetDeskTests {
    static let schemas: [Schema] = [.people, .interactions, .audit, .parameters, .catalog]

    @Test("what was loaded is what is read, sheet by sheet", arguments: Engine.available)
    func roundTrip(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        try await engine.withDatabase(Self.schemas) { database in
            let desk = SheetDesk(database)
            let report = try await desk.load(catalogue)
            #expect(report.sheets == .init(added: 166, changed: 0, removed: 0))
            let kept = try await database.read { try SheetStore().all($0) }
            #expect(kept == catalogue.sheets.sorted { $0.number.value < $1.number.value })
            #expect(try await desk.topics().groups == catalogue.groups)
            #expect(try await desk.lifeEvents() == catalogue.lifeEvents)
            #expect(try await database.read { try PointStore().all($0) } == catalogue.points)
            let extent = try await desk.extent()
            #expect(extent.sheets == 166 && extent.revised == catalogue.sheets.map(\.checked).max())
        }
    }

    @Test("a sheet is read with the parameters that it names, as the store has them", arguments: Engine.available)
    func parameters(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        let expected = try ContentTests.reading("asignacion-familiar-y-maternal")
        try await engine.withDatabase(Self.schemas) { database in
            let report = try await SheetDesk(database).load(catalogue)
            #expect(report.parameters == .init(added: catalogue.parameters.count, changed: 0, removed: 0))
            #expect(try await database.read { try ParameterDesk().all($0) } == catalogue.parameters)
            let reading = try #require(try await SheetDesk(database).sheet(25878))
            #expect(reading.parameters.count == 6)
            #expect(reading.amounts == expected.amounts && reading.amounts.count == 6)
        }
    }

    @Test("a changed parameter is written alone, and moves the topic of parameters", arguments: Engine.available)
    func changedParameter(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        var changed = catalogue
        let index = try #require(changed.parameters.firstIndex { $0.id.description == "fonasa.ingreso-b" })
        let old = changed.parameters[index]
        let value = try #require(old.values.first)
        let dearer = try #require(DatedValue(553_554, from: value.from, sources: value.sources, confidence: .high))
        changed.parameters[index] = try Parameter(old.id, name: old.name, unit: old.unit, values: [dearer])
        let next = changed
        try await engine.withDatabase(Self.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            var versions = database.listen(ParameterDesk.topic).makeAsyncIterator()
            #expect(try await SheetDesk(database).load(next).description == "parameters: 0 added, 1 changed, 0 removed")
            #expect(await versions.next() != nil)
            #expect(try await SheetDesk(database).sheet(900_021)?.amounts.first?.money.amount == 553_554)
        }
    }

    @Test("a second load of the same files changes nothing, says so and tells nobody", arguments: Engine.available)
    func twice(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(Self.schemas) { database in
            let desk = SheetDesk(database)
            #expect(try await desk.load(catalogue).isEmpty == false)
            let version = try await version(database)
            #expect(version != nil)
            let report = try await desk.load(catalogue)
            #expect(report.description == "nothing changed")
            #expect(try await self.version(database) == version)
        }
    }

    private func version(_ database: Database) async throws -> Int64? {
        try await database.read { try $0.value("SELECT version FROM topic WHERE name = 'catalogue'") }
    }

    @Test("a changed sheet is written alone, a new one added, and one that is gone taken away", arguments: Engine.available)
    func changes(_ engine: Engine) async throws {
        let first = try SampleFiles.catalogue()
        var sheet = try #require(first.sheets.first)
        try await engine.withDatabase(Self.schemas) { database in
            let desk = SheetDesk(database)
            try await desk.load(first)
            var second = first
            sheet.title = "Subsidio Familiar"
            sheet.amounts.removeLast()
            var other = sheet
            other.number = SheetNumber(value: 900_001, isPublic: false)
            other.slug = "otra"
            second.sheets = [sheet, other]
            #expect(try await desk.load(second).sheets == .init(added: 1, changed: 1, removed: 0))
            #expect(try await desk.sheet(33112)?.sheet == sheet)
            second.sheets = [other]
            #expect(
                try await desk.load(second).description
                    == "sheets: 0 added, 0 changed, 1 removed\nwithdrawn sheets: 1 added, 1 changed, 0 removed")
            #expect(try await desk.sheet(33112) == nil)
            #expect(try await desk.sheet(900_001)?.sheet == other)
        }
    }

    @Test("two sheets may exchange their addresses in one load", arguments: Engine.available)
    func exchange(_ engine: Engine) async throws {
        var catalogue = try SampleFiles.catalogue()
        var other = try #require(catalogue.sheets.first)
        other.number = SheetNumber(value: 900_001, isPublic: false)
        other.slug = "otra"
        catalogue.sheets.append(other)
        let before = catalogue
        var after = catalogue
        after.sheets[0].slug = "otra"
        after.sheets[1].slug = "subsidio-familiar"
        let exchanged = after
        try await engine.withDatabase(Self.schemas) { database in
            try await SheetDesk(database).load(before)
            #expect(try await SheetDesk(database).load(exchanged).sheets == .init(added: 0, changed: 2, removed: 0))
            #expect(try await SheetDesk(database).sheet(33112)?.sheet.slug == "otra")
        }
    }

    @Test("topics, institutions and life events that are gone leave, and the ones that stay keep their ids", arguments: Engine.available)
    func lists(_ engine: Engine) async throws {
        let first = try SampleFiles.catalogue()
        var second = first
        second.groups[0].topics = [Topic(slug: "pensiones", title: "Pensiones y aportes"), Topic(slug: "nuevo", title: "Nuevo")]
        second.institutions.append(Institution(key: "SII", name: "Servicio de Impuestos Internos"))
        second.lifeEvents = [LifeEvent(slug: "estudiar", title: "Estudiar", evidence: .proposed)]
        second.sheets[0].lifeEvents = ["estudiar"]
        let next = second
        try await engine.withDatabase(Self.schemas) { database in
            let desk = SheetDesk(database)
            try await desk.load(first)
            let id = try await topicID("pensiones", database)
            let report = try await desk.load(next)
            #expect(report.topics == .init(added: 1, changed: 1, removed: 1))
            #expect(report.institutions == .init(added: 1, changed: 0, removed: 0))
            #expect(report.lifeEvents == .init(added: 1, changed: 0, removed: 1))
            #expect(try await topicID("pensiones", database) == id)
            #expect(try await desk.topics().groups == next.groups)
            #expect(try await desk.load(first).isEmpty == false)
            #expect(try await desk.topics().groups == first.groups)
        }
    }

    private func topicID(_ slug: String, _ database: Database) async throws -> Int64? {
        try await database.read { try $0.value("SELECT id FROM theme WHERE slug = \(slug)") }
    }

    @Test("a group shows the sheets of its topics, each once, under the topic that it names first", arguments: Engine.available)
    func shelves(_ engine: Engine) async throws {
        let catalogue = try ContentTests.catalogue()
        try await engine.withDatabase(Self.schemas) { database in
            let desk = SheetDesk(database)
            try await desk.load(catalogue)
            let shelf = try #require(try await desk.shelf("pensiones-y-vejez"))
            let shown = shelf.sections.flatMap(\.sheets).map(\.number)
            #expect(Set(shown).count == shown.count)
            #expect(Set(shown) == Set(shelf.sheets.map(\.number)))
            #expect(shown.contains(102_077))
            let topic = try #require(try await desk.shelf("vehiculos"))
            #expect(topic.title == "Vehículos")
            #expect(topic.sheets.map(\.title) == topic.sheets.map(\.title).sorted { $0.folded < $1.folded })
            #expect(try await desk.shelf("nada") == nil)
            #expect(try await desk.lifeEvent("jubilar")?.named.contains { $0.number == 102_077 } == true)
        }
    }

    @Test("the schema refuses what the reader refuses", arguments: Engine.available)
    func constraints(_ engine: Engine) async throws {
        let catalogue = try SampleFiles.catalogue()
        try await engine.withDatabase(Self.schemas) { database in
            try await SheetDesk(database).load(catalogue)
            let wrong: [SQL] = [
                "INSERT INTO sheet_amount (sheet, ordinal, label, pesos, from_day) VALUES (33112, 9, 'x', 0, 1)",
                "INSERT INTO sheet_amount (sheet, ordinal, label, pesos, from_day) VALUES (33112, 9, 'x', -5, 1)",
                "INSERT INTO sheet_amount (sheet, ordinal, label, pesos) VALUES (33112, 9, 'x', 5)",
                "INSERT INTO sheet_amount (sheet, ordinal, label, pesos, from_day, to_day) VALUES (33112, 9, 'x', 5, 10, 9)",
                "INSERT INTO sheet_amount (sheet, ordinal, label, pesos, from_day) VALUES (1, 9, 'x', 5, 1)",
                "UPDATE sheet SET online = 'http://ejemplo.cl' WHERE id = 33112",
                "UPDATE sheet SET price = 3820, price_reported = NULL WHERE id = 33112",
                "UPDATE sheet SET kind = 'gift' WHERE id = 33112",
                "INSERT INTO sheet_series (sheet, ordinal, parameter) VALUES (1, 9, 'suf.monto')",
                "INSERT INTO sheet_series (sheet, ordinal, parameter) VALUES (33112, 9, '')",
                "DELETE FROM institution WHERE code = 'IPS'",
                "DELETE FROM theme WHERE slug = 'pensiones'",
            ]
            for statement in wrong {
                let fault = await #expect(throws: StorageFault.self) { try await database.write { try $0.execute(statement) } }
                #expect(fault?.kind == .constraint, "\(statement)")
            }
        }
    }
}

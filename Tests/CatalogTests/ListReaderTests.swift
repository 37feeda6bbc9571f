import Definitions
import Foundation
import Testing

@testable import Catalog

@Suite("The strict reader of lists")
struct ListReaderTests {
    @Test("groups and topics share one space of addresses")
    func sharedSlugs() throws {
        let defects = SampleFiles.defects("slug: pagos", "slug: pensiones-y-vejez", in: "topics.yaml")
        let defect = try #require(defects.first)
        #expect(defect.field == "[1].topics[2].slug")
        #expect(defect.line == 6)
        #expect(defect.message == "'pensiones-y-vejez' is there twice")
    }

    @Test("a file of topics that cannot be read does not make every sheet wrong")
    func noEcho() {
        let defects = SampleFiles.defects("- slug: pensiones-y-vejez", "slug: pensiones-y-vejez", in: "topics.yaml")
        #expect(!defects.isEmpty)
        #expect(defects.allSatisfy { $0.file == "topics.yaml" })
    }

    @Test("a life event twice, or without a title, is refused")
    func lifeEvents() {
        let twice = "- {slug: jubilar, title: Jubilar, evidence: proposed}\n- {slug: jubilar, title: Otra, evidence: proposed}\n"
        var texts = SampleFiles.texts
        texts["life-events.yaml"] = twice
        #expect(SampleFiles.defects(of: texts).map(\.description) == ["life-events.yaml:2:10: [2].slug: 'jubilar' is there twice"])
        texts["life-events.yaml"] = "- {slug: jubilar, evidence: proposed}\n"
        #expect(SampleFiles.defects(of: texts).map(\.description) == ["life-events.yaml:1:3: [1].title: is missing"])
    }

    @Test("an institution twice is refused with its line")
    func institutions() {
        let defects = SampleFiles.defects("IPS,Instituto", "IPS,Otro,IPS,,,,\nIPS,Instituto", in: "institutions.csv")
        #expect(defects.map(\.description) == ["institutions.csv:3:1: key: 'IPS' is there twice"])
    }

    @Test("a table keeps commas, quotes and line breaks inside of quotes, and counts lines")
    func quotes() throws {
        let list = DefectList(file: "t.csv")
        let text = "a,b\n\"uno, dos\",\"dice \"\"hola\"\"\"\n\"tres\ncuatro\",x\ncinco,seis"
        let table = try #require(CommaTable(text, columns: ["a", "b"], list))
        #expect(table.rows.map { $0.values["a"] } == ["uno, dos", "tres\ncuatro", "cinco"])
        #expect(table.rows[0].values["b"] == "dice \"hola\"")
        #expect(table.rows.map(\.line) == [2, 3, 5])
        #expect(list.defects.isEmpty)
    }

    @Test("a row with too few values is refused with its line, and so is another header")
    func shape() {
        let list = DefectList(file: "t.csv")
        let table = CommaTable("a,b\nuno,dos\ntres\n", columns: ["a", "b"], list)
        #expect(table?.rows.count == 1)
        #expect(list.defects.map(\.description) == ["t.csv:3:1: has 1 values instead of 2"])
        #expect(CommaTable("a,c\n", columns: ["a", "b"], list) == nil)
    }

    @Test("a missing file is named")
    func missing() {
        var texts = SampleFiles.texts
        texts["places.yaml"] = nil
        #expect(SampleFiles.defects(of: texts).map(\.description) == ["places.yaml: is missing"])
    }

    @Test("a folder that is not there, or holds bytes that are no text, is refused")
    func folder() throws {
        #expect(throws: FileDefects.self) { try CatalogueFiles(folder: "/nonexistent-\(UUID())") }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID())")
        for name in ["points", "sheets", "territory"] {
            try FileManager.default.createDirectory(at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in SampleFiles.texts { try Data(text.utf8).write(to: folder.appendingPathComponent(path)) }
        #expect(try CatalogueFiles(folder: folder.path).catalogue() == SampleFiles.catalogue())
        try Data([0x74, 0xFF, 0xFE]).write(to: folder.appendingPathComponent("sheets/rota.yaml"))
        let defects = #expect(throws: FileDefects.self) { try CatalogueFiles(folder: folder.path) }
        #expect(defects?.defects.map(\.description) == ["sheets/rota.yaml: is not UTF-8 text"])
    }
}

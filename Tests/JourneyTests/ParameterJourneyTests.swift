import Catalog
import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import TestKit
import Testing
import Web

@testable import Server

@Suite("A value is corrected in its one file, and everything that names it follows")
struct ParameterJourneyTests {
    private static let pages = [
        "/fichas/33112-subsidio-familiar", "/fichas/900004-subsidio-maternal", "/fichas/900003-subsidio-familiar-automatico",
    ]

    /// The project's own catalogue with one family subsidy of May 2026 put in the place of another.
    private func corrected() throws -> Catalogue {
        var catalogue = try CatalogueFiles(folder: CatalogueJourneyTests.root + "/Catalogue").catalogue()
        catalogue.parameters = try catalogue.parameters.map { parameter in
            guard parameter.id.description == "suf.monto" else { return parameter }
            let values = try parameter.values.map { value in
                try #require(
                    DatedValue(
                        value.amount == 22_601 ? 22_777 : value.amount, from: value.from, to: value.to, sources: value.sources,
                        confidence: value.confidence, reason: value.reason))
            }
            return try Parameter(
                parameter.id, name: parameter.name, unit: parameter.unit, basis: parameter.basis, values: values,
                missing: parameter.missing,
                remark: parameter.remark)
        }
        return catalogue
    }

    @Test("each sheet shows the new amount once the topic has moved, and no sheet was written", arguments: Engine.available)
    func correction(_ engine: Engine) async throws {
        let corrected = try corrected()
        try await CatalogueJourneyTests.open(on: engine) { client, database, cache in
            for page in Self.pages {
                try await client.execute(uri: page, method: .get) { #expect(String(buffer: $0.body).contains("$22.601"), "\(page)") }
            }
            let report = try await SheetDesk(database).load(corrected)
            #expect(report.sheets.isEmpty, "sheets keep no copy")
            #expect((report.parameters.added, report.parameters.changed, report.parameters.removed) == (0, 1, 0))
            cache.invalidate(ParameterDesk.topic)
            for page in Self.pages {
                try await client.execute(uri: page, method: .get) { answer in
                    let text = String(buffer: answer.body)
                    #expect(text.contains("$22.777") && !text.contains("$22.601"), "\(page)")
                }
            }
        }
    }

    @Test("the correction stands in the audit beside what it replaced, and the audit checks whole", arguments: Engine.available)
    func audited(_ engine: Engine) async throws {
        let corrected = try corrected()
        try await CatalogueJourneyTests.open(on: engine) { _, database, _ in
            try await Sealing(database, keyring: World.keyring).sealAll()
            _ = try await SheetDesk(database).load(corrected)
            let noted = try await database.read { snapshot in
                try snapshot.all("SELECT was, became FROM parameter_change WHERE was IS NOT NULL") { row in
                    (was: try row["was"] as String, became: try row["became"] as String?)
                }
            }
            #expect(noted.count == 1)
            #expect(noted.first?.was.contains("22601") == true && noted.first?.became?.contains("22777") == true)
            let report = try await AuditCheck(database, keyring: World.keyring).run()
            #expect(report.faults == [] && report.unsealed == 1)
        }
    }
}

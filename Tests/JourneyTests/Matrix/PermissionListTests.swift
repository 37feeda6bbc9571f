import Civic
import Foundation
import Testing

@testable import Server

@Suite("Permissions")
struct PermissionListTests {
    @Test("every permission that stands in the code is in the list of the house, and so in the matrix of roles")
    func complete() throws {
        let sources = URL(fileURLWithPath: CatalogueJourneyTests.root + "/Sources")
        var found: Set<String> = []
        for case let file as URL in try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            found.formUnion(text.matches(of: #/(?m)^ *(?:public )?static let \w+: Permission = "([^"]+)"/#).map { String($0.1) })
        }
        #expect(House.permissions.isDisjoint(with: House.programPermissions), "no role holds what is for programs alone")
        #expect(found == Set(House.permissions.union(House.programPermissions).map(\.description)))
    }
}

import Civic
import Testing

@testable import Identity

@Suite("The matrix of roles is read strictly")
struct RoleMatrixTests {
    private static let head =
        "permission,allows,agent,supervisor,editor,publisher,counterpart,analyst,officer,auditor,administrator\n"
    private static let known: Set<Permission> = ["audit.read", "jobs.run"]
    private static let good = head + "audit.read,Read,,point,,,institution,,network,,\njobs.run,\"Start, again\",,,,,,,,,network\n"

    private func faults(_ text: String) -> [String] {
        do {
            _ = try RoleMatrix(text, of: "roles.csv", known: Self.known)
            return []
        } catch { return error.faults }
    }

    @Test("each cell says how far, and an empty one that a role may not")
    func cells() throws {
        let matrix = try RoleMatrix(Self.good, of: "roles.csv", known: Self.known)
        #expect(matrix[.readAudit, .supervisor] == .point && matrix[.readAudit, .counterpart] == .institution)
        #expect(matrix[.readAudit, .officer] == .network && matrix[.readAudit, .agent] == nil)
        #expect(matrix.permissions(of: .administrator) == [.network: [.runJobs]])
        #expect(matrix.changing(.runJobs, .agent, to: .point)[.runJobs, .agent] == .point)
    }

    @Test("an unknown role, reach or permission, one that stands twice and one that is missing are told with their lines")
    func strict() {
        #expect(faults(Self.good.replacing("auditor", with: "auditer")) != [])
        #expect(faults(Self.good.replacing("auditor", with: "auditer"))[0].hasPrefix("roles.csv, line 1: 'auditer' is no role"))
        #expect(
            faults(Self.good.replacing("point", with: "points")) == [
                "roles.csv, line 2: supervisor: 'points' is neither empty nor one of point, institution, network"
            ])
        #expect(
            faults(Self.good.replacing("jobs.run", with: "jobs.ran")) == [
                "roles.csv, line 3: 'jobs.ran' is no permission that the program asks for",
                "roles.csv, line 4: 'jobs.run' is missing, which the program asks for",
            ])
        #expect(faults(Self.good + "audit.read,Read,,,,,,,,,\n") == ["roles.csv, line 4: 'audit.read' stands on line 2 already"])
        #expect(faults(Self.good.replacing("Read", with: "")) == ["roles.csv, line 2: 'audit.read' does not say what it allows"])
        #expect(faults(Self.head + "audit.read,Read\n").first == "roles.csv, line 2: has 2 values instead of 11")
    }
}

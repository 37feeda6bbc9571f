import Civic
import Foundation
import HTTPTypes
import TestKit
import Testing

@testable import Identity
@testable import Server

/// The walk through every cell.
struct MatrixWalk {
    let opened: OpenedHouse
    /// The file as the test reads it.
    let cells: [Permission: [String: StaffReachName]]
    var routes = MatrixRoute.all

    /// What was otherwise than the file says, one sentence each.
    func findings() async throws -> [String] {
        try await opened.house.seedTeam()
        let things = try await MatrixThings(opened)
        var findings: [String] = []
        for member in StaffDesk.demoTeam where member.institution == nil {
            let visit = try await MatrixVisit(member, things, opened)
            for (index, route) in routes.enumerated() {
                for owner in route.owners {
                    let may = cells[route.permission]?[visit.role].map { owner.isCovered(by: $0) } ?? false
                    // Ids are taken from the clock, and in one millisecond there are only so many.
                    opened.clock.move(byMilliseconds: 1)
                    let status = try await route.ask(visit, owner)
                    let name = "\(visit.role), \(route.permission), \(owner.rawValue) (route \(index))"
                    if status == .forbidden, may { findings.append("\(name): refused") }
                    if status.code < 400, !may { findings.append("\(name): let in") }
                    if status.code >= 400, status != .forbidden { findings.append("\(name): answered \(status.code)") }
                }
            }
        }
        return findings
    }

    /// Reads the file without the reader of the program.
    static func cells() throws -> [Permission: [String: StaffReachName]] {
        let text = try String(contentsOfFile: CatalogueJourneyTests.root + "/Catalogue/staff/roles.csv", encoding: .utf8)
        let records = CommaSeparated.records(text)
        let roles = records[0].values.dropFirst(2)
        return records.dropFirst().reduce(into: [:]) { found, record in
            for (role, cell) in zip(roles, record.values.dropFirst(2)) {
                found[Permission(stored: record.values[0]), default: [:]][role] = StaffReachName(rawValue: cell)
            }
        }
    }
}

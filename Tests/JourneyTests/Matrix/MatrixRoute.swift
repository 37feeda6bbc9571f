import Civic
import HTTPTypes
import Storage

@testable import Server

/// Whose the thing is behind a route, seen by somebody of the institution IPS who attends at point 1 and has ordinary matters alone.
enum MatrixOwner: String, Sendable, CaseIterable {
    /// Nobody's: the route shows or does one and the same for all who may.
    case nobody
    case ownPoint, otherPoint
    case ownInstitution
    /// Another institution's, which gives under an agreement in force.
    case agreed
    /// Another institution's without any agreement.
    case foreign
    /// At the own point, of a class that the role was not given.
    case otherClass

    /// Whether a cell that reaches so far covers it.
    func isCovered(by reach: StaffReachName) -> Bool {
        switch (self, reach) {
        case (.otherClass, _): false
        case (_, .network), (.nobody, _), (.ownPoint, _), (.ownInstitution, _), (.agreed, _): true
        case (.otherPoint, let reach): reach == .institution
        case (.foreign, _): false
        }
    }
}

/// A cell of the matrix as the test reads it from the file, by itself.
enum StaffReachName: String, Sendable {
    case point, institution, network
}

/// A route that asks for a permission. A room adds its own in a file of its own, `MatrixRoutesOf….swift`:
///
///     extension MatrixRoute {
///         static let mandates = [
///             MatrixRoute("mandates.grant", [.ownPoint, .otherPoint]) { visit, owner in
///                 try await visit.get("/mesa/mandatos/\(visit.things.mandate(owner))")       // or visit.post(path, form: "mandate", fields)
///             }
///         ]
///     }
///
/// and its list to `all` below; what the routes need to be there is made in `MatrixThings`. A permission with a cell `point` needs a route
/// with `.ownPoint` and `.otherPoint`, one with a cell `institution` a route with `.ownInstitution` and `.foreign`. A route answers 403 when
/// it refuses and below 400 when it does not; anything else proves nothing and is a failure.
struct MatrixRoute: Sendable {
    let permission: Permission
    let owners: [MatrixOwner]
    let ask: @Sendable (MatrixVisit, MatrixOwner) async throws -> HTTPResponse.Status

    init(
        _ permission: Permission, _ owners: [MatrixOwner] = [.nobody],
        ask: @escaping @Sendable (MatrixVisit, MatrixOwner) async throws -> HTTPResponse.Status
    ) {
        self.permission = permission
        self.owners = owners
        self.ask = ask
    }

    /// Every route of every room.
    static let all = house + team + lookups + persons + glass + records + deaths + rights + mandates

    /// Permissions whose things have no point: records and deaths are the whole house's, and whoever breaks the glass looks at somebody who is
    /// at no desk. A cell `point` lets them do it from their own, and there is no other to refuse.
    static let placeless: Set<Permission> = ["people.merge", "people.death", "glass.break"]
}

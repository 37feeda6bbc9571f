import Civic
import Hummingbird
import Ports
import Storage
import Web

/// The staff: who they are, what they may do, and the first screen of their day.
extension House {
    /// Who is at each door.
    var reception: Reception {
        Reception(sessions) { _, _ in nil }
    }

    func mountStaff(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {}
}

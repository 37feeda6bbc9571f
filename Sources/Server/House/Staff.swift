import Civic
import Hummingbird
import Identity
import Ports
import Storage
import Web

/// The staff: who they are, what they may do, and the first screen of their day.
extension House {
    /// Who is at each door.
    var reception: Reception {
        Reception(sessions) { _, _ in nil }
    }

    /// How an account is found for somebody who signed in at their own institution.
    var staffSignIn: StaffSignIn { StaffSignIn { _ in nil } }

    func mountStaff(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {}
}

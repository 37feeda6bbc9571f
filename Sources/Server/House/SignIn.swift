import Civic
import Hummingbird
import Ports
import Storage
import Web

/// How persons sign in.
extension House {
    func mountSignIn(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {}
}

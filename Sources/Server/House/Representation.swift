import Civic
import Hummingbird
import Ports
import Storage
import Web

/// Who acts for whom.
extension House {
    func mountMandates(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {}
}

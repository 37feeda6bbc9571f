import Civic
import Hummingbird
import Ports
import Storage
import Web

/// The rights of persons over their data.
extension House {
    func mountRights(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {}
}

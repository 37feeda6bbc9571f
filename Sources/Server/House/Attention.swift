import Civic
import Hummingbird
import Ports
import Storage
import Web

/// What the desk does with persons.
extension House {
    func mountPersons(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {}
}

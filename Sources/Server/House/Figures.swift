import Catalog
import Civic
import Intake
import Ports
import Statistics

/// What is counted, and what comes to be counted from outside.
extension House {
    var servicePoints: ServicePoints { PointDesk(database).servicePoints }

    var boards: BoardDesk {
        BoardDesk(database, places: servicePoints, products: productFacts, territory: territory, maps: boardMaps, clock: clock)
    }

    var bulkDesk: BulkDesk { BulkDesk(database, counting: CountingDesk.bulk) }

    /// Throws when a file of the plan can't be used.
    func syntheticDesk() throws -> SyntheticDesk {
        SyntheticDesk(
            bulkDesk, plan: try SyntheticPlan(folder: settings.path("Catalogue/demonstration")), places: servicePoints,
            products: productFacts, territory: territory, holidays: holidays, clock: clock)
    }
}

import Catalog
import Civic
import Identity
import Intake
import Persons
import Procedures
import Ports
import Statistics
import Storage
import Surveys
import Web

/// What is counted, and what comes to be counted from outside.
extension House {
    var servicePoints: ServicePoints { PointDesk(database).servicePoints }

    var boards: BoardDesk {
        BoardDesk(
            database, places: servicePoints, products: productFacts, satisfaction: surveyDesk.satisfaction,
            searches: TallyDesk(database).figures, agreement: codings.agreement,
            reversals: runDesk(isDemonstration: false).reversals, territory: territory, outlines: outlines,
            travelSpeed: settings.limits.travelSpeed, clock: clock)
    }

    var openFigures: OpenFigureDesk { OpenFigureDesk(database, clock: clock) }

    var surveyDesk: SurveyDesk { SurveyDesk(database, clock: clock) }

    var journeys: Journeys { Journeys(days: settings.limits.journeyDays) }

    var programDesk: ProgramDesk { ProgramDesk(database, clock: clock) }

    /// Whoever calls the interface for an institution, and what such programs may do.
    var programs: Programs {
        let desk = programDesk
        return Programs { try await desk.actor($0, may: Self.programPermissions) }
    }

    var reports: ReportDesk {
        ReportDesk(
            database, keyring: keyring, places: servicePoints, products: productFacts, journeys: journeys, clock: clock)
    }

    var bulkDesk: BulkDesk { BulkDesk(database, counting: CountingDesk.bulk) }

    var importDesk: ImportDesk {
        ImportDesk(database, bulkDesk, places: servicePoints, products: productFacts, clock: clock)
    }

    /// Throws when a file of the plan can't be used.
    func syntheticDesk() throws -> SyntheticDesk {
        SyntheticDesk(
            bulkDesk, plan: try SyntheticPlan(folder: settings.path("Catalogue/demonstration")), places: servicePoints,
            products: productFacts, territory: territory, holidays: holidays, clock: clock)
    }

    func mountIntake(on router: PageRoutes) {
        let desk = programDesk
        ReportPages(reports, programs: programs) { try await desk.institution(of: $0) }.mount(on: router)
    }
}

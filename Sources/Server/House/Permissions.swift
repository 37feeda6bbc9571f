import Catalog
import Civic
import DataRights
import Diversions
import Identity
import Intake
import Mandates
import Persons
import Petitions
import Procedures
import Referrals
import Staffing
import Stations
import Statistics

extension House {
    /// Every permission that a room asks for: each has its row in `Catalogue/staff/roles.csv`, and a route that asks for it.
    static let permissions: Set<Permission> = [
        .findPersons, .readPersons, .writePersons, .readFormerNames, .readProtected, .mergePersons, .recordDeaths, .breakGlass,
        .reviewGlass, .reviewFlags, .codeAgain,
        .readAudit, .readOpinions, .readSearches, .readBoards,
        .fileRights, .answerRights, .overseeRights, .readBreaches,
        .manageStaff, .manageAgreements, .runJobs,
        .grantMandates, .confirmMandates, .answerPetitions, .approvePetitions, .openStation, .overseeStations,
        .takeReferrals, .moveReferrals, .manageDiversions, .offerDiversions, .planStaffing,
        .assistProcedures, .decideProcedures, .overseeProcedures,
    ]

    /// What programs of institutions may do, each for its own: nobody of the staff holds these.
    static let programPermissions: Set<Permission> = [.reportContacts, .reportCases, .prepareProcedures, .receiveCases]
}

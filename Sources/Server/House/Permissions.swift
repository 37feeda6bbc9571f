import Catalog
import Civic
import Identity

extension House {
    /// Every permission that a room asks for: each has its row in `Catalogue/staff/roles.csv`, and a route that asks for it.
    static let permissions: Set<Permission> = [
        .readPersons, .writePersons, .readFormerNames, .readProtected,
        .readAudit, .readOpinions, .readSearches, .readRecord,
        .manageStaff, .manageAgreements, .runJobs,
    ]
}

import Civic
import Markup

/// An institution as an organization of HSDS 3.0.
struct HsdsOrganization {
    let institution: Institution

    init(_ institution: Institution) {
        self.institution = institution
    }

    var id: String { HsdsNames.organization(institution.key) }

    /// The specification wants a description: an institution of which nothing more is noted is described by its name.
    var short: JSON {
        [
            "id": .string(id), "name": .string(institution.name), "alternate_name": .string(institution.key),
            "description": .string(institution.note ?? institution.name),
        ]
    }

    /// With its services: whole, or by name alone.
    func full(_ services: [HsdsService], isWhole: Bool) -> JSON {
        short.with([
            "services": .list(
                services.map { service in
                    isWhole
                        ? service.full([])
                        : .object(["id", "name", "status"].compactMap { name in service.short[name].map { .init(name, $0) } })
                })
        ])
    }
}

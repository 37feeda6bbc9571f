import Civic
import Hummingbird
import Mandates
import Ports
import Storage
import Web

/// Who acts for whom.
extension House {
    var mandates: MandateDesk {
        MandateDesk(database, keyring: keyring, terms: mandateTerms, board: noticeBoard, clock: clock)
    }

    var family: FamilyDesk { FamilyDesk(terms: mandateTerms, clock: clock) }

    var familyLoad: FamilyLoad { FamilyLoad(database, keyring: keyring, family: family, clock: clock) }

    /// Whether two persons are of one family: the half of `Ties` that Mandates knows.
    var isRelative: @Sendable (PersonID, PersonID, Snapshot) throws -> Bool {
        let family = family
        return { try family.areRelatives($0, $1, $2) }
    }

    /// What stands around every page on which somebody acts for another.
    func actingPlace(_ own: OwnPlace) -> ActingPlace {
        let desk = mandates
        return ActingPlace(own, ways: [("", "acting.overview"), ("/derechos", "acting.rights")]) { try await desk.acting($0, $1) }
    }

    func mountMandates(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        let place = ownPlace(pages, fittings)
        let reaches = messenger(isDemonstration: fittings.isDemonstration).reaches
        MandatePages(
            place, forms: fittings.forms, desk: mandates, attempts: AttemptDesk(database, keyring: keyring),
            reaches: reaches
        ).mount(on: router)
        ActingPages(actingPlace(place), desk: mandates).mount(on: router)
        DeskMandatePages(
            pages.within(deskLinks(pages.texts), apart: true), forms: fittings.forms, reception: fittings.reception, desk: mandates,
            posts: staffPosts,
            reaches: reaches
        ).mount(on: router)
    }
}

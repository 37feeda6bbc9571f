import Civic
import ClaveUnicaSimulator
import Foundation
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

    /// Camila of the demonstration has two children, whether or not she has signed in yet.
    func seedFamily() async throws {
        let text = try String(contentsOfFile: settings.path("Catalogue/demonstration/family.csv"), encoding: .utf8)
        let (people, numbers) = (PeopleDesk(keyring: keyring), VerifiedNumbers(keyring: keyring))
        let operators = Actor(.system(9), assurance: .verified)
        for person in DemoPerson.all where text.contains(person.run.plain) {
            try await database.write { transaction in
                guard try !numbers.hasHolder(.run(person.run), transaction) else { return }
                let name = PersonName(
                    given: person.given.joined(separator: " "), first: person.surnames.first, second: person.surnames.dropFirst().first)
                let id = try people.register(Registration(name: name), by: operators, transaction)
                try people.add(.run(person.run), to: id, evidence: "demonstration", by: operators, transaction)
            }
        }
        _ = try await familyLoad.load(csv: text, source: "demonstration")
    }

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
            deskPages(pages, fittings), forms: fittings.forms, reception: fittings.reception, desk: mandates,
            posts: staffPosts,
            reaches: reaches
        ).mount(on: router)
    }
}

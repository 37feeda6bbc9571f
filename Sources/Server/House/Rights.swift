import Civic
import DataRights
import Hummingbird
import Portal
import Ports
import Storage
import Web

/// The rights of persons over their data.
extension House {
    var requestDesk: RequestDesk {
        RequestDesk(
            database, keyring: keyring, clock: clock, holidays: holidays, register: register, board: noticeBoard,
            ties: ties)
    }

    var consentDesk: ConsentDesk { ConsentDesk(database) }

    /// What the rooms of rights keep about persons.
    var rightsHeld: [HeldData] {
        [
            HeldRights.requests(requestDesk), HeldRights.consents(consentDesk),
            HeldRights.breaches(breachDesk, words: traceWords),
        ]
    }

    var rightsWays: [DeskPanel] { RightsPanels.desk(requestDesk, breachDesk) }

    var erasureDesk: ErasureDesk {
        ErasureDesk(database, keyring: keyring, clock: clock, register: register, held: heldData)
    }

    var breachDesk: BreachDesk { BreachDesk(database) }

    var breachLetters: BreachLetters {
        BreachLetters(database, keyring: keyring, board: noticeBoard, words: traceWords, operatorName: settings.operatorName)
    }

    /// Where others say that data may have been seen by somebody who should not have.
    var possibleBreach: PossibleBreach {
        let desk = breachDesk
        return PossibleBreach { try desk.report($0, by: $1, $2) }
    }

    /// Whether a person said yes to something that needs their yes.
    var consents: Consents {
        let desk = consentDesk
        return Consents(isGiven: { try desk.isGiven($0, $1, $2) }, given: { try desk.given($0, after: $1, limit: $2, $3) })
    }

    /// Whether a use of a person's data rests.
    var blocks: Blocks {
        let desk = requestDesk
        return Blocks { try desk.isBlocked($0, $1, $2) }
    }

    func mountRights(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        let (forms, reception) = (fittings.forms, fittings.reception)
        let (desk, disclosures) = (requestDesk, DisclosureDesk(database, keyring: keyring))
        let place = ownPlace(pages, fittings)
        let pages = deskPages(pages, fittings)
        CopyPages(place, desk: CopyDesk(disclosures, held: heldData, clock: clock)).mount(on: router)
        ConsentPages(place, forms: forms, desk: consentDesk).mount(on: router)
        MyRightsPages(place, forms: forms, desk: desk, disclosures: disclosures).mount(on: router)
        ActingRightsPages(actingPlace(place), forms: forms, desk: desk).mount(on: router)
        BreachPages(pages, reception: reception, desk: breachDesk, clock: clock).mount(on: router)
        LatePages(pages, reception: reception, desk: desk).mount(on: router)
        CounterPages(
            pages, forms: forms, reception: reception, desk: CounterDesk(desk, keyring: keyring), register: register, clock: clock
        ).mount(on: router)
        TrayPages(
            pages, forms: forms, reception: reception, desk: desk, disclosures: disclosures, people: PeopleDesk(keyring: keyring)
        ) { [traceReader] in try await traceReader.rows($0, of: $1, pages.texts) }
        .mount(on: router)
    }
}

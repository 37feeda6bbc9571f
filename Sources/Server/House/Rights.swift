import Civic
import DataRights
import Hummingbird
import Ports
import Storage
import Web

/// The rights of persons over their data.
extension House {
    var requestDesk: RequestDesk {
        RequestDesk(database, keyring: keyring, clock: clock, holidays: holidays, register: register, board: noticeBoard)
    }

    var consentDesk: ConsentDesk { ConsentDesk(database) }

    /// Whether a person said yes to something that needs their yes.
    var consents: Consents {
        let desk = consentDesk
        return Consents { try desk.isGiven($0, $1, $2) }
    }

    /// Whether a use of a person's data rests.
    var blocks: Blocks {
        let desk = requestDesk
        return Blocks { try desk.isBlocked($0, $1, $2) }
    }

    func mountRights(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        let (forms, reception) = (fittings.forms, fittings.reception)
        let (desk, disclosures) = (requestDesk, DisclosureDesk(database, keyring: keyring))
        CopyPages(pages, reception: reception, desk: CopyDesk(disclosures, held: heldData, clock: clock)).mount(on: router)
        ConsentPages(pages, forms: forms, reception: reception, desk: consentDesk).mount(on: router)
        MyRightsPages(pages, forms: forms, reception: reception, desk: desk, disclosures: disclosures).mount(on: router)
        CounterPages(
            pages, forms: forms, reception: reception, desk: CounterDesk(desk, keyring: keyring), register: register, clock: clock
        ).mount(on: router)
        TrayPages(
            pages, forms: forms, reception: reception, desk: desk, disclosures: disclosures, people: PeopleDesk(keyring: keyring)
        ).mount(on: router)
    }
}

import Catalog
import Civic
import DataRights
import Hummingbird
import Mandates
import Identity
import MessageSimulator
import Notices
import Persons
import Portal
import Ports
import Procedures
import Storage
import Web

/// Mi Ventanilla: each capability hands over its panel, and what it keeps about a person.
extension House {
    /// The panels of Mi Ventanilla.
    var panels: [MyPanel] {
        [
            approvals.panel,
            flags.panel,
            RightsPanels.mine(requestDesk),
            runDesk(isDemonstration: false).panel(territory),
            NoticePages.panel(notices),
            mandates.panel,
        ]
    }

    /// Everything that is kept about persons, by whoever keeps it.
    var heldData: [HeldData] {
        personData + [
            signInDesk.heldData,
            notices.heldData,
            mandates.heldData,
            SessionPages.held(sessions),
            runDesk(isDemonstration: false).heldData,
        ] + rightsHeld
    }

    /// What each room does when a person dies.
    var endings: [Ending] { [notices.ending, mandates.ending, runDesk(isDemonstration: false).ending] }

    /// The ways from the first screen of the staff.
    var deskPanels: [DeskPanel] {
        staffPanels
            + stationPanels + personDeskPanels + referralPanels + diversionPanels + staffingPanels + petitionPanels + procedurePanels
            + rightsWays
    }

    var notices: NoticeDesk { NoticeDesk(database, keyring: keyring, clock: clock) }

    /// Where persons are told things.
    var noticeBoard: NoticeBoard { notices.board }

    /// The ways within Mi Ventanilla, for every page under /mi.
    func mineLinks(_ texts: Texts) -> [Link] {
        [
            Link(texts.address("/mi"), texts["mine.overview"]),
            Link(texts.address("/mi/tramites"), texts["procedures.mine"]),
            Link(texts.address("/mi/datos"), texts["mine.data.title"]),
            Link(texts.address("/mi/quien-vio"), texts["trace.title"]),
            Link(texts.address("/mi/avisos"), texts["notices.title"]),
            Link(texts.address("/mi/derechos"), texts["myRights.link"]),
            Link(texts.address("/mi/representacion"), texts["mandate.title"]),
            Link(texts.address("/mi/sesiones"), texts["sessions.title"]),
            Link(texts.address("/salir"), texts["signOut.do"]),
        ]
    }

    /// What is around every page under /mi.
    func ownPlace(_ pages: Pages, _ fittings: Fittings) -> OwnPlace {
        let records = ownRecords
        return OwnPlace(pages, reception: fittings.reception, links: mineLinks(pages.texts)) { try await records.isProtected($0) }
    }

    var ownRecords: OwnRecords { OwnRecords(database, keyring: keyring) }

    func mountMine(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        let (place, records, forms) = (ownPlace(pages, fittings), ownRecords, fittings.forms)
        OverviewPages(place, records: records, panels: panels).mount(on: router)
        TracePages(place, records: records, reader: traceReader, forms: forms, questions: traceQuestions(pages.texts)).mount(on: router)
        NoticePages(place, forms: forms, desk: notices, disclosures: DisclosureDesk(database, keyring: keyring)).mount(on: router)
        SessionPages(place, records: records, sessions: sessions, forms: forms).mount(on: router)
        QuickExitPages(place, sessions: sessions, address: settings.quickExit).mount(on: router)
        HeldDataPages(place, records: records, held: heldData).mount(on: router)
        PreferencePages(place, records: records, forms: forms).mount(on: router)
        let changes = ContactChanges(
            records, attempts: AttemptDesk(database, keyring: keyring),
            messenger: messenger(isDemonstration: fittings.isDemonstration), board: noticeBoard)
        ContactPages(place, records: records, changes: changes, forms: forms).mount(on: router)
        // The interface is for programs: it has one address, in the words of the source.
        if pages.texts.prefix.isEmpty {
            UsagePages(
                pages.texts, reception: fittings.reception, records: records, reader: traceReader, clock: clock,
                house: settings.operatorName ?? pages.texts["site.name"]
            ).mount(on: router)
        }
        if fittings.isDemonstration { OutboxPages(pages, outbox: outbox).mount(on: router) }
    }
}

import Catalog
import Civic
import DataRights
import Diversions
import Hummingbird
import Mandates
import Persons
import Ports
import Procedures
import Referrals
import Stations
import Statistics
import Storage
import Surveys
import Web

/// What the desk does with persons.
extension House {
    /// What other rooms show of a person at a desk, in the one disclosure of that screen.
    var personPanels: [MyPanel] { [mandates.deskPanel] }

    var approvals: ApprovalDesk { ApprovalDesk(database, clock: clock, notices: noticeBoard) }

    var ties: Ties { Ties(isColleague: isColleague, isRelative: isRelative) }
    /// What products are, as the catalogue has them.
    var productFacts: ProductFacts { SheetDesk(database).productFacts }

    var matterReach: MatterReach { MatterReach(products: productFacts, agreements: agreements) }

    func mountPersons(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        let forms = fittings.forms
        let reception = fittings.reception
        let place = ownPlace(pages, fittings)
        let pages = deskPages(pages, fittings)
        let attention = AttentionDesk(database, keyring: keyring, stations: shifts.stations, clock: clock)
        let typing = TypingDesk(
            database, keyring: keyring, journeys: journeys, surveys: surveyDesk.offer, stations: shifts.stations,
            endings: referralDesk.endings, lot: .twoInAHundred, notices: noticeBoard, clock: clock)
        let lookup = LookupDesk(database, keyring: keyring)
        let matters = Matters(database, reach: matterReach, settled: RunDesk.settled, clock: clock)
        let documents = documentRegister(isDemonstration: fittings.isDemonstration)
        let records = RecordDesk(database, keyring: keyring, matters: matters, deaths: deaths, flags: flags, panels: personPanels)
        LookupPages(pages, forms: forms, reception: reception, desk: lookup, attention: attention, place: deskPlace).mount(on: router)
        AttentionPages(
            pages, forms: forms, reception: reception, desk: attention, typing: typing, lookup: lookup, matters: matters,
            presence: PresenceDesk(database, keyring: keyring, documents: documents), approvals: approvals,
            notices: diversions.notices, place: deskPlace, isDemonstration: fittings.isDemonstration,
            script: fittings.assets.address(of: "desk.js")
        ).mount(on: router)
        PersonPages(
            pages, forms: forms, reception: reception, desk: attention, records: records,
            changes: ChangeDesk(database, keyring: keyring, notices: noticeBoard),
            others: [
                AttentionWay(.grantMandates, path: "/mesa/representacion?contacto=", title: "mandate.desk.record"),
                AttentionWay(.fileRights, path: "/mesa/derechos/nueva?atencion=", title: "rightsDesk.new"),
                AttentionWay(.assistProcedures, path: "/mesa/tramites/", title: "procedures.assist"),
            ]
        ).mount(on: router)
        EndingPages(
            pages, forms: forms, reception: reception, desk: typing, products: productFacts, demand: CountingDesk(database).demand(),
            protocols: SheetDesk(database).protocols(pages.source, clock: clock), place: deskPlace,
            referring: "/mesa/derivaciones/nueva?contacto=", script: fittings.assets.address(of: "desk.js"),
            stylesheet: fittings.assets.address(of: "desk.css")
        ).mount(on: router)
        FlagPages(pages, forms: forms, reception: reception, desk: flags).mount(on: router)
        OwnFlagPages(place, forms: forms, desk: flags, posts: staffPosts).mount(on: router)
        CodingPages(pages, forms: forms, reception: reception, desk: codings, products: productFacts) { [database] in
            try await database.read { try CodeStore().all($0) }
        }.mount(on: router)
        ApprovalPages(place, forms: forms, desk: approvals, posts: staffPosts, clock: clock).mount(on: router)
        GlassPages(
            pages, forms: forms, reception: reception, desk: glass, lookup: lookup, records: records, place: deskPlace, posts: staffPosts
        ).mount(on: router)
        UnionPages(pages, forms: forms, reception: reception, desk: unions, lookup: lookup, place: deskPlace).mount(on: router)
        RemainderPages(pages, forms: forms, reception: reception, desk: unions, lookup: lookup, place: deskPlace).mount(on: router)
        DeathPages(pages, forms: forms, reception: reception, desk: deaths, lookup: lookup, place: deskPlace, clock: clock).mount(
            on: router)
        UnprovenPages(pages, forms: forms, reception: reception, desk: UnprovenDesk(database, clock: clock)).mount(on: router)
    }
}

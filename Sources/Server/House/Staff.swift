import Catalog
import Civic
import ClaveUnicaSimulator
import Desk
import Hummingbird
import Identity
import Intake
import Ports
import Stations
import Statistics
import Storage
import Web

/// The staff: who they are, what they may do, and the first screen of their day.
extension House {
    /// Who is at each door.
    var reception: Reception {
        let staff = staff
        return Reception(sessions) { id, _ in try await staff.actor(id) }
    }

    /// How an account is found for somebody who signed in at their own institution.
    var staffSignIn: StaffSignIn { staff.signIn }

    var staff: StaffDesk {
        StaffDesk(database, keyring: keyring, clock: clock, matrix: roles, line: passwords, sessions: sessions)
    }

    var entry: EntryDesk {
        EntryDesk(database, keyring: keyring, clock: clock, line: passwords, rules: passwordRules, issuer: "Ventanilla")
    }

    private var agreementDesk: AgreementDesk { AgreementDesk(database, clock: clock) }

    /// What institutions and points are called.
    var directory: Directory {
        let (sheets, points) = (SheetDesk(database), PointDesk(database))
        return Directory(
            institutions: {
                try await sheets.institutions().map { Directory.Entry(key: $0.institution.key, name: $0.institution.name) }
            },
            institution: { try await sheets.name(ofInstitution: $0) },
            point: { try await points.point(Int($0))?.point.name })
    }

    /// Who of the staff somebody was, for persons who read who looked at them.
    var staffPosts: StaffPosts {
        let (staff, directory) = (staff, directory)
        return StaffPosts { id in
            guard let post = try await staff.post(id) else { return nil }
            let name = try await directory.institution(post.institution)
            return StaffPosts.Post(title: post.title, institution: name ?? post.institution, point: post.point, code: post.institution)
        }
    }

    /// Agreements in force.
    var agreements: Agreements {
        let desk = agreementDesk
        return Agreements { try desk.giving($0, on: $1, $2) }
    }

    /// Whether a person is a colleague of somebody of the staff: the half of `Ties` that Identity knows.
    var isColleague: @Sendable (Int64, PersonID, Snapshot) throws -> Bool {
        let staff = staff
        return { try staff.isColleague($0, $1, $2) }
    }

    var deskSelf: DeskSelf {
        let (staff, directory, points) = (staff, directory, servicePoints)
        return DeskSelf { id in
            guard let account = try await staff.own(id)?.account else { return nil }
            let institution = try await directory.institution(account.institution)
            let point = if let number = account.point { try await points.some([number]).first } else { ServicePoints.Point?.none }
            return DeskSelf.Reading(
                name: account.name, post: account.post, institution: institution ?? account.institution, point: point?.name,
                commune: point?.commune)
        }
    }

    func mountStaff(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        let (forms, reception, directory) = (fittings.forms, fittings.reception, directory)
        let entrance = pages
        let provider = fittings.entrance.institution.map { StaffProvider(title: $0.provider.title, issuer: $0.provider.issuer) }
        let pages = deskPages(pages, fittings)
        let door = EntryDoor(sessions: sessions, keyring: keyring, isSecure: isSecure, clock: clock)
        DeskHomePages(
            pages, reception: reception, panels: deskPanels, who: deskSelf, stations: shifts.stations, news: deskNews, clock: clock
        ).mount(on: router)
        EntryPages(
            entrance, forms: forms, desk: entry, door: door, reception: reception,
            team: fittings.isDemonstration ? StaffDesk.demoTeam : [], provider: provider?.title
        ).mount(on: router)
        AccountPages(pages, forms: forms, desk: staff, entry: entry, door: door, reception: reception, directory: directory).mount(
            on: router)
        TeamPages(pages, forms: forms, desk: staff, reception: reception, directory: directory, provider: provider).mount(on: router)
        AgreementPages(pages, forms: forms, desk: agreementDesk, reception: reception, directory: directory, clock: clock).mount(
            on: router)
        JobPages(pages, forms: forms, reception: reception, queue: JobQueue(database, keyring: keyring), clock: clock).mount(on: router)
        AuditPages(pages, reception: reception, desk: AuditDesk(database), posts: staffPosts).mount(on: router)
        ConflictPages(pages, reception: reception, database: database, keyring: keyring).mount(on: router)
        LiveBoardPages(pages, reception: reception, desk: boards).mount(on: router)
        OpinionReadingPages(
            pages, reception: reception, sheets: SheetDesk(database), desk: OpinionDesk(database, keyring: keyring, clock: clock),
            clock: clock
        ).mount(on: router)
        SearchTallyPages(pages, reception: reception, desk: TallyDesk(database), clock: clock).mount(on: router)
    }

    /// Pages under /mesa: their ways, and the silent call that works on each of them.
    func deskPages(_ pages: Pages, _ fittings: Fittings) -> Pages {
        pages.within(deskLinks(pages.texts), apart: true, scripts: [fittings.assets.address(of: "alarm.js")])
    }

    /// The ways within the desk, for every page under /mesa.
    func deskLinks(_ texts: Texts) -> [Link] {
        [
            Link(texts.address("/mesa"), texts["desk.title"]),
            Link(texts.address("/mesa/cuenta"), texts["desk.account"]),
            Link(texts.address("/mesa/salir"), texts["team.leave.title"]),
        ]
    }

    /// The ways of those who look after the house.
    var staffPanels: [DeskPanel] {
        let (queue, clock) = (JobQueue(database, keyring: keyring), clock)
        return [
            DeskPanel(
                .content, place: 500, permission: .readOpinions, path: "/mesa/opiniones", title: "feedback.desk.title",
                summary: "feedback.desk.summary"),
            DeskPanel(
                .content, place: 510, permission: .readSearches, path: "/mesa/busquedas", title: "search.desk.title",
                summary: "search.desk.summary"),
            DeskPanel(
                .control, place: 600, permission: .readBoards, path: "/mesa/estadisticas", title: "boards.title", summary: "boards.summary"),
            DeskPanel(
                .control, place: 700, permission: .readAudit, path: "/mesa/auditoria", title: "desk.audit.title",
                summary: "desk.audit.summary"),
            DeskPanel(
                .control, place: 710, permission: .readAudit, path: "/mesa/choques", title: "conflicts.title", summary: "conflicts.summary"),
            DeskPanel(.system, place: 800, permission: .manageStaff, path: "/mesa/equipo", title: "team.title", summary: "team.summary"),
            DeskPanel(
                .system, place: 810, permission: .manageAgreements, path: "/mesa/convenios", title: "convenios.title",
                summary: "convenios.summary"),
            DeskPanel(
                .system, place: 820, permission: .runJobs, path: "/mesa/trabajos", title: "desk.jobs.title", summary: "desk.jobs.summary"
            ) {
                _ in
                return try await queue.load(at: clock.now).dead
            },
        ]
    }

    /// The team of the demonstration, whoever of it is not there yet.
    func seedTeam() async throws {
        let texts = try Languages(folder: settings.path("Texts")).all[0]
        let titles = Dictionary(uniqueKeysWithValues: StaffRole.allCases.map { ($0, texts[$0.title]) })
        try await staff.seedDemonstration(
            institution: "IPS", point: 1, titles: titles, mails: ["agente": "20347878@institucion.example"],
            issuer: address + DoublePages.path)
    }
}

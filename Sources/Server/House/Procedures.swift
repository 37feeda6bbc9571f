import Catalog
import Civic
import Flows
import Mandates
import Persons
import Ports
import Procedures
import RegisterSimulator
import Web

/// Services that are written as data, and doing them.
extension House {
    func runDesk(isDemonstration: Bool) -> RunDesk {
        let numbers = SheetDesk(database).numbers
        return RunDesk(
            database, keyring: keyring, shelf: definitions, registers: registers(isDemonstration: isDemonstration), checks: answerChecks,
            sheets: numbers, holidays: holidays, documents: documentDesk(isDemonstration: isDemonstration),
            limits: ProcedureLimits(
                registerHours: settings.limits.registerHours, largestFile: settings.limits.uploadBytes,
                preparedDays: settings.limits.preparedDays, handsDays: settings.limits.handsDays), notices: noticeBoard,
            messenger: messenger(isDemonstration: isDemonstration), powers: mandates.powers, reach: matterReach,
            deaths: DeathDesk.recorded(keyring), clock: clock)
    }

    func offers(isDemonstration: Bool) -> OfferDesk {
        OfferDesk(runDesk(isDemonstration: isDemonstration), consents: consents, deaths: deaths.deaths)
    }

    /// Papers are written in the language of the house.
    func documentDesk(isDemonstration: Bool) -> DocumentDesk {
        DocumentDesk(
            database, keyring: keyring, territory: territory, directory: directory, texts: paperTexts, clock: clock,
            isDemonstration: isDemonstration)
    }

    /// The registers: their doubles in a demonstration, asked over the same line; without an address nobody answers.
    private func registers(isDemonstration: Bool) -> Registers {
        if isDemonstration { return demonstrationRegisters.registers }
        return connectedRegisters?.registers ?? Registers { _ in .down }
    }

    var answerChecks: AnswerChecks { .house(territory) }

    /// For programs: once, whatever the languages of the pages are.
    func mountServiceApi(_ texts: Texts, _ fittings: Fittings, on router: PageRoutes) {
        ServiceApiPages(
            reception: fittings.reception, desk: runDesk(isDemonstration: fittings.isDemonstration), texts: texts, territory: territory
        ).mount(on: router)
        let desk = runDesk(isDemonstration: fittings.isDemonstration)
        ExternalPages(ExternalDesk(desk, keyring: keyring), programs: programs).mount(on: router)
        PreparationPages(PreparationDesk(desk), programs: programs).mount(on: router)
        ReceivingPages(ReceivingDesk(desk), programs: programs, texts: texts).mount(on: router)
    }

    func mountProcedures(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) {
        let desk = runDesk(isDemonstration: fittings.isDemonstration)
        let external = ExternalDesk(desk, keyring: keyring)
        ProcedurePages(
            ownPlace(pages, fittings), forms: fittings.forms, desk: desk, external: external, territory: territory, signers: deskSelf,
            costs: SheetDesk(database).costs, base: address
        ).mount(on: router)
        FollowPages(
            pages, forms: fittings.forms, desk: desk, territory: territory, attempts: AttemptDesk(database, keyring: keyring),
            cookie: SignedCookie("tramite", seconds: 1_800, isSecure: isSecure, keyring: keyring)
        ).mount(on: router)
        VerifyPages(
            pages, forms: fittings.forms, desk: documentDesk(isDemonstration: fittings.isDemonstration), shelf: definitions,
            limit: fittings.codes
        ).mount(on: router)
        if fittings.isDemonstration { RegisterPages(pages, forms: fittings.forms, double: registerDouble).mount(on: router) }
        let deskPages = deskPages(pages, fittings)
        AssistedPages(
            deskPages, forms: fittings.forms, reception: fittings.reception, desk: desk, external: external, territory: territory,
            signers: deskSelf, costs: SheetDesk(database).costs, base: address
        ).mount(on: router)
        DeskServicePages(deskPages, reception: fittings.reception, shelf: definitions, directory: directory).mount(on: router)
        CaseAuditPages(
            deskPages, forms: fittings.forms, reception: fittings.reception, desk: CaseDesk(desk, signers: deskSelf), territory: territory
        ).mount(on: router)
        CasePages(
            deskPages, forms: fittings.forms, reception: fittings.reception, desk: CaseDesk(desk, signers: deskSelf),
            territory: territory
        ).mount(on: router)
    }

    var procedurePanels: [DeskPanel] {
        let desk = CaseDesk(runDesk(isDemonstration: false), signers: deskSelf)
        return [
            DeskPanel(
                .control, place: 705, permission: .readAudit, path: "/mesa/auditoria/casos", title: "procedures.audit",
                summary: "procedures.audit.lead"),
            DeskPanel(
                .overseeing, place: 9, permission: .decideProcedures, path: "/mesa/casos/vencidos", title: "procedures.cases.late",
                summary: "procedures.cases.late.summary"
            ) { try await desk.countOverdue(for: $0) },
            DeskPanel(
                .overseeing, place: 8, permission: .overseeProcedures, path: "/mesa/casos/demoras", title: "procedures.delays",
                summary: "procedures.delays.lead"
            ) { try await desk.countDenounced(for: $0) },
            DeskPanel(
                .content, place: 8, permission: .assistProcedures, path: "/mesa/servicios", title: "procedures.services",
                summary: "procedures.services.summary"),
            DeskPanel(
                .attending, place: 42, permission: .decideProcedures, path: "/mesa/casos", title: "procedures.cases",
                summary: "procedures.cases.summary"
            ) { try await desk.count(for: $0) },
        ]
    }
}

extension AnswerChecks {
    /// Numbers, comunas and contacts as the house knows them.
    static func house(_ territory: Territory) -> AnswerChecks {
        AnswerChecks(
            run: { RUN($0)?.plain },
            commune: { text in
                let commune = CommuneCode(text).flatMap { territory.commune($0) } ?? territory.commune(named: text)
                return commune.map { "\($0.code)" }
            },
            telephone: { Contact(.phone, typed: $0)?.plain }, email: { Contact(.email, typed: $0)?.plain })
    }
}

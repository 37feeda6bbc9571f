import Civic
import Expressions
import Flows
import Ports
import Storage

/// Working on a run: beginning, answering, filing. Every door comes through here, so that all of them do the same.
public struct RunDesk: Sendable {
    let database: Database
    let shelf: DefinitionShelf
    let registers: Registers
    let checks: AnswerChecks
    let sheets: SheetNumbers
    let calendar: BusinessCalendar
    let limits: ProcedureLimits
    let clock: Clock
    let store: RunStore
    let events: RunEventStore
    let disclosures: DisclosureDesk
    let mergers: MergerDesk
    let people: PeopleDesk
    let documents: DocumentDesk
    let files: FileDesk
    let benefits: BenefitStore
    let preparations: PreparationStore
    let notices: NoticeBoard
    let messenger: Messenger
    let powers: Powers
    let reach: MatterReach
    let deaths: Deaths

    public init(
        _ database: Database, keyring: Keyring, shelf: DefinitionShelf, registers: Registers, checks: AnswerChecks, sheets: SheetNumbers,
        holidays: Holidays, documents: DocumentDesk, limits: ProcedureLimits, notices: NoticeBoard, messenger: Messenger,
        powers: Powers, reach: MatterReach, deaths: Deaths, clock: Clock
    ) {
        self.documents = documents
        self.limits = limits
        self.notices = notices
        self.messenger = messenger
        self.powers = powers
        self.reach = reach
        self.deaths = deaths
        files = FileDesk(keyring: keyring)
        benefits = BenefitStore(keyring: keyring)
        preparations = PreparationStore(keyring: keyring)
        self.database = database
        self.shelf = shelf
        self.registers = registers
        self.checks = checks
        self.sheets = sheets
        self.clock = clock
        calendar = BusinessCalendar(holidays)
        store = RunStore(keyring: keyring)
        events = RunEventStore(keyring: keyring)
        disclosures = DisclosureDesk(database, keyring: keyring)
        mergers = MergerDesk(keyring: keyring)
        people = PeopleDesk(keyring: keyring)
    }

    /// A run with everything that it comes to today.
    struct Opened: Sendable {
        let run: ProcedureRun
        let interpreter: Interpreter
        let state: FlowState
        let reckoning: Reckoning
        let disclosure: Disclosure
        let proposed: Proposed?
        /// That its service is retired, while it is not filed.
        var retirement: Retirement?

        var service: Service { interpreter.service }

        /// Whether whoever has it now decides it: in the stage for that, or answering an appeal.
        var isDecidedHere: Bool { run.isUnderAppeal || service.stages.first { $0.id == run.stage }?.decides == true }

        /// Where whoever has it now hands it on to.
        var nextStage: Stage? {
            guard let at = service.stages.firstIndex(where: { $0.id == run.stage }), !service.stages[at].decides else { return nil }
            return service.stages[(at + 1)...].first { $0.owner != nil }
        }

        /// What keeps it from being decided today, in the words of the service.
        func held(_ values: ValueTexts, today: Day) -> String? {
            guard let (says, basis, known) = hold(today) else { return nil }
            return "\(values.filled(says, in: service) { known[$0]?.value }) (\(basis))"
        }

        func isHeld(_ today: Day) -> Bool { hold(today) != nil }

        private func hold(_ today: Day) -> (says: Words, basis: String, known: [String: Known])? {
            guard run.decided == nil || run.isUnderAppeal else { return nil }
            let stage = run.isUnderAppeal ? service.stages.first { $0.decides }?.id : run.stage
            return interpreter.held(stage, state, today: today.number)
        }

        var effect: Effect { effect(at: .verified) }
        func effect(at level: Level) -> Effect { interpreter.next(reckoning, level: level) }
    }

    /// Begins a service for somebody, once; whoever has one that is not filed goes on with that, even of a retired service. Throws `NotFound` when
    /// there is none, and `ServiceRetired`.
    public func begin(_ id: String, for person: PersonID, at door: Door, by actor: Actor, once: OnceKey) async throws -> CheckedCode {
        guard let service = try await shelf.newest(id), door.leads(to: service) else { throw NotFound() }
        try await permit(person, at: door, by: actor)
        try await mustBePresent(at: door, by: actor)
        try await mustReach(service, at: door, by: actor)
        let (store, events, mergers, retirements) = (store, events, mergers, shelf.retirements)
        let product = try await sheets.number(service.sheet)
        let plain = try await database.write(once: once) { transaction in
            try refuseFirstHands(service, person, actor, transaction)
            let records = try mergers.records(of: person, transaction)
            if let open = try store.all(of: records, transaction).first(where: { $0.service == id && $0.filed == nil }) {
                return open.code.plain
            }
            try mustNotHold(service, person, transaction)
            if let retirement = try retirements.retirement(of: id, transaction) {
                throw ServiceRetired(service: service, retirement: retirement)
            }
            let number = try transaction.newID()
            let contact = Interaction(
                door.medium, door.channel, .transaction, .pending, point: door.point, product: product, agent: actor.staffNumber,
                matter: number, person: person,
                assurance: .verified)
            let interaction: InteractionID?
            if let within = door.interaction {
                interaction = try transaction.record(Event("procedure.begun", subject: person, within: within), by: actor)
            } else {
                interaction = try transaction.record(Event("procedure.begun", subject: person, contact: contact), by: actor)
            }
            guard let interaction else { throw StorageFault(.shape, "a run made no contact") }
            var generator = SystemRandomNumberGenerator()
            let code = CheckedCode(using: &generator)
            let run = try store.insert(
                code, as: number,
                .init(
                    service: id, version: service.version, subject: person, interaction: interaction, agent: actor.staffNumber,
                    state: try RunCodec.text(FlowState())), transaction)
            try events.insert(.begun, of: run, about: person, staff: actor.staffNumber, transaction)
            return code.plain
        }
        guard let code = CheckedCode(typed: plain) else { throw StorageFault(.shape, "a run has a code that is none") }
        try await advance(code, at: door, by: actor)
        return code
    }

    /// Opens a run for whoever may, with the entry of the audit that says so. Throws `NotFound` for one of somebody else.
    func open(_ code: CheckedCode, at door: Door, by actor: Actor, for purpose: Disclosure.Purpose = "trace.purpose.procedure") async throws
        -> Opened
    {
        let (store, retirements) = (store, shelf.retirements)
        let found = try await database.read { snapshot in
            try store.run(code, snapshot).map { run in
                (
                    run: run, preparation: try self.preparation(for: run, snapshot),
                    retirement: run.filed == nil ? try retirements.retirement(of: run.service, snapshot) : nil
                )
            }
        }
        guard let (run, preparation, retirement) = found else { throw NotFound() }
        try await permit(run.subject, at: door, by: actor)
        let service = try await shelf.service(run.service, run.version)
        try await mustReach(service, at: door, by: actor)
        let disclosure = try await disclosures.open(
            [.procedures, .identifiers, .name], of: Set([run.subject, preparation?.subject ?? run.subject]), for: purpose,
            in: door.interaction, by: actor, target: Scope.Target(point: door.point), needing: door.permission,
            about: .init("procedure_run", run.id))
        let (sealed, parameters, own) = try await database.read { snapshot in
            (
                try store.state(of: run, snapshot), try Parameters.table(for: service, calendar.holidays, snapshot),
                run.decided == nil || run.isUnderAppeal ? try ownFacts(service, of: run.subject, snapshot) : [:]
            )
        }
        var state = try RunCodec.state(try disclosure.open(sealed))
        for (fact, result) in own { state.know(fact, result) }
        let interpreter = Interpreter(service, parameters: parameters)
        return Opened(
            run: run, interpreter: interpreter, state: state, reckoning: interpreter.reckon(state, today: clock.today.number),
            disclosure: disclosure, proposed: try await proposed(preparation, disclosure),
            retirement: retirement)
    }

    /// Opens a run to change something of it. A leave to read is none to act: the person is there, or acts alone (counter-rules 2).
    func openToAct(_ code: CheckedCode, at door: Door, by actor: Actor) async throws -> Opened {
        try await mustBePresent(at: door, by: actor)
        return try await open(code, at: door, by: actor)
    }

    /// Answers a question of the run as it was shown. Throws `RunMoved` when it is another's turn, and gives back what is wrong with an answer.
    func answer(
        _ code: CheckedCode, _ question: String, _ input: AnswerInput, revision: Int, at door: Door, by actor: Actor, once: OnceKey
    ) async throws -> AnswerFault? {
        let opened = try await openToAct(code, at: door, by: actor)
        guard let asked = opened.answerable.first(where: { $0.id == question }) else { throw RunMoved() }
        let value: Expressions.Value
        do throws(AnswerFault) {
            value = try AnswerReader(checks, today: clock.today.number).read(input, asked)
        } catch {
            return error
        }
        guard opened.run.revision == revision else {
            // The same answer from two pages is one.
            if let kept = opened.state.answers[question], Expressions.Value.areEqual(kept, value) { return nil }
            throw RunMoved()
        }
        let isPassed = if case .null = value { asked.isOptional } else { false }
        guard isPassed || opened.interpreter.accepts(value, to: asked, opened.state, today: clock.today.number) else { return .condition }
        if try await isOwnNumber(value, question, opened) { return .ownNumber }
        try await save(opened, by: actor, within: door.interaction, once: once) { state, _ in
            try state.apply(.answered(question, value), to: state.revision)
        }
        try await advance(code, at: door, by: actor)
        return nil
    }

    /// Keeps what an act makes of the state.
    func save(
        _ opened: Opened, by actor: Actor, within: InteractionID?, once: OnceKey?,
        _ change: @escaping @Sendable (inout FlowState, Transaction) throws -> Void
    ) async throws {
        let (store, run, before) = (store, opened.run, opened.state)
        let act: @Sendable (Transaction) throws -> Bool = { transaction in
            try refuseFirstHands(opened.service, run.subject, actor, transaction)
            try noteHelp(run, by: actor, transaction)
            var state = before
            try change(&state, transaction)
            guard try store.save(try RunCodec.text(state), state.revision, of: run, transaction) else { throw RunMoved() }
            // What came after it was filed is looked at by the next round, as if a register had answered.
            if run.filed != nil, run.decided == nil { try store.setProvisional(run, transaction) }
            try note(opened.interpreter.reckon(state, today: clock.today.number), run, opened.service, transaction)
            if once != nil { try RunTypedStore(keyring: store.keyring).drop(run.id, transaction) }
            try transaction.record(
                Event("procedure.answered", object: .init("procedure_run", run.id), subject: run.subject, within: within), by: actor)
            return true
        }
        if let once { _ = try await database.write(once: once, act) } else { _ = try await database.write(act) }
    }
}

extension Actor {
    var staffNumber: Int64? { if case .staff(let id) = identity { id } else { nil } }
}

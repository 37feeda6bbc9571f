import Civic
import Flows
import Ports
import Storage

extension RunDesk {
    private var external: ExternalStore { ExternalStore(keyring: store.keyring) }

    /// What is kept of a person's procedures, here and as institutions told and prepared it.
    public var heldData: HeldData {
        HeldData(name: "procedures", title: "procedures.held", fields: [.procedures]) { person, disclosure, texts in
            let subjects = disclosure.subjects.sorted { $0.number < $1.number }
            return try await heldRuns(person, disclosure, texts) + heldPreparations(subjects, disclosure, texts)
                + heldElsewhere(subjects, disclosure, texts) + heldTyped(person, disclosure, texts)
        } erase: {
            try RunTypedStore(keyring: store.keyring).erase($0, $1) + documents.store.erase($0, $1) + benefits.erase($0, $1)
                + OfferStore().erase($0, $1)
                + external.erase($0, $1) + preparations.erase($0, $1) + store.erase($0, $1)
        }
    }

    private func heldRuns(_ person: PersonID, _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        let (store, values) = (store, ValueTexts(texts: texts, territory: documents.territory))
        var items: [HeldData.Item] = []
        for (run, service) in try await all(of: person) where disclosure.subjects.contains(run.subject) {
            let sealed = try await database.read { try store.state(of: run, $0) }
            items += values.held(
                try RunCodec.state(try disclosure.open(sealed)), service, number: run.code.description, since: run.begun,
                from: texts["procedures.held.said"])
        }
        return items
    }

    private func heldPreparations(_ subjects: [PersonID], _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        let (preparations, values) = (preparations, ValueTexts(texts: texts, territory: documents.territory))
        let prepared = try await database.read { snapshot in try subjects.flatMap { try preparations.all(of: $0, snapshot) } }
        var items: [HeldData.Item] = []
        for one in prepared {
            guard let service = try await shelf.newest(one.service) else { continue }
            items += values.held(
                try RunCodec.state(try disclosure.open(one.answers)), service, number: "preparation-\(one.id)", since: one.prepared,
                from: try await documents.name(of: one.institution))
        }
        return items
    }

    private func heldTyped(_ person: PersonID, _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        let (typing, values) = (RunTypedStore(keyring: store.keyring), ValueTexts(texts: texts, territory: documents.territory))
        var items: [HeldData.Item] = []
        for (run, service) in try await all(of: person) where disclosure.subjects.contains(run.subject) {
            guard let typed = try await database.read({ try typing.typed(of: run, since: 0, $0) }) else { continue }
            items.append(
                HeldData.Item(
                    name: "\(run.code)-typed", label: values.name(typed.question, in: service),
                    value: try fields(typed, disclosure).map(\.value).joined(separator: " "), source: texts["procedures.typed.held"],
                    since: typed.at))
        }
        return items
    }

    private func heldElsewhere(_ subjects: [PersonID], _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        let external = external
        let told = try await database.read { snapshot in
            try external.all(of: subjects, snapshot).flatMap { one in
                try external.events(of: one, snapshot).map { (institution: one.institution, event: $0) }
            }
        }
        var items: [HeldData.Item] = []
        for (institution, event) in told {
            items.append(
                HeldData.Item(
                    name: "external-\(event.id)", label: texts["procedures.elsewhere"],
                    value: try disclosure.read(ExternalEvent.Body.self, event.body).said(texts),
                    source: try await documents.name(of: institution), since: event.told))
        }
        return items
    }
}

extension ExternalEvent.Body {
    /// All of it in words.
    fileprivate func said(_ texts: Texts) -> String {
        let due = due.map { texts("procedures.elsewhere.due", ["day": texts.long(Day(number: $0))]) }
        return [title, stage, words, due].compactMap { $0 }.joined(separator: ". ")
    }
}

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
                + heldElsewhere(subjects, disclosure, texts)
        } erase: {
            try documents.store.erase($0, $1) + benefits.erase($0, $1) + OfferStore().erase($0, $1)
                + external.erase($0, $1) + preparations.erase($0, $1) + store.erase($0, $1)
        }
    }

    private func heldRuns(_ person: PersonID, _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        let store = store
        var items: [HeldData.Item] = []
        for (run, service) in try await all(of: person) where disclosure.subjects.contains(run.subject) {
            let sealed = try await database.read { try store.state(of: run, $0) }
            items.append(
                HeldData.Item(
                    name: run.code.description, label: service.title.said(in: texts.language).text,
                    value: try disclosure.open(sealed), source: texts["procedures.held.source"], since: run.begun))
        }
        return items
    }

    private func heldPreparations(_ subjects: [PersonID], _ disclosure: Disclosure, _ texts: Texts) async throws -> [HeldData.Item] {
        let preparations = preparations
        let prepared = try await database.read { snapshot in try subjects.flatMap { try preparations.all(of: $0, snapshot) } }
        var items: [HeldData.Item] = []
        for one in prepared {
            items.append(
                HeldData.Item(
                    name: "preparation-\(one.id)", label: texts["procedures.prepared"], value: try disclosure.open(one.answers),
                    source: try await documents.name(of: one.institution), since: one.prepared))
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
                    name: "external-\(event.id)", label: texts["procedures.elsewhere"], value: try disclosure.open(event.body),
                    source: try await documents.name(of: institution), since: event.told))
        }
        return items
    }
}

import Civic
import Ports
import Storage

/// What this room keeps about persons.
public enum HeldRights {
    /// Requests and rests.
    public static func requests(_ desk: RequestDesk) -> HeldData {
        HeldData(
            name: "rights", title: "myRights.title", fields: [.rights],
            items: { person, disclosure, texts in
                let (found, forOthers) = try await desk.database.read {
                    (try desk.store.requests(of: person, $0), try desk.store.requests(by: person, $0))
                }
                // What they wrote belongs to whom it is about; that it was they who asked is theirs.
                let asked = forOthers.map { request in
                    HeldData.Item(
                        name: "requestForAnother", label: texts("myCopy.forAnother", ["code": request.code.description]),
                        value: texts[request.right.title], source: texts["myCopy.source.you"], since: request.filed)
                }
                return try asked
                    + found.flatMap { request -> [HeldData.Item] in
                        func item(_ name: String, _ label: TextKey, _ value: String, _ since: Instant) -> HeldData.Item {
                            HeldData.Item(
                                name: name, label: texts("myCopy.request", ["what": texts[label], "code": request.code.description]),
                                value: value, source: texts["myCopy.source.you"], since: since)
                        }
                        let opened = try OpenedRequest(request, [], disclosure)
                        return [item("request", request.right.title, opened.words ?? texts[request.right.title], request.filed)]
                            + (opened.answer.map { [item("answer", "myRights.answer", $0, request.answered ?? request.filed)] } ?? [])
                    }
            },
            erase: { person, transaction in
                try desk.store.erase(person, transaction) + desk.blocks.erase(person, transaction)
            })
    }

    /// In which breaches their data was reached.
    public static func breaches(_ desk: BreachDesk, words: TraceWords) -> HeldData {
        HeldData(
            name: "breaches", title: "breaches.held", fields: [],
            items: { person, _, texts in
                try await desk.database.read { try desk.store.breaches(of: person, $0) }.map { each in
                    HeldData.Item(
                        name: "breach", label: texts["breaches.held.item"],
                        value: texts("breaches.held.value", ["fields": BreachPapers.names(each.fields, words, texts)]),
                        source: texts["breaches.held.source"], since: each.last)
                }
            },
            erase: { person, transaction in try desk.store.erase(person, transaction) })
    }

    public static func consents(_ desk: ConsentDesk) -> HeldData {
        HeldData(
            name: "consents", title: "consents.title", fields: [.rights],
            items: { person, _, texts in
                try await desk.database.read { try desk.store.consents(of: person, $0) }.map { consent in
                    HeldData.Item(
                        name: consent.withdrawn == nil ? "given" : "withdrawn",
                        label: texts[consent.withdrawn == nil ? "consents.given" : "consents.withdrawn"], value: consent.words,
                        source: texts["myCopy.source.you"], since: consent.withdrawn ?? consent.given)
                }
            },
            erase: { person, transaction in try desk.store.erase(person, transaction) })
    }
}

import Civic
import Ports
import Storage

/// What becomes of mandates when a person dies, is erased, or asks what is kept.
extension MandateDesk {
    /// A death ends the mandates on both sides; a mistake restores them, each until the day that it had.
    public var ending: Ending {
        let (store, family, leaves) = (store, family, LeaveDesk())
        return Ending(
            died: { person, _, actor, transaction in
                for mandate in try store.open(of: person, transaction) {
                    _ = try store.end(mandate.id, .death, dead: person, transaction)
                    try leaves.end(.mandate, reference: mandate.id, by: actor, transaction)
                }
                try family.mourn(person, transaction)
                for tie in try family.ids(of: person, transaction) {
                    try leaves.end(.mandate, reference: tie, by: actor, transaction)
                }
            },
            revived: { person, _, transaction in
                try store.revive(person, transaction)
                try family.revive(person, transaction)
            })
    }

    public var heldData: HeldData {
        let (database, store, family) = (database, store, family)
        return HeldData(
            name: "mandates", title: "mandate.title", fields: [.mandates],
            items: { person, disclosure, texts in
                let (given, ties) = try await database.read { (try store.granted(by: person, $0), try family.held(of: person, $0)) }
                let mandates = try given.map { mandate in
                    let number = RUN(try disclosure.open(mandate.number))?.formatted ?? ""
                    return HeldData.Item(
                        name: "mandate", label: texts[mandate.instrument.words],
                        value: texts("mandate.held", ["number": number, "until": texts.long(Day(lastBefore: mandate.until))]),
                        source: texts[mandate.recorder == nil ? "mandate.source.own" : "mandate.source.desk"], since: mandate.made,
                        use: texts["mandate.use"])
                }
                return mandates
                    + ties.map { tie in
                        HeldData.Item(
                            name: "family", label: texts["mandate.family.held"],
                            value: texts[
                                tie.isBarred
                                    ? tie.isChild ? "mandate.family.held.child.barred" : "mandate.family.held.parent.barred"
                                    : tie.isChild ? "mandate.family.held.child" : "mandate.family.held.parent"],
                            source: texts("mandate.family.source", ["source": tie.source]), since: tie.told,
                            use: texts["mandate.family.use"])
                    }
            },
            erase: { try store.erase($0, $1) + family.erase($0, $1) })
    }

    /// How the trace calls what happens to mandates.
    public static let traceWords = TraceWords(
        verbs: [
            "mandates.granted": "trace.verb.mandateGranted", "mandates.recorded": "trace.verb.mandateRecorded",
            "mandates.confirmed": "trace.verb.mandateConfirmed", "mandates.rejected": "trace.verb.mandateRejected",
            "mandates.accepted": "trace.verb.mandateAccepted", "mandates.ended": "trace.verb.mandateEnded",
            "family.told": "trace.verb.familyTold", "family.barred": "trace.verb.familyBarred",
            "family.restored": "trace.verb.familyRestored",
        ],
        fields: ["mandates": "trace.field.mandates"])
}

import Civic
import Web

/// What is asked of whoever makes two records one, or two again.
enum UnionForms {
    static let kept = Field.text("numero", "persons.union.kept", hint: "persons.union.kept.hint", most: 64, width: .medium)
    static let kind = Field.select("tipo", "persons.kind", empty: "persons.kind.run", LookupForms.kinds).optional
    static let reason = Field.area("motivo", "persons.union.reason", hint: "persons.union.reason.hint", most: 1000, rows: 3)
    static let propose = Form("union", [kind, kept, reason])
    static let undo = Form("separation", [reason])

    static let decision = Field.choice(
        "decision", "persons.union.decision", [FieldOption("si", "persons.union.yes"), FieldOption("no", "persons.union.no")])
    static let decide = Form("unionDecision", [decision])

    static let owner = Field.choice(
        "de-quien", "persons.remainder.owner",
        [FieldOption("kept", "persons.remainder.kept"), FieldOption("merged", "persons.remainder.merged")])
    static let allot = Form("remainder", [owner])
}

import Storage

extension Migration {
    /// The day on which somebody was notified of what is asked of them: their term to answer runs from then (Ley 19.880, arts. 31 and 46).
    static let requests = Migration(
        "notified requests",
        [.add(.int("requested").open.optional.check("requested IS NULL OR paused IS NOT NULL"), to: "procedure_run")])
}

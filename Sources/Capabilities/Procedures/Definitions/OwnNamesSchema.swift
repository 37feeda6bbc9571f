import Storage

extension Migration {
    /// What people call the registers and the queues of this installation, as its catalogue says.
    static let ownNames = Migration(
        "own names",
        [
            .create(
                Table(
                    "procedure_name",
                    [.id(), .text("kind").check("kind IN ('register', 'queue')"), .text("name"), .text("language"), .text("words")],
                    constraints: ["UNIQUE (kind, name, language)"]))
        ])
}

import Storage

extension Schema {
    /// Typed terms stand in the sheet's `body`, the steps of a moment of life in its own. What is gone keeps its number and its name.
    static let terms = Migration(
        "terms and paths",
        [
            .remove("duration", from: "sheet"), .remove("validity", from: "sheet"), .add(.text("body").optional, to: "life_event"),
            .create(
                Table(
                    "sheet_replacement",
                    [.int("sheet").unique.references("sheet"), .int("replaced_by").references("sheet")],
                    constraints: ["CHECK (sheet <> replaced_by)"])),
            .create(
                Table(
                    "withdrawn_sheet",
                    [
                        .id().check("id > 0"), .text("title").check("title <> ''"), .int("day"), .text("reason").optional,
                        .int("replaced_by").optional.check("replaced_by > 0"),
                    ],
                    constraints: ["CHECK (id <> replaced_by)"])),
        ])
}

import Storage

extension Schema {
    /// Files that people handed in, in sealed parts. A file of a person is sealed under that person's key too.
    public static let files = Schema(
        "files",
        [
            Migration(
                "files",
                [
                    .create(
                        Table(
                            "file",
                            [
                                .id(), .subject("subject", "person"), .lookup("digest", of: "hash"), .secret("hash"),
                                .text("kind").open.check("kind IN ('pdf', 'jpeg', 'png', 'webp', 'heic')"),
                                .int("size").open.check("size > 0"), .int("made").open, .int("act").open.references("act"),
                            ],
                            constraints: ["UNIQUE (subject, digest)"])),
                    // Whose file it is, and so whose key opens it, its row in `file` says.
                    .create(
                        Table(
                            "file_part", [.id(), .int("file").references("file"), .int("number").check("number >= 0"), .secret("content")],
                            constraints: ["UNIQUE (file, number)"])),
                ])
        ])
}

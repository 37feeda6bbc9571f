import Civic
@_spi(Disclosure) import Storage

/// The rows of reviews. What an agent wrote against one is sealed.
struct ReviewStore: Sendable {
    let keyring: Keyring

    private static let columns: SQL = "id, interaction, agent, reviewer, drawn, standing"

    /// nil when another looked at the same attention, or the reviewer has one that is not marked.
    func draw(_ interaction: InteractionID, of agent: Int64, by reviewer: Int64, _ transaction: Transaction) throws -> Int64? {
        try transaction.value(
            """
            INSERT INTO quality_review (id, interaction, agent, reviewer, drawn, standing)
            VALUES (\(try transaction.newID()), \(interaction), \(agent), \(reviewer), \(transaction.now), 'drawn')
            ON CONFLICT DO NOTHING RETURNING id
            """)
    }

    func mark(_ review: Review, _ marks: [String: Review.Mark], _ transaction: Transaction) throws -> Bool {
        let touched = try transaction.execute(
            "UPDATE quality_review SET marked = \(transaction.now), standing = 'stands' WHERE id = \(review.id) AND standing = 'drawn'")
        guard touched == 1 else { return false }
        for (item, mark) in marks.sorted(by: { $0.key < $1.key }) {
            try transaction.execute("INSERT INTO quality_mark (review, item, mark) VALUES (\(review.id), \(item), \(mark.rawValue))")
        }
        return true
    }

    func contest(_ review: Review, _ words: String, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            UPDATE quality_review SET standing = 'contested', contested = \(transaction.now),
                words = \(try keyring.seal(words, at: Cell(table: "quality_review", column: "words", row: review.id)))
            WHERE id = \(review.id) AND standing = 'stands'
            """) == 1
    }

    func answer(_ review: Review, keeps: Bool, by staff: Int64, _ transaction: Transaction) throws -> Bool {
        let standing: Review.Standing = keeps ? .kept : .withdrawn
        return try transaction.execute(
            """
            UPDATE quality_review SET standing = \(standing.rawValue), answerer = \(staff), answered = \(transaction.now)
            WHERE id = \(review.id) AND standing = 'contested'
            """) == 1
    }

    func words(of review: Review, _ snapshot: Snapshot) throws -> String? {
        try snapshot.first("SELECT words FROM quality_review WHERE id = \(review.id) AND words IS NOT NULL").map {
            try Sealed($0, "words", of: "quality_review", id: review.id).open(with: keyring)
        }
    }

    func review(_ id: Int64, _ snapshot: Snapshot) throws -> Review? {
        try filled(try snapshot.first("SELECT \(Self.columns) FROM quality_review WHERE id = \(id)").map(Self.review), snapshot)
    }

    /// What this reviewer drew and did not mark yet.
    func drawn(by reviewer: Int64, _ snapshot: Snapshot) throws -> Review? {
        try snapshot.first("SELECT \(Self.columns) FROM quality_review WHERE reviewer = \(reviewer) AND marked IS NULL").map(Self.review)
    }

    /// Of one agent, the newest first; without those that are not marked.
    func all(of agent: Int64, _ snapshot: Snapshot) throws -> [Review] {
        try snapshot.all(
            """
            SELECT \(Self.columns) FROM quality_review WHERE agent = \(agent) AND marked IS NOT NULL ORDER BY drawn DESC, id DESC LIMIT 100
            """, Self.review
        ).compactMap { try filled($0, snapshot) }
    }

    /// Those that wait for another to answer, the oldest first.
    func contested(_ snapshot: Snapshot) throws -> [Review] {
        try snapshot.all(
            "SELECT \(Self.columns) FROM quality_review WHERE standing = 'contested' ORDER BY contested, id LIMIT 200", Self.review
        ).compactMap { try filled($0, snapshot) }
    }

    /// Among these, the attentions that somebody looked at.
    func isReviewed(_ interaction: InteractionID, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first("SELECT id FROM quality_review WHERE interaction = \(interaction)") != nil
    }

    private func filled(_ review: Review?, _ snapshot: Snapshot) throws -> Review? {
        guard var review else { return nil }
        let marks = try snapshot.all("SELECT item, mark FROM quality_mark WHERE review = \(review.id)") { row -> (String, Review.Mark) in
            guard let mark = Review.Mark(rawValue: try row["mark"]) else {
                throw StorageFault(.shape, "quality_mark holds a mark that this program does not know")
            }
            return (try row["item"], mark)
        }
        review.marks = Dictionary(uniqueKeysWithValues: marks)
        return review
    }

    private static func review(_ row: Row) throws -> Review {
        guard let standing = Review.Standing(rawValue: try row["standing"]) else {
            throw StorageFault(.shape, "quality_review holds a standing that this program does not know")
        }
        return Review(
            id: try row["id"], interaction: InteractionID(try row["interaction"]), agent: try row["agent"], reviewer: try row["reviewer"],
            drawn: Instant(milliseconds: try row["drawn"]), standing: standing)
    }
}

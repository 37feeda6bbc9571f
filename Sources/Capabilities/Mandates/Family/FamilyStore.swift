import Civic
import Storage

/// The rows of parents and children.
struct FamilyStore: Sendable {
    struct Tie: Sendable {
        let id: Int64
        let child: PersonID
        let until: Day
    }

    /// nil when the register had told the same before.
    func insert(_ child: PersonID, of parent: PersonID, from: Day, until: Day, source: String, _ transaction: Transaction) throws -> Int64?
    {
        let id = try transaction.newID()
        return try transaction.first(
            """
            INSERT INTO kinship (id, child, parent, from_day, until_day, source, told)
            VALUES (\(id), \(child), \(parent), \(from.number), \(until.number), \(source), \(transaction.now))
            ON CONFLICT (child, parent) DO UPDATE SET from_day = excluded.from_day, until_day = excluded.until_day,
                source = excluded.source, told = excluded.told
            WHERE kinship.from_day <> excluded.from_day OR kinship.until_day <> excluded.until_day
            RETURNING id
            """
        )?["id"]
    }

    /// Children for whom a parent acts on that day.
    func children(of parent: PersonID, on day: Day, _ snapshot: Snapshot) throws -> [Tie] {
        try snapshot.all(
            """
            SELECT id, child, until_day FROM kinship
            WHERE parent = \(parent) AND from_day <= \(day.number) AND until_day > \(day.number) AND barred IS NULL AND dead IS NULL
            ORDER BY id
            """
        ) { Tie(id: try $0["id"], child: try $0["child"], until: Day(number: try $0["until_day"])) }
    }

    func bar(_ child: PersonID, from parent: PersonID, _ transaction: Transaction) throws -> Int64? {
        let row = try transaction.first(
            """
            UPDATE kinship SET barred = \(transaction.now) WHERE child = \(child) AND parent = \(parent) AND barred IS NULL RETURNING id
            """)
        return try row?["id"]
    }

    func restore(_ child: PersonID, to parent: PersonID, _ transaction: Transaction) throws -> Int64? {
        let row = try transaction.first(
            "UPDATE kinship SET barred = NULL WHERE child = \(child) AND parent = \(parent) AND barred IS NOT NULL RETURNING id")
        return try row?["id"]
    }

    /// Parent and child, or children of one parent. Age and courts change nothing of that.
    func areRelatives(_ one: PersonID, _ other: PersonID, _ snapshot: Snapshot) throws -> Bool {
        try snapshot.first(
            """
            SELECT id FROM kinship WHERE (child = \(one) AND parent = \(other)) OR (child = \(other) AND parent = \(one))
                OR (child = \(one) AND parent IN (SELECT parent FROM kinship WHERE child = \(other))) LIMIT 1
            """) != nil
    }

    func mourn(_ person: PersonID, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE kinship SET dead = \(person) WHERE (child = \(person) OR parent = \(person)) AND dead IS NULL")
    }

    func revive(_ person: PersonID, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE kinship SET dead = NULL WHERE dead = \(person)")
    }

    /// What is held of a person's family, without saying who the others are.
    struct Held: Sendable {
        let isChild: Bool
        let isBarred: Bool
        let source: String
        let told: Instant
    }

    func held(of person: PersonID, _ snapshot: Snapshot) throws -> [Held] {
        try snapshot.all("SELECT child, barred, source, told FROM kinship WHERE child = \(person) OR parent = \(person) ORDER BY id") {
            Held(
                isChild: try $0["child"] == person, isBarred: (try $0["barred"] as Int64?) != nil, source: try $0["source"],
                told: Instant(milliseconds: try $0["told"]))
        }
    }

    /// The ties of a person, whichever side they are on.
    func ids(of person: PersonID, _ snapshot: Snapshot) throws -> [Int64] {
        try snapshot.all("SELECT id FROM kinship WHERE child = \(person) OR parent = \(person) ORDER BY id") { try $0["id"] }
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM kinship WHERE child = \(person) OR parent = \(person)")
    }
}

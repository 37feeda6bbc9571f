import Storage

/// The dated lists of the record.
public struct CodeStore: Sendable {
    public init() {}

    /// The rows in force on a day, in order of their numbers.
    public func codes(of list: CodeList, on day: Day, _ snapshot: Snapshot) throws -> [DatedCode] {
        return try all(of: list, snapshot).filter { $0.from <= day && day <= ($0.to ?? day) }
    }

    /// Every row of every list.
    public func all(_ snapshot: Snapshot) throws -> [DatedCode] { try CodeList.allCases.flatMap { try all(of: $0, snapshot) } }

    /// Every row that there ever was, in order of their numbers.
    public func all(of list: CodeList, _ snapshot: Snapshot) throws -> [DatedCode] {
        let rows: SQL =
            switch list {
            case .medium: "SELECT id, name, from_day, to_day FROM code_medium"
            case .channel: "SELECT id, name, from_day, to_day FROM code_channel"
            case .modality: "SELECT id, name, from_day, to_day FROM code_modality"
            case .deed: "SELECT id, name, from_day, to_day FROM code_deed"
            case .outcome: "SELECT id, name, from_day, to_day FROM code_outcome"
            case .origin: "SELECT id, name, from_day, to_day FROM code_origin"
            }
        return try snapshot.all("\(rows) ORDER BY id") { row in
            let to: Int? = try row["to_day"]
            return DatedCode(
                list: list, number: try row["id"], name: try row["name"], from: Day(number: try row["from_day"]),
                to: to.map(Day.init(number:)))
        }
    }

    /// Adds a channel, a deed or an outcome of this installation, from a day on. Numbers up to 99 belong to the product; media and
    /// modalities are what the program knows.
    public func add(_ number: Int, named name: String, to list: CodeList, from day: Day, _ transaction: Transaction) throws {
        guard number > 99 else { throw StorageFault(.constraint, "numbers up to 99 belong to the product") }
        switch list {
        case .channel: try transaction.execute("INSERT INTO code_channel (id, name, from_day) VALUES (\(number), \(name), \(day.number))")
        case .deed: try transaction.execute("INSERT INTO code_deed (id, name, from_day) VALUES (\(number), \(name), \(day.number))")
        case .outcome: try transaction.execute("INSERT INTO code_outcome (id, name, from_day) VALUES (\(number), \(name), \(day.number))")
        case .medium, .modality, .origin: throw StorageFault(.constraint, "this list is what the program knows")
        }
    }

    /// Ends a row of this installation or of the product: from the next day on it is not written any more, and old figures keep it.
    public func end(_ number: Int, of list: CodeList, on day: Day, _ transaction: Transaction) throws -> Bool {
        switch list {
        case .channel: try transaction.execute("UPDATE code_channel SET to_day = \(day.number) WHERE id = \(number)") == 1
        case .deed: try transaction.execute("UPDATE code_deed SET to_day = \(day.number) WHERE id = \(number)") == 1
        case .outcome: try transaction.execute("UPDATE code_outcome SET to_day = \(day.number) WHERE id = \(number)") == 1
        case .medium, .modality, .origin: throw StorageFault(.constraint, "this list is what the program knows")
        }
    }
}

import Civic
import Storage

/// The rows of rosters, absences and skills.
struct RosterStore: Sendable {
    /// Takes the place of what was planned for them that day.
    func plan(_ planned: PlannedDay, at place: PlannedPlace, by author: Int64, _ transaction: Transaction) throws {
        try clear(planned.staff, planned.day, transaction)
        for half in planned.halves {
            let isBreak = planned.pause?.contains(half) ?? false
            try transaction.execute(
                """
                INSERT INTO roster_half (staff, day, half, point, channel, is_break, author)
                VALUES (\(planned.staff), \(planned.day.number), \(half), \(place.point), \(place.channel.number), \(isBreak ? 1 : 0), \(author))
                """)
        }
    }

    @discardableResult
    func clear(_ staff: Int64, _ day: Day, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM roster_half WHERE staff = \(staff) AND day = \(day.number)")
    }

    /// Of everybody at a place on some days, those who are away left out.
    func rosters(at place: PlannedPlace, from first: Day, to last: Day, _ snapshot: Snapshot) throws -> [Roster] {
        let point: SQL = place.point.map { "r.point = \($0)" } ?? "r.point IS NULL"
        return try rosters(
            "r.day BETWEEN \(first.number) AND \(last.number) AND \(point) AND r.channel = \(place.channel.number)", snapshot)
    }

    func rosters(of staff: Int64, from first: Day, to last: Day, _ snapshot: Snapshot) throws -> [Roster] {
        try rosters("r.staff = \(staff) AND r.day BETWEEN \(first.number) AND \(last.number)", snapshot)
    }

    private func rosters(_ which: SQL, _ snapshot: Snapshot) throws -> [Roster] {
        var rosters: [Roster] = []
        try snapshot.each(
            """
            SELECT r.staff, r.day, r.half, r.is_break FROM roster_half r
            WHERE \(which) AND NOT EXISTS (SELECT 1 FROM roster_absence a WHERE a.staff = r.staff AND a.day = r.day)
            ORDER BY r.day, r.staff, r.half
            """
        ) { row in
            let (staff, day, half, isBreak): (Int64, Int, Int, Int) = (try row.at(0), try row.at(1), try row.at(2), try row.at(3))
            if rosters.last?.staff != staff || rosters.last?.day.number != day {
                rosters.append(Roster(staff: staff, day: Day(number: day), halves: [:]))
            }
            rosters[rosters.count - 1].halves[half] = isBreak == 1 ? .pauses : .attends
        }
        return rosters
    }

    /// Where somebody is planned that day; nil when nowhere.
    func place(of staff: Int64, on day: Day, _ snapshot: Snapshot) throws -> PlannedPlace? {
        try snapshot.first("SELECT point, channel FROM roster_half WHERE staff = \(staff) AND day = \(day.number) LIMIT 1").map {
            PlannedPlace(point: try $0["point"], channel: Channel(try $0["channel"]))
        }
    }

    func away(_ staff: [Int64], on day: Day, _ snapshot: Snapshot) throws -> Set<Int64> {
        guard !staff.isEmpty else { return [] }
        return Set(
            try snapshot.all("SELECT staff FROM roster_absence WHERE day = \(day.number) AND staff IN (\(list: staff))") { try $0["staff"] }
        )
    }

    func setAway(_ isAway: Bool, _ staff: Int64, on day: Day, by author: Int64, _ transaction: Transaction) throws {
        if isAway {
            try transaction.execute(
                "INSERT INTO roster_absence (staff, day, author) VALUES (\(staff), \(day.number), \(author)) ON CONFLICT DO NOTHING")
        } else {
            try transaction.execute("DELETE FROM roster_absence WHERE staff = \(staff) AND day = \(day.number)")
        }
    }

    func sweep(before day: Day, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM roster_half WHERE day < \(day.number)")
        try transaction.execute("DELETE FROM roster_absence WHERE day < \(day.number)")
    }

    func skills(of staff: [Int64], _ snapshot: Snapshot) throws -> [Int64: Set<String>] {
        guard !staff.isEmpty else { return [:] }
        let rows = try snapshot.all("SELECT staff, skill FROM agent_skill WHERE staff IN (\(list: staff))") {
            (try $0["staff"] as Int64, try $0["skill"] as String)
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    func setSkills(_ skills: Set<String>, of staff: Int64, by author: Int64, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM agent_skill WHERE staff = \(staff)")
        for skill in skills.sorted() {
            try transaction.execute(
                "INSERT INTO agent_skill (staff, skill, author, since) VALUES (\(staff), \(skill), \(author), \(transaction.now))")
        }
    }
}

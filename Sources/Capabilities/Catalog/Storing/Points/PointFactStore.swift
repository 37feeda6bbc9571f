import Civic
import Storage

/// What is known of points besides their row.
struct PointFactStore {
    /// Puts the facts into points that were read.
    func fill(_ points: [PointOfService], _ snapshot: Snapshot) throws -> [PointOfService] {
        var filled = Dictionary(points.map { ($0.number, $0) }) { first, _ in first }
        let some: SQL = "point IN (\(list: points.map(\.number)))"
        func each(_ sql: SQL, _ put: (Row, inout PointOfService) throws -> Void) throws {
            try snapshot.each(sql) { row in
                let number: Int = try row["point"]
                if var point = filled[number] {
                    try put(row, &point)
                    filled[number] = point
                }
            }
        }
        try each(
            "SELECT point, from_day, to_day, hours, reason, source, url, seen FROM service_point_exception WHERE \(some) ORDER BY from_day"
        ) {
            $1.exceptions.append(try exception($0))
        }
        try each("SELECT point, place, sheet, source, url, seen FROM service_point_offer WHERE \(some) ORDER BY ordinal") {
            $1.services.append(try offer($0))
        }
        try each("SELECT point, feature, is_there, note, source, url, seen FROM service_point_access WHERE \(some) ORDER BY ordinal") {
            $1.access.append(AccessStatement(try $0.word("feature"), try $0["is_there"], note: try $0["note"], source: try source($0)))
        }
        try each("SELECT point, tag, note, source, url, seen FROM service_point_language WHERE \(some) ORDER BY ordinal") {
            $1.languages.append(AttentionLanguage(try $0.word("tag"), note: try $0["note"], source: try source($0)))
        }
        try each("SELECT point, latitude, longitude, source, url, seen FROM service_point_position WHERE \(some)") {
            let position = PointPosition(latitude: try $0["latitude"], longitude: try $0["longitude"], source: try source($0))
            $1.position = try $0.read("latitude", position)
        }
        try each("SELECT point, commune, place, visit, hours, source, url, seen FROM service_point_stop WHERE \(some) ORDER BY ordinal") {
            $1.stops.append(try stop($0))
        }
        return points.compactMap { filled[$0.number] }
    }

    func remove(_ numbers: [Int], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM service_point_exception WHERE point IN (\(list: numbers))")
        try transaction.execute("DELETE FROM service_point_offer WHERE point IN (\(list: numbers))")
        try transaction.execute("DELETE FROM service_point_access WHERE point IN (\(list: numbers))")
        try transaction.execute("DELETE FROM service_point_language WHERE point IN (\(list: numbers))")
        try transaction.execute("DELETE FROM service_point_position WHERE point IN (\(list: numbers))")
        try transaction.execute("DELETE FROM service_point_stop WHERE point IN (\(list: numbers))")
    }

    /// The facts of a point that has none in the store.
    func save(_ point: PointOfService, _ transaction: Transaction) throws {
        let number = point.number
        for fact in point.exceptions {
            try transaction.execute(
                """
                INSERT INTO service_point_exception (point, from_day, to_day, hours, reason, source, url, seen)
                VALUES (\(number), \(fact.days.lowerBound.number), \(fact.days.upperBound.number), \(fact.hours.description), \(fact.reason),
                    \(fact.source.name), \(fact.source.url), \(fact.source.seen?.description))
                """)
        }
        for (ordinal, fact) in point.services.enumerated() {
            let place: String? = if case .place(let key) = fact.subject { key } else { nil }
            let sheet: Int? = if case .sheet(let number) = fact.subject { number } else { nil }
            try transaction.execute(
                """
                INSERT INTO service_point_offer (point, ordinal, place, sheet, source, url, seen)
                VALUES (\(number), \(ordinal), \(place), \(sheet), \(fact.source?.name), \(fact.source?.url), \(fact.source?.seen?.description))
                """)
        }
        for (ordinal, fact) in point.access.enumerated() {
            try transaction.execute(
                """
                INSERT INTO service_point_access (point, ordinal, feature, is_there, note, source, url, seen)
                VALUES (\(number), \(ordinal), \(fact.feature.rawValue), \(fact.isThere), \(fact.note), \(fact.source.name),
                    \(fact.source.url), \(fact.source.seen?.description))
                """)
        }
        for (ordinal, fact) in point.languages.enumerated() {
            try transaction.execute(
                """
                INSERT INTO service_point_language (point, ordinal, tag, note, source, url, seen)
                VALUES (\(number), \(ordinal), \(fact.tag.rawValue), \(fact.note), \(fact.source.name), \(fact.source.url),
                    \(fact.source.seen?.description))
                """)
        }
        if let fact = point.position {
            try transaction.execute(
                """
                INSERT INTO service_point_position (point, latitude, longitude, source, url, seen)
                VALUES (\(number), \(fact.latitude), \(fact.longitude), \(fact.source.name), \(fact.source.url), \(fact.source.seen?.description))
                """)
        }
        for (ordinal, fact) in point.stops.enumerated() {
            try transaction.execute(
                """
                INSERT INTO service_point_stop (point, ordinal, commune, place, visit, hours, source, url, seen)
                VALUES (\(number), \(ordinal), \(fact.commune.description), \(fact.place), \(fact.visit.description),
                    \(fact.hours?.description), \(fact.source.name), \(fact.source.url), \(fact.source.seen?.description))
                """)
        }
    }

    private func exception(_ row: Row) throws -> HourException {
        let (first, last) = (Day(number: try row["from_day"]), Day(number: try row["to_day"]))
        let hours = try row.read("hours", DayHours(try row["hours"]))
        let exception = HourException(first...max(first, last), hours, reason: try row["reason"], source: try source(row))
        return try row.read("to_day", exception)
    }

    private func offer(_ row: Row) throws -> OfferedService {
        let (place, sheet, name): (String?, Int?, String?) = (try row["place"], try row["sheet"], try row["source"])
        let subject = place.map { OfferedService.Subject.place($0) } ?? sheet.map { .sheet($0) }
        return OfferedService(try row.read("place", subject), source: name == nil ? nil : try source(row))
    }

    private func stop(_ row: Row) throws -> RouteStop {
        let hours: String? = try row["hours"]
        return RouteStop(
            try row.read("commune", CommuneCode(try row["commune"] as String)), try row["place"],
            try row.read("visit", Visit(try row["visit"])), hours: try hours.map { try row.read("hours", DayHours($0)) },
            source: try source(row))
    }

    private func source(_ row: Row) throws -> PointSource {
        let seen: String? = try row["seen"]
        return PointSource(try row["source"], url: try row["url"], seen: try seen.map { try row.read("seen", SeenDate($0)) })
    }
}

extension Row {
    /// What a column was read as. Throws when it can't be.
    func read<Value>(_ column: String, _ value: Value?) throws -> Value {
        guard let value else { throw StorageFault(.shape, "column \(column) of a point of service can't be read") }
        return value
    }
}

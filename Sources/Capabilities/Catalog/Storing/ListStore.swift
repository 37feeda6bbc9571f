import Storage

/// The lists that sheets refer to.
struct ListStore {
    func institutions(_ snapshot: Snapshot) throws -> [Institution] {
        try snapshot.all("SELECT code, name, note FROM institution ORDER BY code") {
            Institution(key: try $0["code"], name: try $0["name"], note: try $0["note"])
        }
    }

    func institution(_ code: String, _ snapshot: Snapshot) throws -> Institution? {
        try snapshot.all("SELECT code, name, note FROM institution WHERE code = \(code)") {
            Institution(key: try $0["code"], name: try $0["name"], note: try $0["note"])
        }.first
    }

    func places(_ snapshot: Snapshot) throws -> [Place] {
        try snapshot.all("SELECT code, name FROM place ORDER BY code") { Place(key: try $0["code"], name: try $0["name"]) }
    }

    func replace(_ new: [Institution], _ transaction: Transaction) throws -> Difference<Institution> {
        let difference = Difference(from: try institutions(transaction), to: new, by: \.key)
        for institution in difference.added + difference.changed {
            try transaction.execute(
                """
                INSERT INTO institution (id, code, name, note)
                VALUES (\(try transaction.newID()), \(institution.key), \(institution.name), \(institution.note))
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, note = excluded.note
                """)
        }
        return difference
    }

    func replace(_ new: [Place], _ transaction: Transaction) throws -> Difference<Place> {
        let difference = Difference(from: try places(transaction), to: new, by: \.key)
        for place in difference.added + difference.changed {
            try transaction.execute(
                """
                INSERT INTO place (id, code, name) VALUES (\(try transaction.newID()), \(place.key), \(place.name))
                ON CONFLICT (code) DO UPDATE SET name = excluded.name
                """)
        }
        return difference
    }

    /// Last, when no sheet refers to them any more.
    func remove(institutions: [Institution], places: [Place], _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM institution WHERE code IN (\(list: institutions.map(\.key)))")
        try transaction.execute("DELETE FROM place WHERE code IN (\(list: places.map(\.key)))")
    }
}

extension Row {
    /// A word of a closed list. Throws when the row holds another.
    func word<Word: RawRepresentable>(_ name: String) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try self[name]) else { throw StorageFault(.shape, "column \(name) holds an unknown word") }
        return word
    }
}

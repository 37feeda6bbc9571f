import Storage

/// At which kinds of place each sheet is done, for whoever asks from the place's side.
struct SheetPlaceStore {
    private struct Entry: Hashable {
        let sheet: Int
        let place: String
        let ordinal: Int
    }

    /// Writes what differs and nothing else.
    func replace(_ sheets: [ServiceSheet], _ transaction: Transaction) throws {
        let new = Set(
            sheets.flatMap { sheet in
                sheet.inPersonAt.enumerated().map { Entry(sheet: sheet.number.value, place: $1, ordinal: $0) }
            })
        let old = Set(
            try transaction.all("SELECT sheet, place, ordinal FROM sheet_place") {
                Entry(sheet: try $0["sheet"], place: try $0["place"], ordinal: try $0["ordinal"])
            })
        let changed = Set(new.symmetricDifference(old).map(\.sheet)).sorted()
        try transaction.execute("DELETE FROM sheet_place WHERE sheet IN (\(list: changed))")
        for entry in new where changed.contains(entry.sheet) {
            try transaction.execute(
                "INSERT INTO sheet_place (sheet, place, ordinal) VALUES (\(entry.sheet), \(entry.place), \(entry.ordinal))")
        }
    }
}

import Storage

/// What the probe writes: one row with a word of its own for each act.
enum ProbeSchema {
    static let marks = Schema("probe", [Migration("marks", [.create(Table("mark", [.id(), .text("word").unique]))])])

    /// A word that can be found again in the bytes that went to the disk.
    static func word(_ number: Int) -> String { "mark-\(1_000_000 + number)-end" }

    static var keyring: Keyring {
        get throws {
            guard let key = Keyring.Key(number: 1, master: Array(1...32)) else { throw StorageFault(.secret, "a key has 32 bytes") }
            return Keyring(key)
        }
    }
}

import Storage

/// What stands for a row among the server's advisory locks: 64 bits made of the table's name and the id. Two rows that meet in
/// one key wait for each other without need, nothing else.
struct HoldKey: Hashable, Comparable {
    let number: Int64

    init(_ table: String, _ id: Int64) {
        // FNV-1a over the name, then over the id: the same in every process.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        for byte in table.utf8 { mix(byte) }
        withUnsafeBytes(of: id.littleEndian) { for byte in $0 { mix(byte) } }
        number = Int64(bitPattern: hash)
    }

    /// What acts that run alone take, so that they take turns: no table is named so.
    static let alone = HoldKey("", 0)

    static func < (left: HoldKey, right: HoldKey) -> Bool { left.number < right.number }
}

/// What an act holds, and what it is known to hold before it has begun: that of its run before.
struct Holds {
    private(set) var foreseen: [HoldKey] = []
    private var taken: [HoldKey] = []

    var isEmpty: Bool { foreseen.isEmpty && taken.isEmpty }
    func contains(_ key: HoldKey) -> Bool { foreseen.contains(key) || taken.contains(key) }
    mutating func append(_ key: HoldKey) { taken.append(key) }

    /// Before the block is run again: everything it held is taken first, in an order that is the same for all.
    mutating func foresee() {
        foreseen = (foreseen + taken).sorted()
        taken = []
    }
}

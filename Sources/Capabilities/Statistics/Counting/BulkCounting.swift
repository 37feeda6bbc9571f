import Civic
import Ports
import Storage

extension Fact {
    init(_ row: SpineRow) {
        self.init(
            at: row.at.milliseconds, day: row.day, channel: row.channel, modality: row.modality, deed: row.deed, outcome: row.outcome,
            point: row.point, product: row.product, wait: row.wait.map(Int64.init), duration: row.duration.map(Int64.init),
            origin: row.origin)
    }
}

extension CountingDesk {
    /// Counts for bulk loads: in memory while they are prepared, kept in the act that writes them.
    public static let bulk = Counting { rows in
        var counted = RollUps()
        for row in rows { counted.add(Fact(row)) }
        let changes = counted
        return { transaction in
            try RollUpStore().add(changes, transaction)
            transaction.announce(topic)
            transaction.announce(past)
        }
    }
}

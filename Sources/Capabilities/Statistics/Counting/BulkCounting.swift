import Civic
import Ports
import Storage

extension CountingDesk {
    /// Counts for bulk loads: in memory while they are prepared, kept in the act that writes them.
    public static let bulk = Counting { rows in
        var counted = RollUps()
        for row in rows { counted.add(SpineFact(row)) }
        let changes = counted
        return { transaction in
            try RollUpStore().add(changes, transaction)
            transaction.announce(topic)
            transaction.announce(past)
        }
    }
}

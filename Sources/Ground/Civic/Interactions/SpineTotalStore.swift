import Storage

/// Counts over the spine.
struct SpineTotalStore: Sendable {
    /// By day, channel and deed, by their names in the lists. A contact that was corrected counts as its correction says.
    func counts(since day: Day, _ snapshot: Snapshot) throws -> [(day: Day, channel: String, deed: String, n: Int)] {
        try snapshot.all(
            """
            SELECT i.day AS day, c.name AS channel, d.name AS deed, COUNT(*) AS n FROM interaction i
            JOIN code_channel c ON c.id = i.channel
            JOIN code_deed d ON d.id = COALESCE(i.corrected_deed, i.deed)
            WHERE i.day >= \(day.number) AND NOT EXISTS (SELECT 1 FROM interaction later WHERE later.corrects = i.id)
            GROUP BY i.day, c.name, d.name ORDER BY i.day DESC, c.name, d.name
            """
        ) { (Day(number: try $0["day"]), try $0["channel"], try $0["deed"], try $0["n"]) }
    }
}

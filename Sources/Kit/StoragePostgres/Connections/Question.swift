import CPostgres
import Storage

extension Connection {
    /// Runs one statement outside of any transaction of ours and gives back its rows.
    func ask(_ text: String, _ values: [Value] = [], within limit: Duration? = nil) throws -> [Row] {
        let patience = Patience(limit ?? settings.connecting, grace: settings.grace)
        try send([.once(text, Parameters(values: values))])
        do {
            var rows: [Row] = []
            while let result = try part(patience) {
                defer { PQclear(result) }
                let columns = Columns(result)
                for index in 0..<PQntuples(result) { rows.append(try columns.row(index, of: result)) }
            }
            try finish(patience)
            return rows
        } catch let error where !isLost {
            try finish(patience)
            throw error
        }
    }

    /// Whether the server still answers. It is asked when something came meanwhile, or after a long silence.
    func lives(within limit: Duration) -> Bool {
        let hasNews = hasNews
        if isLost { return false }
        if !hasNews && ContinuousClock.now - lastUsed < settings.check { return true }
        return (try? ask("SELECT 1", within: limit)) != nil && !isLost
    }
}

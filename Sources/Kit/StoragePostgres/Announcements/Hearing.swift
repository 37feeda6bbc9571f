import CPostgres
import Foundation

extension Connection {
    /// What came in, with the process that sent it; empty when nothing did in this time.
    func announcements(within limit: Duration) throws -> [(payload: String, process: Int32)] {
        try awaitNews(limit)
        var heard: [(String, Int32)] = []
        while let note = nextNote() {
            heard.append((String(cString: note.pointee.extra), note.pointee.be_pid))
            PQfreemem(note)
        }
        return heard
    }

    /// False when the server was silent for long and does not answer a question either.
    var isAnswering: Bool {
        if ContinuousClock.now - lastUsed < settings.check * 3 { return true }
        return (try? ask("SELECT 1", within: settings.grace)) != nil
    }
}

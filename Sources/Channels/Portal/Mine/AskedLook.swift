import Civic
import Markup
import Web

extension TraceReader {
    /// A line of the trace as whoever answers a question about it reads it, with its number in the audit. It opens nothing.
    public func rows(_ trace: Trace, of person: PersonID, _ texts: Texts) async throws -> [AnswerList.Row] {
        guard let line = try await lines([trace], of: person, texts).first else { return [] }
        return TraceView(texts: texts).rows(line) + [.init(texts["rightsDesk.asked.entry"], HTML(text: "\(line.id)"))]
    }
}

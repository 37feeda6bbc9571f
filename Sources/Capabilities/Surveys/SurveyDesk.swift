import Civic
import Ports
import Storage

/// Offering surveys after attentions, and taking the answers.
public struct SurveyDesk: Sendable {
    /// Moves when one is answered.
    public static let topic = "surveys"
    /// For so long a survey can be answered, in milliseconds: 30 days.
    static let term: Int64 = 30 * 86_400_000

    private let database: Database
    private let clock: Clock
    private let store = SurveyStore()

    public init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// For whoever ends an attention.
    public var offer: SurveyOffer {
        let store = store
        return SurveyOffer { interaction, channel, transaction in
            var generator = SystemRandomNumberGenerator()
            let code = CheckedCode(using: &generator)
            let now = Instant(milliseconds: transaction.now)
            try store.insert(
                code, interaction, channel, ends: transaction.now + Self.term, month: Month(of: Day(of: now)).number, transaction)
            return code
        }
    }

    /// For whoever shows how people say that they were attended.
    public var satisfaction: Satisfaction {
        let (database, store) = (database, store)
        return Satisfaction { months in try await database.read { try store.reading(months, $0) } }
    }

    /// A survey that can be answered. nil when there is none with this code, or its term is over.
    func open(_ code: CheckedCode) async throws -> Survey? {
        let (store, now) = (store, clock.now)
        return try await database.read { try store.survey(code, $0) }.flatMap { $0.ends > now ? $0 : nil }
    }

    /// Takes an answer, once: what comes later does not count. False when there is none that can be answered.
    func answer(_ code: CheckedCode, _ answer: SurveyAnswer) async throws -> Bool {
        guard let survey = try await open(code) else { return false }
        let (store, month) = (store, Month(of: clock.today).number)
        return try await database.write { transaction in
            guard try store.answer(survey, answer, month: month, transaction) else { return false }
            try transaction.record(Event("survey.answered", object: .init("survey", survey.id)), by: .anonymous)
            transaction.announce(Self.topic)
            return true
        }
    }
}

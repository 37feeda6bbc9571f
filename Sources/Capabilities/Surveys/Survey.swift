import Civic
import Storage

/// A survey of one attention. It names nobody.
struct Survey: Sendable, Hashable {
    /// What is asked: the last experience from 1 to 7, as the State measures it, and what makes it good or bad (Medición de Satisfacción Usuaria,
    /// Ministerio de Hacienda: time, effort to attend, clarity of the result, kindness, information).
    enum Question: String, Sendable, CaseIterable {
        case satisfaction, time, effort, clarity, kindness, information
    }

    /// Whether it saved somebody a visit to an office.
    enum Visit: String, Sendable, CaseIterable {
        case saved, stillNeeded, notSaved
    }

    let id: Int64
    let channel: Channel
    let isAnswered: Bool
    let ends: Instant
}

/// What somebody answered. Only the first question must be.
struct SurveyAnswer: Sendable, Hashable {
    var grades: [Survey.Question: Int]
    var visit: Survey.Visit?
}

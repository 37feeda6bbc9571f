import Civic
import Ports
import Storage

/// The rows of surveys.
struct SurveyStore: Sendable {
    func insert(
        _ code: CheckedCode, _ interaction: InteractionID, _ channel: Channel, ends: Int64, month: Int, _ transaction: Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO survey (id, interaction, code, channel, offered, offered_month, ends)
            VALUES (\(try transaction.newID()), \(interaction), \(code.plain), \(channel.number), \(transaction.now), \(month), \(ends))
            """)
    }

    func survey(_ code: CheckedCode, _ snapshot: Snapshot) throws -> Survey? {
        try snapshot.first("SELECT id, channel, answered, ends FROM survey WHERE code = \(code.plain)").map { row in
            let answered: Int64? = try row["answered"]
            return Survey(
                id: try row["id"], channel: Channel(try row["channel"]), isAnswered: answered != nil,
                ends: Instant(milliseconds: try row["ends"]))
        }
    }

    /// False when it was answered before.
    func answer(_ survey: Survey, _ answer: SurveyAnswer, month: Int, _ transaction: Transaction) throws -> Bool {
        let touched = try transaction.execute(
            """
            UPDATE survey SET answered = \(transaction.now), answered_month = \(month), visit = \(answer.visit?.rawValue)
            WHERE id = \(survey.id) AND answered IS NULL
            """)
        guard touched == 1 else { return false }
        for (question, grade) in answer.grades.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try transaction.execute(
                "INSERT INTO survey_grade (survey, question, grade) VALUES (\(survey.id), \(question.rawValue), \(grade))")
        }
        return true
    }

    func reading(_ months: ClosedRange<Int>, _ snapshot: Snapshot) throws -> Satisfaction.Reading {
        let (first, last) = (months.lowerBound, months.upperBound)
        func counts(_ rows: [(Int, Int)]) -> [Int: Int] { Dictionary(uniqueKeysWithValues: rows) }
        let offered = try snapshot.all(
            "SELECT channel, COUNT(*) AS n FROM survey WHERE offered_month BETWEEN \(first) AND \(last) GROUP BY channel"
        ) { (try $0.at(0), try $0.at(1)) as (Int, Int) }
        let answered = try snapshot.all(
            "SELECT channel, COUNT(*) AS n FROM survey WHERE answered_month BETWEEN \(first) AND \(last) GROUP BY channel"
        ) { (try $0.at(0), try $0.at(1)) as (Int, Int) }
        var grades: [Satisfaction.Reading.Key: [Int]] = [:]
        try snapshot.each(
            """
            SELECT s.channel, g.question, g.grade, COUNT(*) AS n FROM survey s JOIN survey_grade g ON g.survey = s.id
            WHERE s.answered_month BETWEEN \(first) AND \(last) GROUP BY s.channel, g.question, g.grade
            """
        ) { row in
            let key = Satisfaction.Reading.Key(channel: try row.at(0), question: try row.at(1))
            let grade: Int = try row.at(2)
            grades[key, default: Array(repeating: 0, count: 7)][grade - 1] += try row.at(3) as Int
        }
        var visits: [Int: [Int]] = [:]
        try snapshot.each(
            """
            SELECT channel, visit, COUNT(*) AS n FROM survey
            WHERE answered_month BETWEEN \(first) AND \(last) AND visit IS NOT NULL GROUP BY channel, visit
            """
        ) { row in
            guard let visit = Survey.Visit(rawValue: try row.at(1)), let place = Survey.Visit.allCases.firstIndex(of: visit) else { return }
            visits[try row.at(0), default: [0, 0, 0]][place] += try row.at(2) as Int
        }
        return Satisfaction.Reading(offered: counts(offered), answered: counts(answered), grades: grades, visits: visits)
    }
}

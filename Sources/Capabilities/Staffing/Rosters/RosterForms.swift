import Civic
import Ports
import Web

/// A day of somebody: from, to, and a break between.
struct RosterForms {
    static let copy = Form("roster-copy", [])
    static let clear = Form("roster-clear", [])
    static let away = Form("roster-away", [])
    static let back = Form("roster-back", [])

    let planning: Form
    private let person: Field<String>
    private static let from = Field.select("desde", "staffing.from", empty: "staffing.hour", halves(0...47))
    private static let to = Field.select("hasta", "staffing.to", empty: "staffing.hour", halves(1...48))
    private static let pauseFrom = Field.select("pausa-desde", "staffing.pause.from", empty: "staffing.pause.none", halves(0...47)).optional
    private static let pauseTo = Field.select("pausa-hasta", "staffing.pause.to", empty: "staffing.pause.none", halves(1...48)).optional

    init(_ team: [Team.Member], _ day: Day) {
        let person = Field.select(
            "persona", "staffing.person", empty: "staffing.person.choose", team.map { FieldOption("\($0.staff)", plain: $0.name) })
        self.person = person
        planning = Form("roster-plan", [person, Self.from, Self.to, Self.pauseFrom, Self.pauseTo]) { answers in
            if try Self.planned(answers, person, day) != nil { return nil }
            let isBackwards = try (Int(answers[Self.from]) ?? 0) >= (Int(answers[Self.to]) ?? 0)
            return isBackwards ? ("hasta", FieldProblem("staffing.to.wrong")) : ("pausa-desde", FieldProblem("staffing.pause.wrong"))
        }
    }

    func planned(_ answers: Answers, _ day: Day) throws -> PlannedDay? { try Self.planned(answers, person, day) }

    private static func planned(_ answers: Answers, _ person: Field<String>, _ day: Day) throws -> PlannedDay? {
        guard let staff = Int64(try answers[person]), let first = Int(try answers[from]), let last = Int(try answers[to]) else {
            return nil
        }
        return PlannedDay(
            staff: staff, day: day, from: first, to: last, pauseFrom: try answers[pauseFrom].flatMap { Int($0) },
            pauseTo: try answers[pauseTo].flatMap { Int($0) })
    }

    private static func halves(_ range: ClosedRange<Int>) -> [FieldOption] {
        range.filter { (12...44).contains($0) }.map { FieldOption("\($0)", plain: HalfHour.text($0)) }
    }

    /// What somebody can do, of the list of the installation.
    static func skills(_ rows: [DatedWords.Row], _ texts: Texts) -> (form: Form, field: Field<Set<String>?>) {
        let field = Field.choices("competencias", "staffing.skills", rows.map { FieldOption($0.code, plain: DatedWords.word($0, texts)) })
            .optional
        return (Form("agent-skills", [field]), field)
    }
}

/// Half hours as people say them.
enum HalfHour {
    static func text(_ half: Int) -> String { "\(half / 2):\(half.isMultiple(of: 2) ? "00" : "30")" }
    static func text(_ stretch: ClosedRange<Int>) -> String { "\(text(stretch.lowerBound))–\(text(stretch.upperBound + 1))" }

    /// Half hours in their order as stretches of those that follow each other.
    static func stretches(_ halves: [Int]) -> [ClosedRange<Int>] {
        halves.reduce(into: []) { stretches, half in
            if let last = stretches.last, last.upperBound == half - 1 {
                stretches[stretches.count - 1] = last.lowerBound...half
            } else {
                stretches.append(half...half)
            }
        }
    }
}

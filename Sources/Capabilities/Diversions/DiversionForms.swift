import Civic
import Ports
import Web

/// How demand is led elsewhere, and when that happens by itself.
struct DiversionForms {
    static let end = Form("diversion-end", [])
    static let use = Form("diversion-use", [])
    static let unrule = Form("diversion-unrule", [])

    let beginning: Form
    let ruling: Form
    private let place: Field<String>
    private let offers: Field<Set<String>>
    private let other: Field<String?>
    private let minutes = Field.number("minutos", "diversions.minutes", hint: "diversions.minutes.hint", in: 5...480)

    /// `managed` are the points of which the actor may; `all` those to go to.
    init(managed: [ServicePoints.Point], all: [ServicePoints.Point]) {
        let place = Field.select(
            "punto", "diversions.place", empty: "diversions.place.choose", managed.map { FieldOption("\($0.number)", plain: $0.name) })
        let offers = Field.choices(
            "vias", "diversions.offers", Diversion.Offer.allCases.map { FieldOption($0.rawValue, DiversionWords.word($0)) })
        let other = Field.select(
            "otro", "diversions.other", hint: "diversions.other.hint", empty: "diversions.other.none",
            all.map { FieldOption("\($0.number)", plain: $0.name) }
        ).optional
        self.place = place
        self.offers = offers
        self.other = other
        @Sendable func rule(_ answers: Answers) throws -> (field: String, problem: FieldProblem)? {
            let (chosen, to) = (try answers[offers], try answers[other])
            if chosen.contains(Diversion.Offer.otherPoint.rawValue) != (to != nil) {
                return ("otro", FieldProblem("diversions.other.needed"))
            }
            return to == (try answers[place]) ? ("otro", FieldProblem("diversions.other.same")) : nil
        }
        beginning = Form("diversion-begin", [place, offers, other], rule: rule)
        ruling = Form("diversion-rule", [place, minutes, offers, other], rule: rule)
    }

    func point(_ answers: Answers) throws -> Int64 {
        guard let point = Int64(try answers[place]) else { throw Failure.badRequest }
        return point
    }

    func limit(_ answers: Answers) throws -> Int { try answers[minutes] }

    func ways(_ answers: Answers) throws -> Ways {
        let chosen = Set(try answers[offers].compactMap { Diversion.Offer(rawValue: $0) })
        guard let ways = Ways(chosen, otherPoint: try answers[other].flatMap { Int64($0) }) else { throw Failure.badRequest }
        return ways
    }
}

import Civic
import Ports
import Web

/// Where to: a place, an institution, or somebody who attends now. Just one of them.
struct ReferralForms {
    static let take = Form("referral-take", [])

    let form: Form
    private let place: Field<String?>
    private let institution: Field<String?>
    private let agent: Field<String?>?

    init(_ name: StaticString, places: [ServicePoints.Point], institutions: [Directory.Entry], agents: [Addressees.Agent]) {
        let place = Field.select(
            "lugar", "referrals.to.place", empty: "referrals.to.none", places.map { FieldOption("\($0.number)", plain: $0.name) }
        ).leftToRule
        let institution = Field.select(
            "institucion", "referrals.to.institution", empty: "referrals.to.none",
            institutions.map { FieldOption($0.key, plain: $0.name) }
        ).leftToRule
        let agent =
            agents.isEmpty
            ? nil
            : Field.select(
                "persona", "referrals.to.agent", empty: "referrals.to.none", agents.map { FieldOption("\($0.staff)", plain: $0.name) }
            ).leftToRule
        self.place = place
        self.institution = institution
        self.agent = agent
        let fields: [(any FormField)?] = [agent, place, institution]
        form = Form(name, fields.compactMap(\.self)) { answers in
            let chosen = try [answers[place], answers[institution], agent.flatMap { try answers[$0] }].compactMap(\.self)
            return chosen.count == 1 ? nil : (agent == nil ? "lugar" : "persona", FieldProblem("referrals.to.one"))
        }
    }

    func address(_ answers: Answers) throws -> Referral.Address {
        if let staff = try agent.flatMap({ try answers[$0] }).flatMap({ Int64($0) }) { return .staff(staff) }
        if let key = try answers[institution] { return .institution(key) }
        guard let point = try answers[place].flatMap({ Int64($0) }) else { throw Failure.badRequest }
        return .point(point)
    }
}

import Civic
import Ports
import Web

/// What is asked about an agreement.
struct AgreementForm {
    let giver: Field<String>
    let receiver: Field<String>
    let purpose = Field.area("finalidad", "convenios.purpose", hint: "convenios.purpose.hint", most: 1000, rows: 3)
    let data = Field.area("datos", "convenios.data", hint: "convenios.data.hint", most: 1000, rows: 3)
    let basis = Field.text("base", "convenios.basis", hint: "convenios.basis.hint", most: 300)
    let from = Field.day("desde", "convenios.from", in: Day(number: 14_600)...Day(number: 40_000))
    let to = Field.day("hasta", "convenios.to", hint: "convenios.to.hint", in: Day(number: 14_600)...Day(number: 40_000))
    let form: Form

    init(_ institutions: [Directory.Entry]) {
        let options = institutions.map { FieldOption($0.key, plain: $0.name) }
        let giver = Field.select("entrega", "convenios.giver", empty: "team.institution.choose", options)
        let receiver = Field.select("recibe", "convenios.receiver", empty: "team.institution.choose", options)
        let (from, to) = (from, to)
        self.giver = giver
        self.receiver = receiver
        form = Form("agreement-new", [giver, receiver, purpose, data, basis, from, to]) { answers in
            if try answers[giver] == answers[receiver] { return ("recibe", FieldProblem("convenios.same")) }
            return try answers[to] < answers[from] ? ("hasta", FieldProblem("convenios.order")) : nil
        }
    }

    func agreement(_ answers: Answers) throws -> NewAgreement? {
        NewAgreement(
            giver: try answers[giver], receiver: try answers[receiver], purpose: try answers[purpose], data: try answers[data],
            basis: try answers[basis], from: try answers[from], to: try answers[to])
    }
}

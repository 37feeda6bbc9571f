import Civic
import Flows
import Ports

/// The groups of somebody, as registers have them: a batch is looked at by age, sex, comuna and nationality before anything goes out
/// (counter-rules 5). Nothing is kept of it but how many of each there are.
struct OfferGroups: Sendable {
    static let names = ["age", "sex", "comuna", "nationality"]
    static let unknown = "?"
    /// The registers that know them.
    static let asked = ["hogares", "identidad"]

    private let registers: Registers
    private let today: Day
    private let basis: String

    init(_ registers: Registers, basis: String, today: Day) { (self.registers, self.basis, self.today) = (registers, basis, today) }

    func groups(of number: RUN, for service: Service) async -> [String: String] {
        let identity = await fields("identidad", ["fechaNacimiento", "sexo", "nacionalidad"], number, service)
        let household = await fields("hogares", ["comuna"], number, service)
        var groups: [String: String] = [:]
        if case .day(let birth)? = identity["fechaNacimiento"] {
            let decade = max(0, birth.wholeMonths(to: today) / 120) * 10
            groups["age"] = "\(decade)-\(decade + 9)"
        }
        if case .text(let sex)? = identity["sexo"] { groups["sex"] = sex }
        if case .text(let nationality)? = identity["nacionalidad"] { groups["nationality"] = nationality }
        if case .text(let comuna)? = household["comuna"] { groups["comuna"] = comuna }
        return groups
    }

    private func fields(_ register: String, _ fields: [String], _ number: RUN, _ service: Service) async -> [String: Registers.Datum] {
        let reply = await registers.ask(
            Registers.Question(
                register: register, fields: fields, run: number, purpose: service.title.es, matter: OfferDesk.purpose,
                basis: basis))
        if case .known(let known, _) = reply { return known }
        return [:]
    }
}

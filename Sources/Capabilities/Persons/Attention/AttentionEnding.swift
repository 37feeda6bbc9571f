import Civic
import Markup
import Ports
import Web

/// How an attention ended, and what it was about.
struct AttentionEnding {
    static let outcome = Field.choice(
        "resultado", "persons.ending.outcome",
        [
            FieldOption("resuelta", "persons.ending.outcome.resolved"),
            FieldOption("derivada", "persons.ending.outcome.referred", hint: "persons.ending.outcome.referred.hint"),
            FieldOption("pendiente", "persons.ending.outcome.pending", hint: "persons.ending.outcome.pending.hint"),
            FieldOption("abandonada", "persons.ending.outcome.abandoned"),
        ])

    let product: Field<String?>
    let form: Form

    /// `products` are those of the catalogue.
    init(_ products: [Int64: ProductFacts.Fact]) {
        let options = products.map { ($0.value.title, FieldOption("\($0.key)", plain: $0.value.title)) }.sorted { $0.0 < $1.0 }.map(\.1)
        product = Field.select("ficha", "persons.ending.product", empty: "persons.ending.product.none", options).optional
        form = Form("attention-end", [Self.outcome, product]) { [product] answers in
            let needsProduct = try answers[Self.outcome] != "abandonada"
            return try needsProduct && answers[product] == nil ? ("ficha", FieldProblem("persons.ending.product.needed")) : nil
        }
    }

    func outcome(_ answers: Answers) throws -> Outcome {
        switch try answers[Self.outcome] {
        case "resuelta": .resolved
        case "derivada": .referred
        case "pendiente": .pending
        default: .abandoned
        }
    }

    static func word(_ outcome: Outcome) -> TextKey? {
        switch outcome {
        case .resolved: "persons.ending.outcome.resolved"
        case .referred: "persons.ending.outcome.referred"
        case .pending: "persons.ending.outcome.pending"
        case .abandoned: "persons.ending.outcome.abandoned"
        default: nil
        }
    }
}

import Civic
import Markup
import Ports
import Web

/// What an agent types up of an attention: what it was about, what was done, how it ended, what whoever comes next must know. What is usual
/// is chosen already.
struct AttentionEnding {
    static let outcome = Field.choice(
        "resultado", "persons.ending.outcome",
        [
            FieldOption("resuelta", "persons.ending.outcome.resolved"),
            FieldOption("derivada", "persons.ending.outcome.referred", hint: "persons.ending.outcome.referred.hint"),
            FieldOption("pendiente", "persons.ending.outcome.pending", hint: "persons.ending.outcome.pending.hint"),
            FieldOption("abandonada", "persons.ending.outcome.abandoned"),
        ])

    static let deed = Field.choice(
        "acto", "persons.ending.deed",
        [
            FieldOption("informacion", "persons.ending.deed.information"), FieldOption("recepcion", "persons.ending.deed.reception"),
            FieldOption("entrega", "persons.ending.deed.delivery"), FieldOption("solicitud", "persons.ending.deed.application"),
            FieldOption("reserva", "persons.ending.deed.booking"), FieldOption("pago", "persons.ending.deed.payment"),
        ]
    ).leftToRule

    static let note = Field.area("nota", "persons.ending.note", hint: "persons.ending.note.hint", most: 2000, rows: 3).optional

    static let drafted = Field.area("borrador", "persons.ending.note", most: 2000, rows: 3).optional
    static let draft = Form("attention-draft", [drafted])

    /// Those that are asked for most, and all.
    let frequent: Field<String?>?
    let product: Field<String?>
    let form: Form
    let takesNote: Bool
    private let offered: Set<String>

    /// `products` are those of the catalogue, `likely` the ones at hand. Without a person nothing is noted: there is nobody to tell later what
    /// was kept of them.
    init(_ products: [Int64: ProductFacts.Fact], likely: [Int64], takesNote: Bool, needsDeed: Bool = false) {
        let options = products.map { ($0.value.title, FieldOption("\($0.key)", plain: $0.value.title)) }.sorted { $0.0 < $1.0 }.map(\.1)
        let first = likely.compactMap { number in products[number].map { FieldOption("\(number)", plain: $0.title) } }
        let frequent = first.isEmpty ? nil : Field.choice("frecuente", "persons.ending.frequent", first).leftToRule
        let product = Field.select(
            "ficha", frequent == nil ? "persons.ending.product" : "persons.ending.other", empty: "persons.ending.product.none", options
        ).leftToRule
        self.frequent = frequent
        self.product = product
        self.takesNote = takesNote
        offered = Set(first.map(\.value))
        let fields: [(any FormField)?] = [frequent, product, Self.deed, Self.outcome, takesNote ? Self.note : nil]
        form = Form("attention-end", fields.compactMap(\.self)) { answers in
            if needsDeed, try answers[Self.deed] == nil { return ("acto", FieldProblem("persons.ending.deed.needed")) }
            let needsProduct = try answers[Self.outcome] != "abandonada"
            let chosen = try [frequent.flatMap { try answers[$0] }, answers[product]].compactMap(\.self)
            return needsProduct && chosen.isEmpty
                ? (frequent == nil ? "ficha" : "frecuente", FieldProblem("persons.ending.product.needed")) : nil
        }
    }

    /// As it is most often. `chosen` is a product that was looked at, `note` what was written before the window closed.
    func usual(_ chosen: Int64?, note: String?) -> Filling {
        var values = [(name: "acto", value: "informacion"), ("resultado", "resuelta")]
        if let chosen { values.append((offered.contains("\(chosen)") ? "frecuente" : "ficha", "\(chosen)")) }
        if let note { values.append(("nota", note)) }
        return form.begun(values)
    }

    /// What was typed. A product of the whole list goes before one at hand.
    func typed(_ answers: Answers) throws -> TypedAttention {
        let number = try answers[product] ?? frequent.flatMap { try answers[$0] }
        return TypedAttention(
            outcome: try outcome(answers), product: number.flatMap { Int64($0) },
            deed: Self.deeds[try answers[Self.deed] ?? ""] ?? .information,
            note: takesNote ? try answers[Self.note] : nil)
    }

    private func outcome(_ answers: Answers) throws -> Outcome {
        switch try answers[Self.outcome] {
        case "resuelta": .resolved
        case "derivada": .referred
        case "pendiente": .pending
        default: .abandoned
        }
    }

    private static let deeds: [String: Deed] = [
        "informacion": .information, "recepcion": .reception, "entrega": .delivery, "solicitud": .application, "reserva": .booking,
        "pago": .payment,
    ]

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

/// An attention as its agent typed it up.
public struct TypedAttention: Sendable, Hashable {
    public var outcome: Outcome
    /// The number of the sheet.
    public var product: Int64?
    public var deed: Deed
    public var note: String?

    public init(outcome: Outcome, product: Int64?, deed: Deed = .information, note: String? = nil) {
        self.outcome = outcome
        self.product = product
        self.deed = deed
        self.note = note
    }
}

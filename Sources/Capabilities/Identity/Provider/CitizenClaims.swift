import Civic

/// Under which names a provider says who somebody is, from the outside in.
public struct ClaimNames: Sendable {
    let number: [String]
    let given: [String]
    let family: [String]
    /// Whose number it is: Chile's is the RUN.
    let country: Country?

    public init(number: [String], given: [String], family: [String], country: Country?) {
        self.number = number
        self.given = given
        self.family = family
        self.country = country
    }

    public static let claveUnica = ClaimNames(
        number: ["RolUnico"], given: ["name", "nombres"], family: ["name", "apellidos"], country: Country("CL"))
    /// Of a provider of staff, by their mail alone.
    public static let mail = ClaimNames(number: ["email"], given: [], family: [], country: nil)
}

/// Who a citizen is, as the provider says it and we can believe it.
public struct CitizenClaims: Sendable {
    public let identifier: Identifier
    /// nil when the provider knows none.
    public let name: PersonName?

    /// Reads it strictly: a number of another kind, with another check digit or in another form is nobody's, and so is a name that is no text.
    init(_ claims: ClaimValue, _ names: ClaimNames) throws(SignInFault) {
        guard let number = claims[names.number] else { throw .noNumber }
        identifier = try Self.identifier(number, names.country)
        guard let given = try Self.texts(claims[names.given]), let family = try Self.texts(claims[names.family]) else {
            throw .claims
        }
        let rest = family.dropFirst().joined(separator: " ")
        // Whoever has surnames alone is called by them.
        let isGiven = !given.joined().allSatisfy(\.isWhitespace)
        let shown = isGiven ? given : family
        if shown.joined().allSatisfy(\.isWhitespace) {
            name = nil
        } else {
            guard
                let name = PersonName(
                    given: shown.joined(separator: " "), first: isGiven ? family.first : nil, second: isGiven ? rest : nil)
            else { throw .claims }
            self.name = name
        }
    }

    private static func texts(_ value: ClaimValue?) throws(SignInFault) -> [String]? {
        guard let value else { return [] }
        guard let texts = value.texts, texts.count <= 20 else { throw .claims }
        return texts
    }

    private static func identifier(_ value: ClaimValue, _ country: Country?) throws(SignInFault) -> Identifier {
        if case .object = value {
            guard case .whole(let number)? = value[["numero"]], let check = value[["DV"]]?.text, check.count == 1, country?.code == "CL",
                let run = RUN(number: number), run.check == check.uppercased().first
            else { throw .claims }
            // Companies have numbers of the same form, and are nobody who signs in.
            guard value[["tipo"]]?.text == "RUN" else { throw .noNumber }
            return .run(run)
        }
        guard let text = value.text, let country, text.count <= 64 else { throw .claims }
        if country.code == "CL" {
            guard let run = RUN(text) else { throw .claims }
            return .run(run)
        }
        guard let document = Identifier(.foreignDocument, typed: text, country: country), document.isWellFormed else { throw .claims }
        return document
    }
}

import Civic
import Web

/// What is asked to look somebody up, or to register them.
enum LookupForms {
    static let kinds: [FieldOption] = [
        FieldOption("passport", "persons.kind.passport"),
        FieldOption("foreignDocument", "persons.kind.foreignDocument"), FieldOption("schoolChild", "persons.kind.schoolChild"),
        FieldOption("schoolCarer", "persons.kind.schoolCarer"), FieldOption("healthFund", "persons.kind.healthFund"),
    ]

    static func word(_ kind: Identifier.Kind) -> TextKey {
        switch kind {
        case .run: "persons.kind.run"
        case .passport: "persons.kind.passport"
        case .foreignDocument: "persons.kind.foreignDocument"
        case .schoolChild: "persons.kind.schoolChild"
        case .schoolCarer: "persons.kind.schoolCarer"
        case .healthFund: "persons.kind.healthFund"
        }
    }

    static let number = Field.text("numero", "persons.number", hint: "persons.number.hint", most: 64, width: .medium)
    static let kind = Field.select("tipo", "persons.kind", empty: "persons.kind.run", kinds).optional
    static let country = Field.text("pais", "persons.country", hint: "persons.country.hint", most: 2, width: .narrow).optional
    static let byNumber = Form("findNumber", [number, kind, country])

    static let name = Field.text("nombre", "persons.name", hint: "persons.name.hint", most: 200)
    static let byName = Form("findName", [name])

    static let given = Field.text("nombres", "persons.given", most: PersonName.limit).optional
    static let first = Field.text("apellido", "persons.firstSurname", most: PersonName.limit).optional
    static let second = Field.text("segundo-apellido", "persons.secondSurname", most: PersonName.limit).optional
    static let social = Field.text("nombre-social", "persons.socialName", hint: "persons.socialName.hint", most: PersonName.limit).optional
    static let saidNumber = Field.text("numero", "persons.number", hint: "persons.register.number.hint", most: 64, width: .medium).optional
    static let phone = Field.phone("telefono", "persons.phone").optional
    static let register = Form("registerPerson", [given, first, second, social, kind, saidNumber, country, phone])

    /// Opens an attention of the person in the address.
    static let attend = Form("attend", [])
    static let tie = Form("attention-tie", [])

    /// The number that was typed, whatever it is; nil when it is nothing.
    static func identifier(_ number: String, _ kind: String?, _ country: String?) -> Identifier? {
        Identifier(kind.flatMap(Identifier.Kind.init(rawValue:)) ?? .run, typed: number, country: country.flatMap { Country($0) })
    }
}

import Civic
import Web

/// What is asked while somebody is attended.
enum AttentionForms {
    static let run = Field.run("run", "persons.document.run")
    static let card = Field.text("documento", "persons.document.card", hint: "persons.document.card.hint", most: 20, width: .medium)
        .checked { $0.contains(where: { $0.isASCII && ($0.isNumber || $0.isLetter) }) ? nil : FieldProblem("persons.document.card.wrong") }
    static let document = Form("document", [run, card])
    static let approval = Form("approval", [])
    static let begin = Form("attention-begin", [])

    static let phone = Field.phone("telefono", "persons.phone").optional
    static let email = Field.email("correo", "persons.email").optional
    static let address = Field.text("direccion", "persons.address", most: 500).optional
    static let preferred = Field.choices("preferido", "persons.preferred", [FieldOption("si", "persons.preferred.yes")]).optional
    static let contact = Form("contact", [phone, email, address, preferred]) { answers in
        let given = [try answers[phone] != nil, try answers[email] != nil, try answers[address] != nil].filter(\.self).count
        return given == 1 ? nil : ("telefono", FieldProblem("persons.contact.one"))
    }
    static let ending = Form("contactEnd", [])

    static let needs = Field.choices(
        "necesidades", "persons.needs", hint: "persons.needs.hint", Need.allCases.map { FieldOption($0.rawValue, word($0)) }
    )
    .optional
    static let language = Field.select("idioma", "persons.language", empty: "persons.language.none", languages).optional
    static let asked = Form("needs", [needs, language])

    /// Languages that people in Chile speak at counters, by their tags (BCP 47).
    static let languages: [FieldOption] = [
        FieldOption("es", "persons.language.es"), FieldOption("arn", "persons.language.arn"), FieldOption("ay", "persons.language.ay"),
        FieldOption("quz", "persons.language.quz"), FieldOption("rap", "persons.language.rap"), FieldOption("ht", "persons.language.ht"),
        FieldOption("csg", "persons.language.csg"), FieldOption("en", "persons.language.en"),
    ]

    static func word(_ need: Need) -> TextKey {
        switch need {
        case .signLanguage: "persons.need.signLanguage"
        case .easyReading: "persons.need.easyReading"
        case .interpreter: "persons.need.interpreter"
        case .interculturalFacilitator: "persons.need.interculturalFacilitator"
        case .homeVisit: "persons.need.homeVisit"
        case .wheelchair: "persons.need.wheelchair"
        case .largePrint: "persons.need.largePrint"
        case .companion: "persons.need.companion"
        }
    }

    static func word(language tag: String) -> TextKey? {
        switch tag {
        case "es": "persons.language.es"
        case "arn": "persons.language.arn"
        case "ay": "persons.language.ay"
        case "quz": "persons.language.quz"
        case "rap": "persons.language.rap"
        case "ht": "persons.language.ht"
        case "csg": "persons.language.csg"
        case "en": "persons.language.en"
        default: nil
        }
    }

    static func word(_ kind: Contact.Kind) -> TextKey {
        switch kind {
        case .phone: "persons.phone"
        case .email: "persons.email"
        case .address: "persons.address"
        }
    }
}

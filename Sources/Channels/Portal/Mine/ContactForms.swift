import Civic
import Web

/// How a contact is asked for, by its kind.
struct ContactForms {
    let kind: Contact.Kind
    /// The person is protected: then a contact may be said to be safe.
    let asksSafe: Bool

    private static let others = Field.agreement("compartido", "contacts.shared", hint: "contacts.shared.hint").optional
    private static let safe = Field.agreement("seguro", "contacts.safe").optional
    private static let phone = Field.phone("telefono", "contacts.phone")
    private static let email = Field.email("correo", "contacts.email")
    private static let address = Field.text(
        "direccion", "contacts.address", hint: "contacts.address.hint", most: 300, autocomplete: "address-line1")

    static let code = Field.text(
        "codigo", "contacts.code", hint: "contacts.code.hint", most: 20, width: .narrow, autocomplete: "one-time-code")
    static let codeForm = Form("contactCode", [code])
    static let send = Form("contactSend", [])
    static let prefer = Form("contactPrefer", [])
    static let end = Form("contactEnd", [])

    /// The kinds as addresses name them.
    static let names: [(kind: Contact.Kind, name: String)] = [(.phone, "telefono"), (.email, "correo"), (.address, "direccion")]

    static func words(_ kind: Contact.Kind) -> TextKey {
        switch kind {
        case .phone: "contacts.phone"
        case .email: "contacts.email"
        case .address: "contacts.address"
        }
    }

    private var field: any FormField {
        switch kind {
        case .phone: Self.phone
        case .email: Self.email
        case .address: Self.address
        }
    }

    private var name: String { Self.names.first { $0.kind == kind }?.name ?? "" }

    var form: Form { Form("contact", [field] + (kind == .address ? [] : [Self.others]) + (asksSafe ? [Self.safe] : [])) }

    /// The form with what is kept.
    func begun(_ plain: String, _ kept: KeptContact) -> Filling {
        form.begun(
            [(name, plain)] + (kept.isShared ? [("compartido", "yes")] : []) + (kept.isSafe ? [("seguro", "yes")] : []))
    }

    /// What was answered. nil only for an address that no contact can hold.
    func contact(_ answers: Answers) throws -> Contact? {
        let plain =
            switch kind {
            case .phone: try answers[Self.phone].plain
            case .email: try answers[Self.email].plain
            case .address: try answers[Self.address]
            }
        return Contact(
            kind, typed: plain, isShared: kind == .address ? false : try answers[Self.others] ?? false,
            isSafe: asksSafe ? try answers[Self.safe] ?? false : false)
    }
}

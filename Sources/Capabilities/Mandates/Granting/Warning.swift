import Civic
import Ports

/// A message to a contact that the person had before, so that somebody who took over their session, or stands at a desk in their name, can't
/// do it unseen.
struct Warning: Sendable {
    let message: Messenger.Message
    /// The contact as it may be named on a page: its end alone.
    let masked: String

    /// nil when none of the contacts can be reached. Of a protected person only a safe one is, because others may read the rest.
    init?(_ person: Person, _ disclosure: Disclosure, reaching kinds: Set<Contact.Kind>, _ texts: Texts) throws {
        let usable = person.contacts.filter { kinds.contains($0.kind) && (!person.isProtected || $0.isSafe) }
        guard let contact = usable.first(where: \.isPreferred) ?? usable.first else { return nil }
        let plain = try disclosure.open(contact.plain)
        masked = Self.mask(plain)
        message = Messenger.Message(
            contact.kind, to: plain, title: texts["mandate.warning.title"], text: texts["mandate.warning.text"])
    }

    static func mask(_ plain: String) -> String {
        if let at = plain.firstIndex(of: "@") { return "\(plain.prefix(1))\u{2022}\u{2022}\u{2022}\(plain[at...])" }
        return "\u{2022}\u{2022}\u{2022}\(plain.suffix(3))"
    }
}

import Civic
import Markup
import Web

/// How the person is reached, as they see it.
struct ContactView {
    let texts: Texts

    var trail: [Link] {
        [Link(texts.address("/mi"), texts["mine.title"]), Link(texts.address("/mi/datos"), texts["mine.data.title"])]
    }

    /// `confirm` is the form that sends a code; nil where there is nothing to confirm, or no way to.
    func list(_ contacts: [(kept: KeptContact, plain: String)], done: String?, confirm: (KeptContact) -> HTML?) -> Page {
        Page(
            title: texts["contacts.title"], path: ContactPages.path, trail: trail,
            main: """
                <div class="wide"><h1>\(texts["contacts.title"])</h1>
                \(with: done.flatMap(words), { Alert.box(.done, "<p>\(texts[$0])</p>", texts: texts, isNew: true) })
                <p class="lead">\(texts["contacts.lead"])</p>
                \(when: contacts.isEmpty, EmptyState.box(texts["contacts.none"], "<p>\(texts["contacts.none.text"])</p>"))\
                \(when: !contacts.isEmpty, "<ul class=\"cards\">\n\(each: contacts, { card($0.kept, $0.plain, confirm($0.kept)) })</ul>\n")\
                \(Buttons.row([add("telefono", "contacts.add.phone"), add("correo", "contacts.add.email"), add("direccion", "contacts.add.address")]))</div>
                """)
    }

    func adding(_ kind: Contact.Kind, form: HTML) -> Page {
        let title: TextKey =
            switch kind {
            case .phone: "contacts.add.phone"
            case .email: "contacts.add.email"
            case .address: "contacts.add.address"
            }
        return Page(title: texts[title], trail: within, main: "<div class=\"wide\"><h1>\(texts[title])</h1>\n\(form)</div>")
    }

    func changing(form: HTML, prefer: HTML?, end: HTML) -> Page {
        Page(
            title: texts["contacts.change.title"], trail: within,
            main: """
                <div class="wide"><h1>\(texts["contacts.change.title"])</h1>
                \(form)
                \(prefer)
                <h2>\(texts["contacts.end"])</h2>
                <p>\(texts["contacts.end.hint"])</p>
                \(end)</div>
                """)
    }

    func code(form: HTML, isWrong: Bool) -> Page {
        Page(
            title: texts["contacts.code.title"], trail: within,
            main: """
                <div class="wide"><h1>\(texts["contacts.code.title"])</h1>
                \(when: isWrong, Alert.box(.failed, "<p>\(texts["contacts.code.wrong"])</p>", texts: texts, isNew: true))
                <p class="lead">\(texts["contacts.code.lead"])</p>
                \(form)
                <p><a href="\(texts.address(ContactPages.path))">\(texts["contacts.title"])</a></p></div>
                """)
    }

    private var within: [Link] { trail + [Link(texts.address(ContactPages.path), texts["contacts.title"])] }

    private func card(_ kept: KeptContact, _ plain: String, _ confirm: HTML?) -> HTML {
        let kind = texts[ContactForms.words(kept.kind)]
        let isConfirmable = kept.kind != .address && !kept.isShared
        return """
            <li><h2>\(kind)</h2>
            <p><strong>\(plain)</strong></p>
            <p>\(texts("contacts.since", ["day": texts.short(Day(of: kept.since))]))</p>
            <p>\(when: kept.isPreferred, Tag.label(texts["contacts.preferred"], .info)) \
            \(when: kept.isShared, Tag.label(texts["contacts.shared.tag"], .attention)) \
            \(when: kept.isSafe, Tag.label(texts["contacts.safe.tag"], .done)) \
            \(with: kept.verified, { Tag.label(texts("contacts.verified", ["day": texts.short(Day(of: $0))]), .done) })\
            \(when: isConfirmable && kept.verified == nil, Tag.label(texts["contacts.notConfirmed"], .attention))</p>
            \(confirm)\
            <p><a class="onward" href="\(texts.address(ContactPages.path + "/\(kept.id)"))">\(texts["contacts.change"])<span class="sr"> \(kind) \(plain)</span></a></p></li>

            """
    }

    private func add(_ name: String, _ words: TextKey) -> HTML {
        Buttons.link(Link(texts.address(ContactPages.path + "/agregar/" + name), texts[words]), .second)
    }

    private func words(_ done: String) -> TextKey? {
        switch done {
        case "agregado": "contacts.done.added"
        case "cambiado": "contacts.done.changed"
        case "quitado": "contacts.done.ended"
        case "preferido": "contacts.done.preferred"
        case "confirmado": "contacts.done.verified"
        default: nil
        }
    }
}

import Civic
import Markup
import Web

/// The forms of a record: for an agent who may change something, while the person is there.
struct PersonForms {
    let texts: Texts
    let forms: Forms
    let attendant: Attendant
    let record: PersonRecord
    let id: InteractionID

    func contact(_ filling: Filling?) -> HTML {
        // Whoever may not see where a person is found may not change it either.
        guard record.contacts != nil else { return HTML() }
        let filling = filling?.isOf(AttentionForms.contact) == true ? filling ?? AttentionForms.contact.blank : AttentionForms.contact.blank
        return folded(
            "persons.contact.add", isOpen: filling.isRefused,
            form(filling, "contactos", "persons.contact.send"))
    }

    func ending(_ contact: KeptContact) -> HTML {
        form(AttentionForms.ending.blank, "contactos/\(contact.id)/terminar", "persons.contact.end")
    }

    func needs(_ filling: Filling?) -> HTML {
        let known = record.needs.map { (name: "necesidades", value: $0.rawValue) }
        let language = record.language.map { [(name: "idioma", value: $0)] } ?? []
        let begun = AttentionForms.asked.begun(known + language)
        let filling = filling?.isOf(AttentionForms.asked) == true ? filling ?? begun : begun
        return """
            <section aria-labelledby="pide"><h2 id="pide">\(texts["persons.needs.title"])</h2>
            \(folded("persons.needs.change", isOpen: filling.isRefused, form(filling, "necesidades", "persons.needs.send")))</section>

            """
    }

    private func folded(_ title: TextKey, isOpen: Bool, _ content: HTML) -> HTML {
        "<details\(Attribute("open", if: isOpen))><summary>\(texts[title])</summary>\n\(content)</details>\n"
    }

    private func form(_ filling: Filling, _ path: String, _ button: TextKey) -> HTML {
        forms.html(
            filling, action: texts.address("/mesa/atenciones/\(id.number)/\(path)"), button: button, texts: texts,
            session: attendant.session)
    }
}

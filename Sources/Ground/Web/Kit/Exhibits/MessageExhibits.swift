import Civic
import Markup

extension Family {
    static func messages(_ texts: Texts) -> Family {
        Family(
            slug: "avisos", title: "kit.messages.title", summary: "kit.messages.summary",
            exhibits: [
                Exhibit(
                    id: "aviso", title: "kit.alert.title", use: "kit.alert.use", avoid: "kit.alert.avoid", access: "kit.alert.access",
                    specimen: [
                        alert(.info, texts["kit.sample.alert.info"], texts), alert(.done, texts["kit.sample.alert.done"], texts),
                        alert(.attention, texts["kit.sample.alert.attention"], texts),
                        alert(.failed, texts["kit.sample.alert.failed"], texts),
                    ].joined(separator: "\n")),
                Exhibit(
                    id: "etiqueta", title: "kit.tag.title", use: "kit.tag.use", avoid: "kit.tag.avoid", access: "kit.tag.access",
                    specimen: [
                        Tag.label(texts["kit.sample.state.draft"]), Tag.label(texts["kit.sample.state.received"], .info),
                        Tag.label(texts["kit.sample.state.approved"], .done), Tag.label(texts["kit.sample.state.missing"], .attention),
                        Tag.label(texts["kit.sample.state.refused"], .failed),
                    ].joined(separator: "\n")),
                Exhibit(
                    id: "sin-resultados", title: "kit.empty.title", use: "kit.empty.use", avoid: "kit.empty.avoid",
                    access: "kit.empty.access",
                    specimen: EmptyState.box(
                        texts["kit.sample.empty"],
                        "<p>\(texts["kit.sample.empty.text"])</p>\n\(Buttons.submit(texts["kit.sample.book"]))")),
                Exhibit(
                    id: "confirmacion", title: "kit.confirmation.title", use: "kit.confirmation.use", avoid: "kit.confirmation.avoid",
                    access: "kit.confirmation.access",
                    specimen: Confirmation.box(
                        texts["kit.sample.sent"], folio: "7K3M-9QX2-4", "<p>\(texts["kit.sample.sent.next"])</p>", texts: texts,
                        isPage: false)),
            ])
    }

    private static func alert(_ tone: Tone, _ words: String, _ texts: Texts) -> HTML { Alert.box(tone, "<p>\(words)</p>", texts: texts) }
}

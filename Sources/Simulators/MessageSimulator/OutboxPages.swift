import Civic
import Hummingbird
import Markup
import Web

/// `/simulador/mensajes`: what would have gone out by mail and telephone. It is there in the demonstration alone.
public struct OutboxPages: Sendable {
    private let pages: Pages
    private let outbox: Outbox

    public init(_ pages: Pages, outbox: Outbox) {
        self.pages = pages
        self.outbox = outbox
    }

    public func mount(on router: PageRoutes) {
        router.get("/simulador/mensajes") { request, context in
            pages.make(request, context, as: nil, page).unlisted
        }
    }

    private var page: Page {
        let texts = pages.texts
        let messages = outbox.all
        return Page(
            title: "Mensajes simulados",
            main: """
                <div class="wide" lang="es"><h1>Mensajes simulados</h1>
                <p class="notice">Esto es un simulador: los mensajes de la demostración no salen, quedan aquí a la vista de todos.</p>
                \(when: messages.isEmpty, "<p>No hay mensajes todavía. Cuando se envía uno, tarda un par de segundos.</p>\n")\
                \(when: !messages.isEmpty, "<ul class=\"sheets\">\n\(each: messages, { row($0, texts) })</ul>\n")</div>
                """)
    }

    private func row(_ message: Outbox.Message, _ texts: Texts) -> HTML {
        """
        <li><strong>\(message.title)</strong><p>\(message.text)</p>
        <p class="quiet">Para \(message.to), a las \(texts.hour(message.at))</p></li>

        """
    }
}

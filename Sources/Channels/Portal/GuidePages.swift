import Hummingbird
import Ports
import Web

/// What the portal says of itself: how to use it, how it is made for everyone, what it knows of people.
public struct GuidePages: Sendable {
    private let pages: Pages
    private let callCentre: CallCentre
    private let register: ProcessingRegister

    public init(_ pages: Pages, callCentre: CallCentre, register: ProcessingRegister) {
        self.pages = pages
        self.callCentre = callCentre
        self.register = register
    }

    public func mount(on router: PageRoutes) {
        router.get("/ayuda") { request, context in
            try await pages.show(request, context, topics: callCentre.topics) {
                HelpView(texts: pages.texts, callCentre: try await callCentre.now()).page
            }
        }
        router.get("/accesibilidad") { request, context in
            try await pages.show(request, context, topics: []) { AccessibilityView(texts: pages.texts).page }
        }
        router.get("/privacidad") { request, context in
            try await pages.show(request, context, topics: []) {
                PrivacyView(texts: pages.texts, register: register).page
            }
        }
        router.get("/privacidad/registro.json") { _, _ in try Response.json(register) }
        router.get("/terminos") { request, context in
            try await pages.show(request, context, topics: []) { TermsView(texts: pages.texts).page }
        }
    }
}

import Civic
import HTTPTypes
import Hummingbird
import Web

/// `/ingresar`: the ways in, the way to the provider and back, and what can be done when one of them is shut.
public struct SignInPages: Sendable {
    private static let run = Field.run("run", "signIn.run", hint: "signIn.run.hint")
    static let declaring = Form("signIn.declared", [run])

    private let pages: Pages
    private let forms: Forms
    private let entrance: Entrance

    public init(_ pages: Pages, forms: Forms, entrance: Entrance) {
        self.pages = pages
        self.forms = forms
        self.entrance = entrance
    }

    public func mount(on router: PageRoutes) {
        router.get("/ingresar") { request, context in
            let asked = AskedSignIn(query: request.uri.query ?? "")
            let visitor = try await entrance.reception.visitor(request)
            let isIn = visitor.actor.citizen != nil && visitor.actor.assurance >= asked.level
            return pages.make(
                request, context, as: nil, isIn ? view.already(asked) : page(asked, Self.declaring.blank, visitor)
            ).unlisted
        }
        router.post("/ingresar") { request, context in
            let asked = AskedSignIn(query: request.uri.query ?? "")
            guard asked.level == .declared else { throw Failure.notFound }
            let visitor = try await entrance.reception.visitor(request)
            switch try await forms.take(Self.declaring, request, context, session: visitor.session) {
            case .refused(let filling):
                return pages.make(request, context, as: nil, page(asked, filling, visitor).answering(filling)).unlisted
            case .accepted(let answers, _):
                try await entrance.attempts.take(Entrance.declarations, of: context.client)
                let person = try await entrance.desk.standIn(try answers[Self.run])
                return try await entrance.admit(.citizen(person), .declared, backTo: onward(asked), request, context)
            }
        }
        router.get("/ingresar/clave") { request, _ in
            let asked = AskedSignIn(query: request.uri.query ?? "")
            guard request.isAskedHere, let party = entrance.citizens, let back = asked.onward(pages.texts) else {
                return Response.redirect(to: asked.address("/ingresar", pages.texts), type: .normal)
            }
            return try entrance.begin(at: party, backTo: back, level: asked.level)
        }
    }

    /// The provider knows one address to send people back to, whatever their language: it is mounted once, and goes on in the language that
    /// the person began in.
    public static func mountReturn(_ pages: [Pages], entrance: Entrance, on router: PageRoutes) {
        guard let party = entrance.citizens, let source = pages.first else { return }
        router.get("/ingresar/vuelta") { request, context in
            let end = try await entrance.end(at: party, request, context)
            let back = end.pending.flatMap { ReturnPath($0.back) }
            do {
                let claims = try CitizenClaims(try end.outcome.get(), party.provider.claims)
                let person = try await entrance.desk.person(claims, evidence: party.provider.title)
                let path = back?.path ?? source.texts.address("/mi")
                let manner = try await entrance.desk.manner(of: person)
                var response = try await entrance.admit(
                    .citizen(person), .verified, backTo: Self.spoken(path, manner.language, pages, source), request, context)
                response.headers.append(LargePrint.field(manner.isLarge, isSecure: entrance.isSecure))
                return response
            } catch let fault as SignInFault {
                try await entrance.desk.refused(fault)
                let spoken = pages.first { back?.isIn($0.texts) == true } ?? source
                let asked = AskedSignIn(back: back, level: end.pending.flatMap { Assurance(rawValue: $0.level) } ?? .verified)
                let view = SignInView(texts: spoken.texts, provider: party.provider.title)
                return spoken.make(request, context, as: nil, view.failed(fault, asked)).unlisted
            }
        }
    }

    /// A place of one's own in the language that the person asked for once, unless they began in another than the site's.
    private static func spoken(_ path: String, _ language: String?, _ pages: [Pages], _ source: Pages) -> String {
        guard path == "/mi" || path.hasPrefix("/mi/") || path.hasPrefix("/mi?"), source.texts.prefix.isEmpty else { return path }
        return pages.first { $0.texts.language == language }?.texts.address(path) ?? path
    }

    private var view: SignInView { SignInView(texts: pages.texts, provider: entrance.citizens?.provider.title) }

    private func onward(_ asked: AskedSignIn) -> String { asked.onward(pages.texts)?.path ?? pages.texts.address("/") }

    private func page(_ asked: AskedSignIn, _ filling: Filling, _ visitor: Visitor) -> Page {
        let form =
            asked.level == .declared
            ? forms.html(
                filling, action: asked.address("/ingresar", pages.texts), button: "signIn.declare", texts: pages.texts,
                session: visitor.session) : nil
        return view.ways(asked, form: form, isRising: visitor.actor.citizen != nil)
    }
}

extension ReturnPath {
    /// Whether it is an address of this language, when that is not the source's.
    func isIn(_ texts: Texts) -> Bool {
        !texts.prefix.isEmpty && (path == texts.prefix || path.hasPrefix(texts.prefix + "/") || path.hasPrefix(texts.prefix + "?"))
    }
}

import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// The routes of the double, under one path of ours: for people a page that says what it is, for programs what ClaveÚnica answers.
public struct DoublePages: Sendable {
    /// Where all of it is found.
    public static let path = "/simulador/claveunica"

    private let pages: Pages
    private let forms: Forms
    private let double: ClaveUnicaDouble

    public init(_ pages: Pages, forms: Forms, double: ClaveUnicaDouble) {
        self.pages = pages
        self.forms = forms
        self.double = double
    }

    public func mount(on router: PageRoutes) {
        router.get("/simulador/claveunica/openid/authorize") { request, context in
            show(request, context) {
                view.people(
                    $0, forms.html(person.blank, action: address(request), button: "simulator.enter", texts: pages.texts),
                    query: request.uri.query ?? "")
            }
        }
        router.post("/simulador/claveunica/openid/authorize") { request, context in
            let authorization = try? Authorization(FormFields.read(request.uri.query ?? ""), clients: double.clients)
            guard let authorization else { return refuse(request, context) }
            switch try await forms.take(person, request, context) {
            case .refused(let filling):
                let form = forms.html(filling, action: address(request), button: "simulator.enter", texts: pages.texts)
                return pages.make(
                    request, context, as: nil, view.people(authorization, form, query: request.uri.query ?? "").answering(filling)
                ).unlisted
            case .accepted(let answers, _):
                let chosen = try answers[field]
                guard let person = double.persons.first(where: { $0.run.plain == chosen }) else { throw Failure.notFound }
                return Response.redirect(to: double.grant(authorization, to: person), type: .normal)
            }
        }
        router.get("/simulador/claveunica/openid/authorize/negar") { request, context in
            guard let authorization = try? Authorization(FormFields.read(request.uri.query ?? ""), clients: double.clients) else {
                return refuse(request, context)
            }
            return Response.redirect(to: double.deny(authorization), type: .normal)
        }
        router.get("/simulador/claveunica/api/v1/accounts/app/logout") { request, context in
            // Only to where one of its applications lives.
            guard let back = request.asked("redirect"),
                double.clients.contains(where: { Self.site(of: $0.returnAddress) == Self.site(of: back) })
            else { return refuse(request, context) }
            return Response.redirect(to: back, type: .normal)
        }
        mountPrograms(on: router)
        mountSwitches(on: router)
    }

    private func mountPrograms(on router: PageRoutes) {
        router.post("/simulador/claveunica/openid/token") { request, _ in
            Self.response(try await double.token(FormFields.read(try await request.text(most: 16_384))), request)
        }
        router.post("/simulador/claveunica/openid/userinfo") { request, _ in
            Self.response(await double.userinfo(request.headers[.authorization]), request)
        }
        router.get("/simulador/claveunica/openid/jwks") { request, _ in Self.response(await double.keys(), request) }
    }

    private func mountSwitches(on router: PageRoutes) {
        router.get("/simulador/claveunica") { request, context in
            pages.make(request, context, as: nil, switches(fault.begun([("falla", double.fault.rawValue)]))).unlisted
        }
        router.post("/simulador/claveunica") { request, context in
            switch try await forms.take(fault, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, switches(filling).answering(filling)).unlisted
            case .accepted(let answers, _):
                double.fault = Fault(rawValue: try answers[faultField]) ?? .none
                return Response.redirect(to: Self.path, type: .normal)
            }
        }
        router.put("/simulador/claveunica/falla/:name") { _, context in
            guard let fault = Fault(rawValue: try context.parameters.require("name")) else { throw Failure.notFound }
            double.fault = fault
            return Response(status: .noContent)
        }
    }

    private var view: DoubleView { DoubleView(texts: pages.texts) }

    private var field: Field<String> {
        Field.choice(
            "persona", "simulator.person",
            double.persons.map { FieldOption($0.run.plain, plain: "\($0.name.prefix(60)) · \($0.run.formatted)") })
    }

    private var person: Form { Form("simulator.person", [field]) }

    private var faultField: Field<String> {
        Field.choice("falla", "simulator.fault", Fault.allCases.map { FieldOption($0.rawValue, plain: $0.words) })
    }

    private var fault: Form { Form("simulator.fault", [faultField]) }

    private func switches(_ filling: Filling) -> Page {
        view.switches(forms.html(filling, action: Self.path, button: "simulator.set", texts: pages.texts))
    }

    private func address(_ request: Request) -> String {
        "\(Self.path)/openid/authorize?\(request.uri.query ?? "")"
    }

    private func show(_ request: Request, _ context: WebContext, _ page: (Authorization) -> Page) -> Response {
        do throws(Authorization.Refusal) {
            let authorization = try Authorization(FormFields.read(request.uri.query ?? ""), clients: double.clients)
            return pages.make(request, context, as: nil, page(authorization)).unlisted
        } catch {
            return pages.make(request, context, as: nil, view.refused(error)).unlisted
        }
    }

    private func refuse(_ request: Request, _ context: WebContext) -> Response {
        pages.make(request, context, as: nil, view.nobody).unlisted
    }

    private static func site(of address: String) -> Substring {
        guard let start = address.firstRange(of: "://")?.upperBound else { return "" }
        return address[..<(address[start...].firstIndex(of: "/") ?? address.endIndex)]
    }

    private static func response(_ answer: DoubleAnswer, _ request: Request) -> Response {
        Representation(answer.body, type: answer.type, status: .init(code: answer.status), cacheControl: "no-store", effort: 1).response(
            to: request)
    }
}

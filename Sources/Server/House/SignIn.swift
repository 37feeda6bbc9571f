import ClaveUnicaSimulator
import Civic
import Logging
import Hummingbird
import Identity
import Outbound
import Persons
import Ports
import Storage
import Web

/// How persons sign in.
extension House {
    func mountSignIn(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {
        SignInPages(pages, forms: fittings.forms, entrance: fittings.entrance).mount(on: router)
        SignOutPages(pages, forms: fittings.forms, entrance: fittings.entrance).mount(on: router)
    }

    /// What has one address whatever the language: the ways back from providers, and the double of the demonstration.
    func mountReturns(_ pages: [Pages], _ forms: Forms, _ entrance: Entrance, _ double: ClaveUnicaDouble?, on router: WebRouter) {
        let routes = router.part(in: pages[0].texts)
        SignInPages.mountReturn(pages, entrance: entrance, on: routes)
        StaffProviderPages(pages[0], entrance: entrance).mount(on: routes)
        if let double { DoublePages(pages[0], forms: forms, double: double).mount(on: routes) }
    }

    /// The double of the demonstration; nil outside of it, and when the settings name a true provider.
    func double(isDemonstration: Bool) -> ClaveUnicaDouble? {
        guard isDemonstration, settings.provider == nil else { return nil }
        let clock = clock
        return ClaveUnicaDouble(
            issuer: address + DoublePages.path,
            clients: [
                DoubleClient(
                    id: "ventanilla-demo", secret: "every reader of the source knows it", returnAddress: address + Self.citizenReturn,
                    provesCode: true),
                DoubleClient(
                    id: "ventanilla-demo-equipo", secret: "every reader of the source knows it", returnAddress: address + Self.staffReturn,
                    provesCode: true, isForStaff: true),
            ], now: { clock.now.milliseconds })
    }

    /// One for the whole process: it remembers how each provider is.
    func entrance(_ double: ClaveUnicaDouble?) -> Entrance {
        Entrance(
            desk: signInDesk, sessions: sessions, reception: reception, attempts: AttemptDesk(database, keyring: keyring),
            citizens: double.flatMap { demonstrationParty($0, .citizens) } ?? party(settings.provider, .citizens, Self.citizenReturn),
            institution: party(settings.staffProvider, .staff, Self.staffReturn) ?? double.flatMap { demonstrationParty($0, .staff) },
            staff: staffSignIn, keyring: keyring,
            isSecure: isSecure, clock: clock, address: address)
    }

    var signInDesk: SignInDesk { SignInDesk(database, keyring: keyring, isDead: deaths.deaths.isDead) }

    private func party(_ chosen: ProviderSettings?, _ slot: IdentityProvider.Slot, _ path: String) -> RelyingParty? {
        let (clock, log) = (clock, log)
        return chosen.flatMap { IdentityProvider($0, slot: slot, returnAddress: address + path) }.map { provider in
            let caller = OutboundCaller(failed: { address, failure in
                // Only which host: an address may hold what was asked.
                log.warning("unanswered", metadata: ["host": "\(address.host)", "reason": "\(failure)"])
            }) { clock.now.milliseconds }
            return RelyingParty(provider, caller: caller, clock: clock)
        }
    }

    /// The demonstration's own provider. Its programs are asked in memory: a server that calls itself by its public name may not be able to.
    private func demonstrationParty(_ double: ClaveUnicaDouble, _ slot: IdentityProvider.Slot) -> RelyingParty? {
        let base = address + DoublePages.path
        guard let authorize = WebAddress(base + "/openid/authorize"), let token = WebAddress(base + "/openid/token"),
            let userinfo = WebAddress(base + "/openid/userinfo"),
            let client = double.clients.first(where: { $0.isForStaff == (slot == .staff) })
        else { return nil }
        let provider = IdentityProvider(
            slot: slot, title: slot == .citizens ? "Clave\u{DA}nica" : Self.demonstrationInstitution, issuer: double.issuer,
            authorize: authorize, token: token, userinfo: userinfo,
            keys: WebAddress(base + "/openid/jwks"), logout: WebAddress(base + "/api/v1/accounts/app/logout"), clientID: client.id,
            clientSecret: client.secret, scope: slot == .citizens ? "openid run name" : "openid run name email",
            provesCode: client.provesCode,
            proof: slot == .citizens ? [] : ["mfa"], maxAge: slot == .citizens ? nil : 28_800,
            claims: slot == .citizens ? .claveUnica : .mail, returnAddress: client.returnAddress)
        let clock = clock
        let caller = OutboundCaller(
            transport: { call, _ throws(CallFailure) in
                guard let answer = await double.answer(to: call.address.path, call.headers["Authorization"], call.body) else { throw .down }
                return CallAnswer(status: answer.status, type: answer.type, body: answer.body)
            }, now: { clock.now.milliseconds })
        return RelyingParty(provider, caller: caller, clock: clock)
    }

    private static let demonstrationInstitution = "la cuenta de su instituci\u{F3}n"
    private static let citizenReturn = "/ingresar/vuelta"
    private static let staffReturn = "/mesa/ingresar/vuelta"
}

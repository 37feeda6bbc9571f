import Civic
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Markup
import NIOCore
import Outbound
import Storage
import TestKit
import Web

@testable import ClaveUnicaSimulator
@testable import Identity

/// The double in a server of its own, and us before it.
struct DoubleSite: Sendable {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path
    static let returnAddress = "https://ventanilla.example/ingresar/vuelta"
    static let rosa = "12345678-5"

    let double: ClaveUnicaDouble
    let party: RelyingParty
    let clock: TestClock
    let client: any TestClientProtocol

    static func open(
        patience: Int64 = 20_000, secret: String = "our secret",
        _ body: @escaping @Sendable (DoubleSite) async throws -> Void
    ) async throws {
        let clock = TestClock()
        let double = ClaveUnicaDouble(
            issuer: "https://double.example/openid",
            clients: [
                DoubleClient(id: "us", secret: "our secret", returnAddress: returnAddress, provesCode: true),
                DoubleClient(id: "others", secret: "their secret", returnAddress: "https://others.example/back", provesCode: false),
            ], now: clock.now)
        try await application(double, clock).test(.live) { client in
            let base = "http://127.0.0.1:\(client.port ?? 0)\(DoublePages.path)"
            guard let authorize = WebAddress(base + "/openid/authorize"), let token = WebAddress(base + "/openid/token"),
                let userinfo = WebAddress(base + "/openid/userinfo")
            else { return }
            let provider = IdentityProvider(
                slot: .citizens, title: "Double", issuer: double.issuer, authorize: authorize, token: token, userinfo: userinfo,
                keys: WebAddress(base + "/openid/jwks"), logout: nil, clientID: "us", clientSecret: secret, provesCode: true,
                returnAddress: returnAddress)
            var limits = OutboundCaller.Limits()
            (limits.patience, limits.pause) = (patience, 1)
            let party = RelyingParty(
                provider, caller: OutboundCaller(limits: limits, now: clock.now),
                clock: Clock { Instant(milliseconds: clock.now()) })
            try await body(DoubleSite(double: double, party: party, clock: clock, client: client))
        }
    }

    private static func application(_ double: ClaveUnicaDouble, _ clock: TestClock) throws -> Application<Front> {
        let settings = try Settings(environment: ["PORT": "0", "VENTANILLA_HOME": root])
        let languages = try Languages(folder: root + "/Texts")
        let log = Logger(label: "test")
        let time = Clock { Instant(milliseconds: clock.now()) }
        let assets = try Assets.withKit(folder: root + "/Public")
        let all = languages.all.map { texts in
            Pages(
                layout: Layout(
                    texts: texts, navigation: [], languages: languages.all, stylesheets: [assets.address(of: "kit.css")],
                    script: assets.address(of: "toolbar.js"), isDemonstration: true, baseURL: nil),
                cache: PageCache(), footfall: Footfall(Visits(), clock: time), log: log)
        }
        let forms = Forms(
            keyring: World.keyring, clock: time, baseURL: nil, reader: SubmissionReader(),
            limit: RateLimit(perMinute: 1000, burst: 1000), most: 1000, log: log)
        let router = WebRouter.forPages()
        DoublePages(all[0], forms: forms, double: double).mount(on: router.part(in: all[0].texts))
        return Site(
            router, failures: FailurePages(all, source: all[0], languages: languages), settings: settings, log: log
        ).application()
    }

    func begin() throws -> PendingSignIn {
        guard let back = ReturnPath("/mi") else { throw SignInFault.forged }
        return party.begin(backTo: back, level: .verified)
    }

    /// What somebody who signs in at the double brings back, for a request that it accepts.
    func code(_ pending: PendingSignIn, run: String = rosa) throws -> String {
        let query = party.address(for: pending).split(separator: "?", maxSplits: 1)[1]
        let authorization = try Authorization(FormFields.read(String(query)), clients: double.clients)
        guard let person = double.persons.first(where: { $0.run.plain == run }) else { throw SignInFault.noNumber }
        let back = double.grant(authorization, to: person)
        guard case .code(let code, _) = try Callback(query: String(back.split(separator: "?")[1]), issuer: double.issuer) else {
            throw SignInFault.forged
        }
        return code
    }

    /// A whole sign-in.
    func claims(run: String = rosa) async throws -> CitizenClaims {
        let pending = try begin()
        return try CitizenClaims(try await party.claims(with: try code(pending, run: run), pending), party.provider.claims)
    }
}

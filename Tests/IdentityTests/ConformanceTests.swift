import Civic
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Outbound
import Storage
import TestKit
import Testing

@testable import ClaveUnicaSimulator
@testable import Identity

@Suite("Us before a strict provider, over the network")
struct ConformanceTests {
    @Test("each of its persons is who they are")
    func persons() async throws {
        try await DoubleSite.open { site in
            for person in site.double.persons {
                let claims = try await site.claims(run: person.run.plain)
                #expect(claims.identifier == .run(person.run))
                #expect(claims.name?.given == person.given.joined(separator: " "))
                #expect([claims.name?.first, claims.name?.second].compactMap(\.self) == person.surnames)
            }
            #expect(site.double.persons.contains { $0.run.plain == "44444444-4" } && site.double.persons.contains { $0.name.count >= 200 })
        }
    }

    @Test("what it sends that is wrong is refused, each for its reason")
    func faults() async throws {
        try await DoubleSite.open(patience: 20_000) { site in
            let wrong: [(Fault, SignInFault)] = [
                (.badSignature, .token), (.expiredToken, .token), (.wrongIssuer, .token), (.wrongAudience, .token), (.wrongNonce, .token),
                (.notYet, .token),
                (.page, .answer), (.doubled, .forged), (.wrongSubject, .claims), (.wrongNumber, .claims),
            ]
            for (fault, reason) in wrong {
                site.double.fault = fault
                await #expect(throws: reason, "\(fault)") { _ = try await site.claims() }
            }
            site.double.fault = .none
            _ = try await site.claims()
        }
    }

    @Test("whoever waits for it too long is told that it is down")
    func slow() async throws {
        try await DoubleSite.open(patience: 300) { site in
            site.double.fault = .slow
            await #expect(throws: SignInFault.down) { _ = try await site.claims() }
        }
    }

    @Test("down is down, and after some tries nobody waits for it")
    func down() async throws {
        try await DoubleSite.open { site in
            site.double.fault = .down
            for _ in 0..<6 { await #expect(throws: SignInFault.down) { _ = try await site.claims() } }
            site.double.fault = .none
            await #expect(throws: SignInFault.down) { _ = try await site.claims() }
            site.clock.move(byMilliseconds: 21_000)
            _ = try await site.claims()
        }
    }

    @Test("two minutes between the clocks are no reason to refuse, four are")
    func clocks() async throws {
        try await DoubleSite.open { site in
            for fault in [Fault.clockAhead, .clockBehind] {
                site.double.fault = fault
                _ = try await site.claims()
            }
        }
        // A token of one minute, read four minutes later, and one that is made in four minutes.
        for seconds: Int64 in [245, -245] {
            try await DoubleSite.open { site in
                let pending = try site.begin()
                let code = try site.code(pending)
                let text = try await Self.idToken(site, code, pending)
                let now = Instant(milliseconds: site.clock.now() + seconds * 1000)
                await #expect(throws: SignInFault.token) {
                    _ = try await IdentityToken(text, keys: nil).checked(for: site.party.provider, nonce: pending.nonce, at: now)
                }
            }
        }
    }

    static func idToken(_ site: DoubleSite, _ code: String, _ pending: PendingSignIn) async throws -> String {
        struct Answer: Decodable { let id_token: String }
        let answer = try await site.double.token([
            ("grant_type", "authorization_code"), ("client_id", "us"), ("client_secret", "our secret"),
            ("redirect_uri", DoubleSite.returnAddress), ("code", code), ("state", pending.state), ("code_verifier", pending.verifier ?? ""),
        ])
        return try JSONDecoder().decode(Answer.self, from: Data(answer.body)).id_token
    }

    @Test("a token that nobody signed, or that is signed with a shared secret, is none")
    func unsigned() async throws {
        try await DoubleSite.open { site in
            let pending = try site.begin()
            let text = try await Self.idToken(site, try site.code(pending), pending)
            let parts = text.split(separator: ".").map(String.init)
            let now = Instant(milliseconds: site.clock.now())
            let keys = try JSONDecoder().decode(KeySet.self, from: Data(await site.double.keys().body))
            _ = try await IdentityToken(text, keys: keys).checked(for: site.party.provider, nonce: pending.nonce, at: now)
            for head in [#"{"alg":"none"}"#, #"{"alg":"HS256","kid":"double-1"}"#, #"{"alg":"ES256","kid":"other"}"#] {
                for end in ["", parts[2].replacing("A", with: "B") + "AA"] {
                    let forged = "\(Data(head.utf8).base64URL).\(parts[1]).\(end)"
                    await #expect(throws: SignInFault.token, "\(head)") {
                        _ = try await IdentityToken(forged, keys: keys).checked(
                            for: site.party.provider, nonce: pending.nonce, at: now)
                    }
                }
            }
        }
    }

    @Test("it refuses a code that was used, one of another application, and one without its proof")
    func codes() async throws {
        try await DoubleSite.open { site in
            let (one, two) = (try site.begin(), try site.begin())
            let code = try site.code(one)
            await #expect(throws: SignInFault.refused) { _ = try await site.party.claims(with: code, two) }
            let fresh = try site.code(one)
            _ = try await site.party.claims(with: fresh, one)
            await #expect(throws: SignInFault.refused) { _ = try await site.party.claims(with: fresh, one) }
            let others = try Authorization(
                [
                    ("client_id", "others"), ("redirect_uri", "https://others.example/back"), ("response_type", "code"),
                    ("scope", "openid run name"), ("state", one.state),
                ], clients: site.double.clients)
            let back = site.double.grant(others, to: try #require(site.double.persons.first))
            let theirs = try #require(back.firstMatch(of: #/code=([^&]+)/#).map { String($0.1) })
            await #expect(throws: SignInFault.refused) { _ = try await site.party.claims(with: theirs, one) }
            let unproven = try site.code(one)
            let refused = try await site.double.token([
                ("grant_type", "authorization_code"), ("client_id", "us"), ("client_secret", "our secret"),
                ("redirect_uri", DoubleSite.returnAddress), ("code", unproven), ("state", one.state), ("code_verifier", two.verifier ?? ""),
            ])
            #expect(refused.status == 400, "a code with the verifier of another sign-in")
            let late = try site.code(one)
            site.clock.move(byMilliseconds: 61_000)
            await #expect(throws: SignInFault.refused) { _ = try await site.party.claims(with: late, one) }
        }
    }

    @Test("keys that a token brings in its own head are not looked at")
    func ownKeys() async throws {
        try await DoubleSite.open { site in
            let pending = try site.begin()
            let text = try await Self.idToken(site, try site.code(pending), pending)
            let claims = text.split(separator: ".")[1]
            let now = Instant(milliseconds: site.clock.now())
            let keys = try JSONDecoder().decode(KeySet.self, from: Data(await site.double.keys().body))
            let theirs = P256.Signing.PrivateKey()
            let point = theirs.publicKey.rawRepresentation
            let jwk = #"{"kty":"EC","crv":"P-256","x":"\#(Data(point.prefix(32)).base64URL)","y":"\#(Data(point.suffix(32)).base64URL)"}"#
            for more in [#""jwk":\#(jwk)"#, #""jku":"https://theirs.example/jwks""#, #""x5u":"https://theirs.example/cert""#] {
                for kid in ["double-1", "theirs"] {
                    let head = Data(#"{"alg":"ES256","kid":"\#(kid)",\#(more)}"#.utf8).base64URL
                    let signature = try theirs.signature(for: Data("\(head).\(claims)".utf8)).rawRepresentation.base64URL
                    await #expect(throws: SignInFault.token, "\(more)") {
                        _ = try await IdentityToken("\(head).\(claims).\(signature)", keys: keys).checked(
                            for: site.party.provider, nonce: pending.nonce, at: now)
                    }
                }
            }
        }
    }

    @Test("it refuses a wrong secret")
    func secret() async throws {
        try await DoubleSite.open(secret: "guessed") { site in
            await #expect(throws: SignInFault.refused) { _ = try await site.claims() }
        }
    }

    @Test("it shows no page to sign in at for a wrong address, a short state, a doubled one, or without proof")
    func requests() async throws {
        try await DoubleSite.open { site in
            let right = try SignedQuery(site.party.address(for: try site.begin()))
            func ask(_ query: String) async throws -> HTTPResponse.Status {
                try await site.client.execute(uri: "\(DoublePages.path)/openid/authorize?\(query)", method: .get).status
            }
            #expect(try await ask(right.text) == .ok)
            for wrong in [
                right.with("redirect_uri", "https://ventanilla.example/otra"), right.with("state", "short"), right.without("state"),
                right.without("code_challenge"), right.with("code_challenge_method", "plain"), right.with("client_id", "nobody"),
                right.with("scope", "openid"), right.with("response_type", "token"), right.text + "&state=other",
            ] {
                #expect(try await ask(wrong) == .badRequest, "\(wrong)")
            }
        }
    }

    /// A query whose parts can be changed.
    struct SignedQuery {
        let pairs: [(String, String)]
        var text: String { pairs.map { "\($0)=\($1)" }.joined(separator: "&") }

        init(_ address: String) throws {
            pairs = try #require(address.split(separator: "?").last).split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1)
                return (String(parts[0]), String(parts[1]))
            }
        }

        func with(_ name: String, _ value: String) -> String {
            pairs.map { "\($0)=\($0 == name ? OutboundCall.escaped(value) : $1)" }.joined(separator: "&")
        }

        func without(_ name: String) -> String { pairs.filter { $0.0 != name }.map { "\($0)=\($1)" }.joined(separator: "&") }
    }
}

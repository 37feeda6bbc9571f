import Civic
import Foundation
import Storage
import TestKit
import Testing
import Web

@testable import Identity

@Suite("What a provider says of a person is read strictly")
struct ClaimTests {
    static func read(_ text: String, _ names: ClaimNames = .claveUnica) throws -> CitizenClaims {
        try CitizenClaims(try JSONDecoder().decode(ClaimValue.self, from: Data(text.utf8)), names)
    }

    @Test("numbers that are no RUN, of another kind, or in another form are nobody's")
    func numbers() throws {
        let name = #""name":{"nombres":["Rosa"],"apellidos":["Muñoz"]}"#
        let right = try Self.read(#"{"RolUnico":{"numero":1000005,"DV":"k","tipo":"RUN"},\#(name)}"#)
        #expect(right.identifier == .run(try #require(RUN("1000005-K"))))
        for (number, fault) in [
            (#"{"numero":12345678,"DV":"6","tipo":"RUN"}"#, SignInFault.claims), (#"{"numero":"12345678","DV":"5","tipo":"RUN"}"#, .claims),
            (#"{"numero":12345678.5,"DV":"5","tipo":"RUN"}"#, .claims), (#"{"numero":12345678,"DV":5,"tipo":"RUN"}"#, .claims),
            (#"{"numero":-12345678,"DV":"5","tipo":"RUN"}"#, .claims), (#"{"numero":12345678,"DV":"5"}"#, .noNumber),
            (#"{"numero":12345678,"DV":"5","tipo":"RUT"}"#, .noNumber), ("null", .noNumber), ("7", .claims), (#""12345678-6""#, .claims),
            ("[]", .claims),
        ] {
            #expect(throws: fault, "\(number)") { _ = try Self.read("{\"RolUnico\":\(number),\(name)}") }
        }
        #expect(throws: SignInFault.noNumber) { _ = try Self.read("{\(name)}") }
    }

    @Test("one surname, none, three, or surnames alone are names; a number or hidden characters are not")
    func names() throws {
        func name(_ text: String) throws -> PersonName? {
            try Self.read(#"{"RolUnico":{"numero":12345678,"DV":"5","tipo":"RUN"},"name":\#(text)}"#).name
        }
        #expect(try name(#"{"nombres":["Rosa"],"apellidos":["Muñoz"]}"#) == PersonName(given: "Rosa", first: "Muñoz"))
        #expect(try name(#"{"nombres":["Rosa"],"apellidos":[]}"#) == PersonName(given: "Rosa"))
        #expect(
            try name(#"{"nombres":["Rosa"],"apellidos":["De","La","Cruz"]}"#) == PersonName(given: "Rosa", first: "De", second: "La Cruz"))
        #expect(try name(#"{"nombres":[],"apellidos":["Muñoz"]}"#) == PersonName(given: "Muñoz"))
        #expect(try name(#"{"nombres":["محمد"],"apellidos":["الأحمد"]}"#)?.shown == "محمد الأحمد")
        #expect(try name(#"{"nombres":["\#(String(repeating: "a", count: 200))"],"apellidos":["b"]}"#)?.given.count == 200)
        #expect(try name("{}") == nil && name(#"{"nombres":[""],"apellidos":[" "]}"#) == nil)
        for wrong in [
            #"{"nombres":[7],"apellidos":["a"]}"#, #"{"nombres":{"a":"b"}}"#, #"{"nombres":["a\u0000b"]}"#, #"{"nombres":["a\u202eb"]}"#,
            #"{"nombres":["\#(String(repeating: "a", count: 1001))"]}"#,
        ] {
            #expect(throws: SignInFault.claims, "\(wrong.prefix(40))") { _ = try name(wrong) }
        }
    }

    @Test("another country's provider says it in its own claims, and its number is a document of that country")
    func abroad() throws {
        let names = ClaimNames(number: ["numero_documento"], given: ["given_name"], family: ["family_name"], country: Country("UY"))
        let claims = try Self.read(#"{"sub":"x","numero_documento":"4.123.456-7","given_name":"Ana","family_name":"Pérez"}"#, names)
        #expect(claims.identifier.issuer == "UY" && claims.identifier.plain == "41234567" && claims.name?.shown == "Ana Pérez")
    }

    @Test("an account of the staff is found by its claim, and never by an e-mail that nobody verified")
    func staff() throws {
        func claim(_ text: String) throws -> StaffSignIn.Claim? {
            let provider = try #require(Providers.institution)
            return StaffSignIn.claim(try JSONDecoder().decode(ClaimValue.self, from: Data(text.utf8)), of: provider)
        }
        #expect(try claim(#"{"sub":"7","email":"andres@ips.example","email_verified":true}"#)?.account == "andres@ips.example")
        #expect(try claim(#"{"sub":"7","email":"andres@ips.example"}"#)?.subject == "7")
        for nobody in [#"{"sub":"7"}"#, #"{"email":""}"#, #"{"email":7}"#, #"{"email":"a@b.c","email_verified":false}"#] {
            #expect(try claim(nobody) == nil)
        }
    }
}

enum Providers {
    static let institution: IdentityProvider? = {
        let environment = [
            "CLIENT_ID": "us", "CLIENT_SECRET": "s", "TITLE": "IPS", "ISSUER": "https://id.example",
            "AUTHORIZE_URL": "https://id.example/a",
            "TOKEN_URL": "https://id.example/t", "USERINFO_URL": "https://id.example/u", "JWKS_URL": "https://id.example/k",
        ]
        let settings = try? Settings(environment: Dictionary(uniqueKeysWithValues: environment.map { ("STAFF_OIDC_" + $0, $1) }))
        return settings?.staffProvider.flatMap {
            IdentityProvider($0, slot: .staff, returnAddress: "https://v.example/mesa/ingresar/vuelta")
        }
    }()
}

@Suite("What a browser brings back, and what it held")
struct CallbackTests {
    @Test("is read only when each parameter stands there once and none contradicts another")
    func reading() throws {
        let issuer = "https://id.example"
        #expect(try Callback(query: "code=a&state=b&otra=c", issuer: issuer) == .code("a", state: "b"))
        #expect(try Callback(query: "error=access_denied&state=b", issuer: issuer) == .failed("access_denied", state: "b"))
        #expect(try Callback(query: "code=a&state=b&iss=https%3A%2F%2Fid.example", issuer: issuer) == .code("a", state: "b"))
        for query in [
            "", "code=a", "state=b", "code=&state=b", "code=a&state=", "code=a&state=b&code=a", "code=a&state=b&%63ode=c",
            "code=a&state=b&x=1&x=1",
            "code=a&error=b&state=c", "code=a&state=b&iss=https://evil.example", "code=%&state=b", "code=a%20b&state=c", "code=a&state=%00",
            "code=\(String(repeating: "a", count: 1025))&state=b",
        ] {
            #expect(throws: SignInFault.forged, "\(query.prefix(60))") { _ = try Callback(query: query, issuer: issuer) }
        }
    }

    @Test("the cookie of another deployment, another slot or another time opens nothing")
    func cookies() throws {
        let (now, back) = (Instant(milliseconds: TestClock.monday), try #require(ReturnPath("/mi")))
        let pending = PendingSignIn(.citizens, provesCode: true, back: back, level: .verified, at: now)
        #expect(pending.state.count >= 30 && pending.nonce != pending.state && pending.challenge?.count == 43)
        let field = try pending.field(keyring: World.keyring, isSecure: true)
        #expect(field.hasPrefix("__Host-ingreso=") && field.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure"))
        let pair = String(field.prefix { $0 != ";" })
        func read(_ cookie: String, _ keyring: Keyring = World.keyring) -> PendingSignIn? {
            PendingSignIn(cookies: cookie, keyring: keyring, isSecure: true)
        }
        #expect(read("other=1; \(pair)")?.state == pending.state)
        #expect(read(pair, Keyring(World.key(2))) == nil)
        #expect(read(pair, Keyring(World.key(2), others: [World.key(1)]))?.state == pending.state)
        for wrong in [pair + "A", "\(pair); \(pair)", String(pair.dropLast(4)), "__Host-ingreso=", "__Host-ingreso=e30", ""] {
            #expect(read(wrong) == nil)
        }
        #expect(!pending.isOver(at: Instant(milliseconds: now.milliseconds + 600_000)))
        #expect(pending.isOver(at: Instant(milliseconds: now.milliseconds + 600_001)))
        #expect(pending.isOver(at: Instant(milliseconds: now.milliseconds - 60_001)))
        #expect(pending.isState(pending.state) && !pending.isState(pending.nonce) && !pending.isState(""))
    }
}

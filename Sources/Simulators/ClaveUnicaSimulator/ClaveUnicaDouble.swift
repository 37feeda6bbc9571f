import Civic
import Crypto
import Foundation
import Markup
import Storage
import Synchronization

/// A strict double of ClaveÚnica in memory: the same questions, the same claims, and a refusal for whatever is not right. It asks nobody for
/// a password.
public final class ClaveUnicaDouble: Sendable {
    private struct Code {
        let authorization: Authorization
        let person: DemoPerson
        let ends: Int64
        var isUsed = false
    }

    private struct State {
        var codes: [String: Code] = [:]
        var tokens: [String: (person: DemoPerson, isStaff: Bool, ends: Int64)] = [:]
        var fault = Fault.none
    }

    public let issuer: String
    public let persons: [DemoPerson]
    public let clients: [DoubleClient]
    private let signature = Signature()
    private let state = Mutex(State())
    private let now: @Sendable () -> Int64

    /// `now` is the time in milliseconds.
    public init(issuer: String, clients: [DoubleClient], persons: [DemoPerson] = DemoPerson.all, now: @escaping @Sendable () -> Int64) {
        self.issuer = issuer
        self.clients = clients
        self.persons = persons
        self.now = now
    }

    public var fault: Fault {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    /// The address that a person who signed in is sent to.
    public func grant(_ authorization: Authorization, to person: DemoPerson) -> String {
        let (code, ends) = (Self.random(), now() + 60_000)
        let isDoubled = state.withLock { state in
            state.codes = state.codes.filter { $0.value.ends > now() }
            state.codes[code] = Code(authorization: authorization, person: person, ends: ends)
            return state.fault == .doubled
        }
        let more = isDoubled ? "&code=\(Self.random())" : ""
        return "\(authorization.client.returnAddress)?code=\(code)\(more)&state=\(Self.escaped(authorization.state))"
    }

    /// The address that a person who said no is sent to.
    public func deny(_ authorization: Authorization) -> String {
        "\(authorization.client.returnAddress)?error=access_denied&state=\(Self.escaped(authorization.state))"
    }

    /// A code for a token, once.
    public func token(_ fields: [(name: String, value: String)]) async throws -> DoubleAnswer {
        if let failing = await failing() { return failing }
        let values = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
        guard values.count == fields.count, values["grant_type"] == "authorization_code" else { return .refused("unsupported_grant_type") }
        guard let client = clients.first(where: { $0.id == values["client_id"] }), values["client_secret"] == client.secret else {
            return .refused("invalid_client", status: 401)
        }
        guard let code = take(values["code"] ?? ""), code.authorization.client == client, code.ends > now(),
            values["redirect_uri"] == client.returnAddress, values["state"] == code.authorization.state
        else { return .refused("invalid_grant") }
        if let challenge = code.authorization.challenge {
            let digest = Data(SHA256.hash(data: Data((values["code_verifier"] ?? "").utf8))).base64URL
            guard digest == challenge else { return .refused("invalid_grant") }
        }
        let (token, ends) = (Self.random(), now() + 3_600_000)
        state.withLock { $0.tokens[token] = (code.person, client.isForStaff, ends) }
        let idToken = try signature.token(claims(of: code), isForeign: fault == .badSignature)
        return DoubleAnswer(
            200, ["access_token": .string(token), "token_type": "bearer", "expires_in": 3600, "id_token": .string(idToken)])
    }

    /// Who the token stands for; by POST alone, as at ClaveÚnica.
    public func userinfo(_ authorization: String?) async -> DoubleAnswer {
        if let failing = await failing() { return failing }
        guard let authorization, authorization.hasPrefix("Bearer "),
            let held = state.withLock({ $0.tokens[String(authorization.dropFirst(7))] }), held.ends > now()
        else { return .refused("invalid_token", status: 401) }
        let person = fault == .wrongSubject ? persons.first { $0 != held.person } ?? held.person : held.person
        let check = fault == .wrongNumber ? (person.run.check == "1" ? "2" : "1") : String(person.run.check)
        guard !held.isStaff else {
            return DoubleAnswer(
                200, ["sub": .string(Self.subject(person)), "email": .string(Self.mail(person)), "email_verified": .bool(true)])
        }
        return DoubleAnswer(
            200,
            [
                "sub": .string(Self.subject(person)),
                "RolUnico": ["numero": .integer(person.run.number), "DV": .string(check), "tipo": "RUN"],
                "name": ["nombres": .array(person.given.map(JSON.string)), "apellidos": .array(person.surnames.map(JSON.string))],
            ])
    }

    public func keys() async -> DoubleAnswer {
        await failing() ?? DoubleAnswer(200, signature.keys)
    }

    private func take(_ text: String) -> Code? {
        state.withLock { state in
            guard let code = state.codes[text], !code.isUsed else { return nil }
            state.codes[text]?.isUsed = true
            return code
        }
    }

    private func failing() async -> DoubleAnswer? {
        switch fault {
        case .slow:
            try? await Task.sleep(for: .seconds(20))
            return nil
        case .down: return .refused("temporarily_unavailable", status: 503)
        case .page: return DoubleAnswer(200, page: "<!doctype html><title>Mantención</title><h1>Volvemos pronto</h1>")
        default: return nil
        }
    }

    private func claims(of code: Code) -> JSON {
        let fault = fault
        let drift = fault == .clockAhead ? 115 : fault == .clockBehind ? -115 : 0
        let made = Int(now() / 1000) + drift
        // A token of one minute, so that a clock that is two minutes late gives one that is past already.
        let lasts = fault == .expiredToken ? -130 : 60
        let claims: JSON = [
            "iss": .string(fault == .wrongIssuer ? "https://otro.example" : issuer), "sub": .string(Self.subject(code.person)),
            "aud": .string(fault == .wrongAudience ? "otro-cliente" : code.authorization.client.id), "iat": .integer(made),
            "exp": .integer(made + lasts), "nbf": .integer(fault == .notYet ? made + 300 : made),
            "nonce": .string(fault == .wrongNonce ? Self.random() : code.authorization.nonce ?? ""),
        ]
        guard code.authorization.client.isForStaff, case .object(let members) = claims else { return claims }
        let methods: [JSON] = fault == .oneFactor ? ["pwd"] : ["pwd", "otp", "mfa"]
        return .object(
            members + [
                JSON.Member("amr", .array(methods)), JSON.Member("auth_time", .integer(fault == .longAgo ? made - 86_400 : made)),
            ])
    }

    /// The mail of a person at the institution that they work for.
    public static func mail(_ person: DemoPerson) -> String { "\(person.run.number)@institucion.example" }

    /// What the provider calls a person in its own books: nothing to find anybody by.
    private static func subject(_ person: DemoPerson) -> String {
        Data(SHA256.hash(data: Data("subject \(person.run.plain)".utf8)).prefix(9)).base64URL
    }

    private static func random() -> String {
        Data((0..<24).map { _ in UInt8.random(in: 0...255) }).base64URL
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

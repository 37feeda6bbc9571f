import Foundation

/// A provider of identity (OpenID Connect), as an installation chose it. It never prints its secret.
public struct ProviderSettings: Sendable {
    public let title: String
    public let clientID: String
    public let clientSecret: String
    public let issuer: String
    public let authorize: String
    public let token: String
    public let userinfo: String
    public let asksByPost: Bool
    public let keys: String?
    public let logout: String?
    public let logoutParameter: String
    public let scope: String
    public let provesCode: Bool
    /// Values of `acr` or `amr`, one of which a token must have; empty when the provider says nothing of how it knew somebody.
    public let proof: [String]
    /// In seconds: how long ago the provider may have seen the person itself; nil for however long.
    public let maxAge: Int?
    /// Names of claims, from the outside in. For the staff, `number` is the claim of the account and the other two are empty.
    public let number: [String]
    public let given: [String]
    public let family: [String]
    public let country: Country

    /// nil when no client was named. Throws the first value that can't be used.
    static func read(_ environment: Environment, _ prefix: String, isForStaff: Bool) throws(SettingsFault) -> ProviderSettings? {
        let client = environment.text(prefix + "CLIENT_ID")
        return client.isEmpty ? nil : try ProviderSettings(environment, prefix, client, isForStaff: isForStaff)
    }

    private init(_ environment: Environment, _ prefix: String, _ client: String, isForStaff: Bool) throws(SettingsFault) {
        func optional(_ key: String) throws(SettingsFault) -> String? {
            let text = environment.text(prefix + key)
            if text.isEmpty || text == "none" { return nil }
            let isLocal = ["localhost", "127.0.0.1"].contains(URL(string: text)?.host ?? "")
            guard let url = URL(string: text), url.host?.isEmpty == false, url.fragment == nil, url.user == nil,
                url.scheme == "https" || url.scheme == "http" && isLocal
            else { throw environment.fault(prefix + key, "\"\(text)\" is no safe address") }
            return text
        }
        func address(_ key: String) throws(SettingsFault) -> String {
            guard let text = try optional(key) else { throw environment.fault(prefix + key, "it is missing") }
            return text
        }
        func one<Value>(_ key: String, of values: [String: Value]) throws(SettingsFault) -> Value {
            guard let value = values[environment.text(prefix + key)] else { throw environment.fault(prefix + key, "it is none of these") }
            return value
        }
        func names(_ key: String) -> [String] { environment.text(prefix + key).split(separator: ".").map(String.init) }

        clientID = client
        clientSecret = try Self.secret(environment, prefix)
        let name = environment.text(prefix + "TITLE")
        guard !name.isEmpty, name.count <= 60, !name.hasHiddenCharacters else {
            throw environment.fault(prefix + "TITLE", "it is no short name")
        }
        title = name
        issuer = try address("ISSUER")
        authorize = try address("AUTHORIZE_URL")
        token = try address("TOKEN_URL")
        userinfo = try address("USERINFO_URL")
        asksByPost = try one("USERINFO_METHOD", of: ["POST": true, "GET": false])
        if environment.text(prefix + "JWKS_URL").isEmpty {
            throw environment.fault(prefix + "JWKS_URL", "it is missing; write none for a provider that publishes no keys")
        }
        keys = try optional("JWKS_URL")
        logout = isForStaff ? nil : try optional("LOGOUT_URL")
        logoutParameter = isForStaff ? "" : environment.text(prefix + "LOGOUT_PARAMETER")
        scope = environment.text(prefix + "SCOPE")
        provesCode = try one("PKCE", of: ["on": true, "off": false])
        let proofs = environment.text(prefix + "PROOF").split(separator: " ").map(String.init)
        guard !proofs.isEmpty else {
            throw environment.fault(prefix + "PROOF", "it is missing; write none where the provider says nothing of it")
        }
        proof = proofs == ["none"] ? [] : proofs
        let age = environment.text(prefix + "MAX_AGE")
        guard age == "none" || Int(age).map({ (60...2_592_000).contains($0) }) == true else {
            throw environment.fault(prefix + "MAX_AGE", "it is neither none nor 60 to 2592000 seconds")
        }
        maxAge = Int(age)
        number = names(isForStaff ? "ACCOUNT_CLAIM" : "NUMBER_CLAIM")
        given = isForStaff ? [] : names("GIVEN_CLAIM")
        family = isForStaff ? [] : names("FAMILY_CLAIM")
        guard let country = Country(isForStaff ? "CL" : environment.text(prefix + "NUMBER_COUNTRY")) else {
            throw environment.fault(prefix + "NUMBER_COUNTRY", "it is no country")
        }
        self.country = country
    }

    private static func secret(_ environment: Environment, _ prefix: String) throws(SettingsFault) -> String {
        let (given, file) = (environment.text(prefix + "CLIENT_SECRET"), environment.text(prefix + "CLIENT_SECRET_FILE"))
        guard given.isEmpty || file.isEmpty else {
            throw environment.fault(prefix + "CLIENT_SECRET_FILE", "\(prefix)CLIENT_SECRET is there too, and only one can hold")
        }
        guard let text = file.isEmpty ? given : try? String(contentsOfFile: file, encoding: .utf8) else {
            throw environment.fault(prefix + "CLIENT_SECRET_FILE", "\(file) can't be read")
        }
        let secret = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard !secret.isEmpty else { throw environment.fault(prefix + "CLIENT_SECRET", "it is missing") }
        return secret
    }
}

extension ProviderSettings: CustomStringConvertible, CustomReflectable {
    public var description: String { "(provider of identity)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

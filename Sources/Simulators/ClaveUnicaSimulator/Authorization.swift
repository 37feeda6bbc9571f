/// A request for somebody's identity that the double accepts. It refuses what ClaveÚnica refuses.
public struct Authorization: Sendable, Hashable {
    let client: DoubleClient
    let state: String
    let nonce: String?
    /// The digest of what must come with the code; nil where the client proves nothing.
    let challenge: String?

    /// Why there is no page to sign in at. The words are for whoever builds on it.
    enum Refusal: String, Error {
        case doubled = "Un parámetro viene repetido."
        case client = "El client_id no está registrado."
        case returnAddress = "La redirect_uri no es la registrada."
        case kind = "response_type debe ser code."
        case scope = "El scope debe traer openid, run y name."
        case state = "El state falta o tiene menos de 30 caracteres."
        case challenge = "Falta un code_challenge S256."
    }

    init(_ fields: [(name: String, value: String)], clients: [DoubleClient]) throws(Refusal) {
        var values: [String: String] = [:]
        for (name, value) in fields {
            guard values[name] == nil else { throw .doubled }
            values[name] = value
        }
        guard let client = clients.first(where: { $0.id == values["client_id"] }) else { throw .client }
        guard values["redirect_uri"] == client.returnAddress else { throw .returnAddress }
        guard values["response_type"] == "code" else { throw .kind }
        guard Set((values["scope"] ?? "").split(separator: " ").map(String.init)).isSuperset(of: ["openid", "run", "name"]) else {
            throw .scope
        }
        guard let state = values["state"], state.count >= 30 else { throw .state }
        let challenge = values["code_challenge"]
        if client.provesCode {
            guard challenge?.utf8.count == 43, values["code_challenge_method"] == "S256" else { throw .challenge }
        }
        self.client = client
        self.state = state
        nonce = values["nonce"]
        self.challenge = client.provesCode ? challenge : nil
    }
}

/// The rows of the providers of identity. Those of citizens are ClaveUnica's unless something else is written, so that a client and its
/// secret are all that it takes.
extension Setting {
    static let citizenProvider: [Setting] = [
        Setting("OIDC_CLIENT_ID", "text", "", "Our name at the citizens' provider of identity; without it there is none"),
        Setting("OIDC_CLIENT_SECRET", "text", "", "Our secret there; it is never shown"),
        Setting("OIDC_CLIENT_SECRET_FILE", "path", "", "A file with the same, instead of OIDC_CLIENT_SECRET"),
        Setting("OIDC_TITLE", "a name, at most 60 characters", "Clave\u{DA}nica", "What the button of the sign-in calls it"),
        Setting("OIDC_ISSUER", "https://\u{2026}", "\(clave)/openid", "Who signs, as its tokens say it (the claim `iss`)"),
        Setting("OIDC_AUTHORIZE_URL", "https://\u{2026}", "\(clave)/openid/authorize/", "Where a person is sent to sign in"),
        Setting("OIDC_TOKEN_URL", "https://\u{2026}", "\(clave)/openid/token/", "Where a code becomes a token"),
        Setting("OIDC_USERINFO_URL", "https://\u{2026}", "\(clave)/openid/userinfo/", "Where it says who the person is"),
        Setting("OIDC_USERINFO_METHOD", "GET or POST", "POST", "How it is asked there"),
        Setting(
            "OIDC_JWKS_URL", "https://\u{2026} or none", "none",
            "Its public keys; with none an id token is believed because of the connection that it came by (OpenID Connect Core 3.1.3.7)"),
        Setting(
            "OIDC_PROOF", "words or none", "none",
            "Values of `acr` or `amr`, one of which its id token must have; none when it does not say how it knew somebody"),
        Setting(
            "OIDC_MAX_AGE", "60 to 2592000 seconds, or none", "none",
            "How long ago it may have seen the person itself (`max_age`, `auth_time`); older, it is asked to see them again"),
        Setting(
            "OIDC_LOGOUT_URL", "https://\u{2026} or none", "\(clave)/api/v1/accounts/app/logout",
            "Where a person's session there ends; none for nowhere"),
        Setting("OIDC_LOGOUT_PARAMETER", "text", "redirect", "The parameter there that names the way back"),
        Setting("OIDC_SCOPE", "words", "openid run name", "What is asked for"),
        Setting("OIDC_PKCE", "on or off", "off", "Whether it takes proof that the code is ours (RFC 7636, S256)"),
        Setting(
            "OIDC_NUMBER_CLAIM", "names, by dots", "RolUnico",
            "The claim with the national number: a text, or an object with `numero`, `DV` and `tipo`"),
        Setting(
            "OIDC_NUMBER_COUNTRY", "two letters", "CL",
            "Whose number that is (ISO 3166-1); CL is the RUN, any other a foreign document"),
        Setting("OIDC_GIVEN_CLAIM", "names, by dots", "name.nombres", "The claim with the given names"),
        Setting("OIDC_FAMILY_CLAIM", "names, by dots", "name.apellidos", "The claim with the surnames"),
    ]

    static let staffProvider: [Setting] = [
        Setting("STAFF_OIDC_CLIENT_ID", "text", "", "Our name at the provider of the staff's own institution; without it there is none"),
        Setting("STAFF_OIDC_CLIENT_SECRET", "text", "", "Our secret there; it is never shown"),
        Setting("STAFF_OIDC_CLIENT_SECRET_FILE", "path", "", "A file with the same, instead of STAFF_OIDC_CLIENT_SECRET"),
        Setting("STAFF_OIDC_TITLE", "a name, at most 60 characters", "", "What the button of the staff's sign-in calls it"),
        Setting("STAFF_OIDC_ISSUER", "https://\u{2026}", "", "As OIDC_ISSUER"),
        Setting("STAFF_OIDC_AUTHORIZE_URL", "https://\u{2026}", "", "As OIDC_AUTHORIZE_URL"),
        Setting("STAFF_OIDC_TOKEN_URL", "https://\u{2026}", "", "As OIDC_TOKEN_URL"),
        Setting("STAFF_OIDC_USERINFO_URL", "https://\u{2026}", "", "As OIDC_USERINFO_URL"),
        Setting("STAFF_OIDC_USERINFO_METHOD", "GET or POST", "GET", "As OIDC_USERINFO_METHOD"),
        Setting("STAFF_OIDC_JWKS_URL", "https://\u{2026} or none", "", "As OIDC_JWKS_URL; it has to be said"),
        Setting(
            "STAFF_OIDC_PROOF", "words or none", "mfa",
            "As OIDC_PROOF: what says that two factors were asked for (RFC 8176); none for an institution that always asks for two"),
        Setting("STAFF_OIDC_MAX_AGE", "60 to 2592000 seconds, or none", "28800", "As OIDC_MAX_AGE"),
        Setting("STAFF_OIDC_SCOPE", "words", "openid email", "What is asked for"),
        Setting("STAFF_OIDC_PKCE", "on or off", "on", "As OIDC_PKCE"),
        Setting(
            "STAFF_OIDC_ACCOUNT_CLAIM", "names, by dots", "email",
            "The claim by which an account of the staff is found; an e-mail that is said not to be verified finds nobody"),
    ]

    private static let clave = "https://accounts.claveunica.gob.cl"
}

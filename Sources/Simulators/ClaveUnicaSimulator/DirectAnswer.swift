extension ClaveUnicaDouble {
    /// What the routes for programs answer, without a network between; nil for a path that is none of theirs. The double's own pages and
    /// this give the same answers.
    public func answer(to path: String, _ authorization: String?, _ body: [UInt8]) async -> DoubleAnswer? {
        switch path.split(separator: "/").last {
        case "token": try? await token(FormFields.read(String(decoding: body, as: UTF8.self)))
        case "userinfo": await userinfo(authorization)
        case "jwks": await keys()
        default: nil
        }
    }
}

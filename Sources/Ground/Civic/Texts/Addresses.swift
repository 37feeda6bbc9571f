extension Texts {
    /// The beginning of the addresses in this language: nothing for the source, `/en` for English.
    public var prefix: String { language == Languages.source ? "" : "/" + language }

    /// Where a page of the site is found in this language: `/temas` is `/en/temas` in English. Addresses with a scheme stay as they are.
    public func address(_ path: String) -> String {
        guard path.hasPrefix("/"), !prefix.isEmpty else { return path }
        return path == "/" ? prefix : prefix + path
    }

    /// The same path without a language: what `address` makes of it is the path that is given.
    public func sourcePath(of path: String) -> String {
        guard !prefix.isEmpty, path == prefix || path.hasPrefix(prefix + "/") else { return path }
        return path == prefix ? "/" : String(path.dropFirst(prefix.count))
    }

    /// How the language calls itself.
    public var languageName: String { self["language.name"] }
}

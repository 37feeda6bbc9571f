extension Person {
    /// All that was registered, opened, so that one part of it can be changed and the rest stays. The disclosure must cover the name, the
    /// birth and the needs; throws what `Disclosure.open` throws when it does not.
    public func registration(with disclosure: Disclosure) throws -> Registration {
        let name = try name.flatMap { PersonName(opened: try disclosure.open($0)) }
        let birth = try birth.flatMap { Day(iso: try disclosure.open($0)) }
        let needs = try needs.map { try disclosure.open($0).split(separator: " ").compactMap { Need(rawValue: String($0)) } }
        return Registration(
            name: name, birth: birth, needs: Set(needs ?? []), language: language, channel: channel, isProtected: isProtected)
    }
}

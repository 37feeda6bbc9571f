extension Texts {
    /// All items of a list, in order; none when the key is no list.
    public func items(of key: TextKey) -> [String] {
        if case .list(let items) = entries[key.description] { items } else { [] }
    }
}

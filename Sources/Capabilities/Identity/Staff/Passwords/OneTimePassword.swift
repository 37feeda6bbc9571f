/// A password for one use, made by us: five groups of four letters and digits that are not taken for each other, some 99 bits.
enum OneTimePassword {
    static func make() -> String {
        (0..<5).map { _ in String((0..<4).compactMap { _ in signs.randomElement() }) }.joined(separator: "-")
    }

    private static let signs = Array("abcdefghjkmnpqrstuvwxyz23456789")
}

/// What somebody typed, as far as it is looked at.
struct SearchQuery: Sendable, Equatable {
    /// At most 200 characters, without what nobody sees.
    let text: String
    /// Whether a RUN or a telephone seems to stand in it: then there is no text, and nobody keeps what was typed.
    let isPersonal: Bool
    /// Whether it is searched as it was typed, mistakes included.
    let isLiteral: Bool

    init(_ typed: String, isLiteral: Bool = false) {
        // A number that begins within what is read may go on behind it.
        let read = String(typed.unicodeScalars.prefix(4000))
        isPersonal = PersonalNumbers.stand(in: String(read.prefix(1000)))
        let seen = read.prefix(200).unicodeScalars.filter {
            $0.properties.generalCategory != .format && $0.properties.generalCategory != .control
        }
        text = isPersonal ? "" : String(String.UnicodeScalarView(seen))
        self.isLiteral = isLiteral
    }
}

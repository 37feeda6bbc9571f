import Foundation

extension String {
    /// Without capitals and accents: for Spanish alphabetical order, and to compare what people type. `Ñuñoa` is `nunoa`.
    public var folded: String {
        folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    }

    /// The folded words, in order: runs of letters and digits of any script.
    public var foldedWords: [String] {
        folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

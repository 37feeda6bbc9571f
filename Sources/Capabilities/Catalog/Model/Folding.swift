import Foundation

extension String {
    /// For Spanish alphabetical order: without capitals and accents.
    var folded: String {
        folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    }
}

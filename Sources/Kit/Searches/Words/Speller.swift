import Foundation

/// The words that somebody may have meant, and the most likely one for a word that nobody knows.
struct Speller: Sendable {
    private let words: [String]
    private let letters: [[UInt8]]
    private let sounds: [[UInt8]]
    private let signatures: [UInt64]
    private let soundSignatures: [UInt64]
    /// How much more likely a word is because it is used often.
    private let bonuses: [Float]

    /// `words` are folded, each with how often it is used.
    init(_ words: [(word: String, uses: Int)]) {
        self.words = words.map(\.word)
        letters = words.map { Array($0.word.utf8) }
        sounds = letters.map(Sounds.of)
        signatures = letters.map(Edits.signature)
        soundSignatures = sounds.map(Edits.signature)
        bonuses = words.map { 0.1 * log(Float(1 + $0.uses)) }
    }

    struct Guess: Sendable, Equatable {
        let word: String
        let cost: Float
    }

    /// How many mistakes are believed in a word of so many letters.
    static func most(_ letters: Int) -> Int {
        letters < 4 ? 0 : letters < 8 ? 1 : 2
    }

    /// The likeliest first: mistakes of sound cost little, one in the first letter more, and what is used often is meant often.
    func guesses(for word: String, limit: Int, most: Int? = nil) -> [Guess] {
        let typed = Array(word.utf8)
        let most = most ?? Self.most(word.count)
        guard most > 0, typed.count <= 40 else { return [] }
        let sound = Sounds.of(typed)
        let (signature, soundSignature) = (Edits.signature(typed), Edits.signature(sound))
        var found: [Guess] = []
        for at in words.indices {
            let isNear = (signatures[at] ^ signature).nonzeroBitCount <= 2 * most
            guard isNear || (soundSignatures[at] ^ soundSignature).nonzeroBitCount <= 2 * most else { continue }
            guard let cost = cost(typed, sound, at, most) else { continue }
            found.append(Guess(word: words[at], cost: cost - bonuses[at]))
        }
        return Array(found.sorted { ($0.cost, $0.word) < ($1.cost, $1.word) }.prefix(limit))
    }

    private func cost(_ typed: [UInt8], _ sound: [UInt8], _ at: Int, _ most: Int) -> Float? {
        let other = letters[at]
        guard abs(other.count - typed.count) <= most + 2 else { return nil }
        let first: Float = sound.first == sounds[at].first ? 0 : 0.3
        let edits = Edits.between(typed, other, most: most).map { Float($0) }
        let heard = Edits.between(sound, sounds[at], most: most).map { Float($0) + 0.3 }
        guard let least = [edits, heard].compactMap(\.self).min() else { return nil }
        // The same letters in another order: fingers that were too quick.
        let isStirred = typed.count == other.count && signatures[at] == Edits.signature(typed)
        return least + first - (isStirred ? 0.3 : 0)
    }
}

import CStemmer

/// Takes the endings off Spanish words: `pensiones` and `pensión` have one stem. Source: the Spanish algorithm of Snowball, by libstemmer.
/// It serves one thread at a time, so it is made where it is needed and goes with it.
struct Stemmer: ~Copyable {
    private let handle: OpaquePointer?

    /// Without the algorithm every word is its own stem.
    init() { handle = sb_stemmer_new("spanish", "UTF_8") }

    deinit { sb_stemmer_delete(handle) }

    /// The folded stem of a word in small letters. Its accents tell endings apart, so they go last.
    func stem(_ word: String) -> String {
        var word = word
        let stem: String? = word.withUTF8 { bytes in
            guard let handle, let found = sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else { return nil }
            return String(decoding: UnsafeBufferPointer(start: found, count: Int(sb_stemmer_length(handle))), as: UTF8.self)
        }
        return Folding.fold(stem ?? word)
    }
}

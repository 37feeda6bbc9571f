extension Parameter {
    /// What people call it, in the languages in which decisions are read.
    public struct Name: Sendable, Hashable, Codable {
        public let es: String
        /// Nil for one that was stored before names had two languages, until the catalogue is loaded again.
        public let en: String?

        public init(es: String, en: String?) {
            self.es = es
            self.en = en
        }

        /// In that language, or in Spanish where it has no words of its own; then `language` is `es`.
        public func said(in language: String) -> (text: String, language: String) {
            if language == "en", let en { return (en, language) }
            return (es, Languages.source)
        }
    }
}

import Civic
import Markup

/// A message that stands out of the page.
public enum Alert {
    /// `content` are the paragraphs of the message. `isNew` when it answers what the person just did: it is then read out at once, a
    /// failure before anything else (WCAG 4.1.3). `word` says it better than the tone's own.
    public static func box(_ tone: Tone, word: TextKey? = nil, _ content: HTML, texts: Texts, isNew: Bool = false) -> HTML {
        """
        <div class="alert \(tone.name)"\(Attribute("role", isNew ? (tone == .failed ? "alert" : "status") : nil))>
        \(tone.shape)
        <div><strong class="word">\(texts[word ?? tone.word])</strong>
        \(content)</div>
        </div>
        """
    }
}

/// A word or two about the state of something, beside its name.
public enum Tag {
    /// With a tone it has its shape too, or the `sign` in its place; without one it is quiet.
    public static func label(_ words: String, _ tone: Tone? = nil, sign: HTML? = nil) -> HTML {
        let name = tone.map { "tag " + $0.name } ?? "tag"
        return "<span class=\"\(name)\">\(sign ?? tone?.shape)\(words)</span>"
    }
}

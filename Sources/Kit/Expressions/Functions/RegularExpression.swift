import CRe2

/// Regular expressions as RE2 has them (langdef, "Regular Expressions"): their time is linear in the text, whatever the pattern.
public enum RegularExpression {
    /// Whether it is a pattern at all.
    public static func isOne(_ pattern: String) -> Bool { (try? matches("", pattern)) != nil }

    /// Whether a part of the text fits the pattern. Throws `invalid_argument` for what is no pattern.
    static func matches(_ text: String, _ pattern: String) throws(EvaluationError) -> Bool {
        var (text, pattern) = (text, pattern)
        let found = text.withUTF8 { text in
            pattern.withUTF8 { pattern in
                re2_matches(text.baseAddress, text.count, pattern.baseAddress, pattern.count)
            }
        }
        guard found >= 0 else { throw EvaluationError(.invalid, "no regular expression") }
        return found == 1
    }
}

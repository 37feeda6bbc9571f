/// How far two words are apart in typing mistakes.
enum Edits {
    /// The letters that must be put in, left out, changed or exchanged with their neighbour (Damerau-Levenshtein, each stretch touched
    /// once), or nil when there are more than `most`.
    static func between(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int? {
        guard abs(left.count - right.count) <= most else { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var (before, last) = ([Int](repeating: 0, count: right.count + 1), Array(0...right.count))
        var row = before
        for i in 1...left.count {
            row[0] = i
            var least = i
            for j in 1...right.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] { cost = min(cost, before[j - 2] + 1) }
                row[j] = cost
                least = min(least, cost)
            }
            // An exchange reaches over one row, so that one row alone does not decide.
            if least > most, (last.min() ?? 0) > most { return nil }
            swap(&before, &last)
            swap(&last, &row)
        }
        return last[right.count] <= most ? last[right.count] : nil
    }

    /// One bit for each letter of a word: an edit changes two at most.
    static func signature(_ word: [UInt8]) -> UInt64 {
        word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
}

/// What somebody may have meant by a name that is none.
public enum Spelling {
    /// The nearest of those that there are, by letters that are wrong, missing, one too many or in the wrong order, or the only one that begins so; nil
    /// when none is near.
    public static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(plain(name))
        let begun = names.filter { plain($0).starts(with: wanted) }
        if wanted.count > 3, begun.count == 1 { return begun[0] }
        let near = names.compactMap { other in distance(name, other).map { (name: other, distance: $0) } }
        return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    /// The end of a sentence that says so: `; did you mean 'business_days'?`, or nothing.
    public static func advice(for name: String, among names: some Sequence<String>) -> String {
        nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// The same, or else which there are, when they are few enough to be read.
    public static func choices(for name: String, among names: some Collection<String>) -> String {
        if let near = nearest(to: name, among: names) { return "; did you mean '\(near)'?" }
        return names.isEmpty || names.count > 30 ? "" : "; there are: \(names.sorted().joined(separator: ", "))"
    }

    /// nil when they are not near: of a short name one letter may be wrong, of a longer one a third. Of names with dots each part is near.
    private static func distance(_ name: String, _ other: String) -> Int? {
        let (parts, others) = (plain(name).split(separator: "."), plain(other).split(separator: "."))
        guard parts.count > 1, parts.count == others.count else { return part(plain(name), plain(other)) }
        var sum = 0
        for (one, two) in zip(parts, others) {
            guard let found = part(String(one), String(two)) else { return nil }
            sum += found
        }
        return sum
    }

    private static func part(_ wanted: String, _ other: String) -> Int? {
        let found = distance(Array(wanted), Array(other))
        return found <= max(1, wanted.count / 3) ? found : nil
    }

    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != "-" } }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var (before, last) = ([Int](), Array(0...b.count))
        for row in 0..<a.count {
            var line = [row + 1]
            for column in 0..<b.count {
                var least = min(last[column] + (a[row] == b[column] ? 0 : 1), last[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] { least = min(least, before[column - 1] + 1) }
                line.append(least)
            }
            (before, last) = (last, line)
        }
        return last[b.count]
    }
}

/// The small forms of which Chile is fond: `platita`, `viejitos`, `cafecito`.
enum Diminutive {
    /// What a folded word may be in its plain form, the likeliest first; nothing when it is no small form.
    static func plain(_ word: String) -> [String] {
        let isMany = word.hasSuffix("s")
        let single = isMany ? String(word.dropLast()) : word
        for ending in ["cito", "cita", "ito", "ita"] where single.hasSuffix(ending) && single.count >= ending.count + 3 {
            let root = single.dropLast(ending.count)
            let forms = ["\(ending.last == "a" ? "a" : "o")", "e", "a", "o", ""].map { root + $0 }
            // The sounds of `c` and `g` are written otherwise before an `i`.
            let spelt = root.hasSuffix("qu") ? [root.dropLast(2) + "ca", root.dropLast(2) + "co"] : []
            let soft = root.hasSuffix("gu") ? [root.dropLast() + "a", root.dropLast() + "ua"] : []
            return (spelt + soft + forms).map(String.init).flatMap { isMany ? [$0 + "s", $0] : [$0] }
        }
        return []
    }
}

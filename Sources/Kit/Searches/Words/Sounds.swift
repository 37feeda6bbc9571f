/// How a folded Spanish word sounds, as Chileans say it: letters that are written for each other become one. Two words of one sound
/// differ in spelling alone.
enum Sounds {
    static func of(_ word: some Collection<UInt8>) -> [UInt8] {
        let letters = Array(word)
        var sound: [UInt8] = []
        sound.reserveCapacity(letters.count)
        var at = 0
        while at < letters.count {
            let next = at + 1 < letters.count ? letters[at + 1] : 0
            let isSoft = next == e || next == i
            switch letters[at] {
            case v: sound.append(b)
            case z, x: sound.append(s)
            case c where isSoft: sound.append(s)
            case c where next == h:
                sound.append(c)
                at += 1
            case c: sound.append(k)
            case q where next == u:
                sound.append(k)
                at += 1
            case q: sound.append(k)
            case g where isSoft: sound.append(j)
            case h: break
            case l where next == l:
                sound.append(y)
                at += 1
            case r where next == r:
                sound.append(r)
                at += 1
            case w: sound.append(u)
            default: sound.append(letters[at])
            }
            at += 1
        }
        return sound
    }

    private static let (b, c, e, g, h, i, j, k) = letters("bceghijk")
    private static let (l, q, r, s, u, v, w, x) = letters("lqrsuvwx")
    private static let (y, z, _, _, _, _, _, _) = letters("yzzzzzzz")

    private static func letters(_ text: StaticString) -> (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) {
        text.withUTF8Buffer { ($0[0], $0[1], $0[2], $0[3], $0[4], $0[5], $0[6], $0[7]) }
    }
}

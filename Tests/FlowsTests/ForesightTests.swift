import Definitions
import Expressions
import Flows
import Testing

@Suite("What is foreseen of a condition")
struct ForesightTests {
    private static func text(_ when: String) -> String {
        """
        id: azar
        version: 1
        sheet: una-ficha
        institution: IPS
        title: Azar
        lead: Azar.
        media: [page]
        assurance: {begin: declared, facts: verified, submit: verified}
        questions:
          - {id: n, answer: wholeNumber, least: 1, most: 3, text: N}
          - {id: c, answer: choice, text: C, options: [{id: a, text: A}, {id: b, text: B}, {id: d, text: D}]}
          - id: l
            answer: groups
            most: 2
            text: L
            fields:
              - {id: k, answer: wholeNumber, most: 1, text: K}
              - {id: o, answer: choice, text: O, options: [{id: x, text: X}, {id: y, text: Y}]}
          - {id: q, answer: yesNo, always: true, text: Q, when: "\(when)"}
        silence: none
        ending: {immediate: true, granted: Sí., refused: No., next: Nada.}

        """
    }

    /// Every answer that can be given.
    private static let answers: [(n: Value, c: Value, l: Value)] = {
        let groups = [Int64(0), 1].flatMap { k in
            ["x", "y"].map { o in
                var map = ValueMap()
                _ = map.insert(.string("k"), .int(k))
                _ = map.insert(.string("o"), .string(o))
                return Value.map(map)
            }
        }
        let lists = groups.map { [$0] } + groups.flatMap { one in groups.map { [one, $0] } }
        return (1...3).flatMap { n in
            ["a", "b", "d"].flatMap { c in lists.map { (.int(Int64(n)), .string(c), .list($0)) } }
        }
    }()

    /// Conditions made up one out of the other, the same each time.
    private struct Dice {
        var seed: UInt64 = 7

        mutating func roll(_ sides: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(sides))
        }

        mutating func number(_ depth: Int, _ element: Bool = false) -> String {
            switch roll(depth > 0 ? 11 : 3) {
            case 0: return element ? "x.k" : "n"
            case 1: return "\(roll(6) - 1)"
            case 2: return "size(l)"
            case 3: return "size(l.filter(x, \(truth(depth - 1, true))))"
            case 4: return "(\(number(depth - 1, element)) + \(number(depth - 1, element)))"
            case 5: return "(\(number(depth - 1, element)) - \(number(depth - 1, element)))"
            case 6: return "(\(number(depth - 1, element)) * \(number(depth - 1, element)))"
            case 7: return "(\(number(depth - 1, element)) / \(number(depth - 1, element)))"
            case 8: return "menor(\(number(depth - 1, element)), \(number(depth - 1, element)))"
            case 9: return "-mayor(\(number(depth - 1, element)), \(number(depth - 1, element)))"
            default: return "(\(truth(depth - 1, element)) ? \(number(depth - 1, element)) : \(number(depth - 1, element)))"
            }
        }

        mutating func truth(_ depth: Int, _ element: Bool = false) -> String {
            let signs = ["<", "<=", ">", ">=", "==", "!="]
            switch roll(depth > 0 ? 8 : 3) {
            case 0: return "\(number(depth, element)) \(signs[roll(6)]) \(number(depth, element))"
            case 1: return element ? "x.o == 'x'" : "c != '\(["a", "b", "d"][roll(3)])'"
            case 2: return "c in ['\(["a", "b", "d"][roll(3)])', 'b']"
            case 3: return "(\(truth(depth - 1, element)) && \(truth(depth - 1, element)))"
            case 4: return "(\(truth(depth - 1, element)) || \(truth(depth - 1, element)))"
            case 5: return "!(\(truth(depth - 1, element)))"
            case 6: return "l.\(["all", "exists"][roll(2)])(x, \(truth(depth - 1, true)))"
            default: return "\(number(depth, element)) \(signs[roll(6)]) \(number(depth, element))"
            }
        }
    }

    @Test("is never against what an answer can make of it")
    func sound() throws {
        var (dice, told) = (Dice(), [true: 0, false: 0])
        for _ in 0..<400 {
            let condition = dice.truth(3)
            let service = try ServiceReader.service(Self.text(condition), file: "azar.yaml")
            let found = ServiceCheck(service, file: "azar.yaml").defects.map(\.message)
            let always: Bool? =
                found.contains { $0.hasPrefix("always holds") } ? true : found.contains { $0.hasPrefix("never holds") } ? false : nil
            guard let always, let when = service.question("q")?.when else { continue }
            told[always, default: 0] += 1
            for answer in Self.answers {
                var bindings = Bindings(service.environment)
                bindings.set("n", answer.n)
                bindings.set("c", answer.c)
                bindings.set("l", answer.l)
                if case .value(.bool(let holds)) = when.evaluate(bindings) { #expect(holds == always, "\(condition)") }
            }
        }
        #expect(told.values.allSatisfy { $0 > 10 }, "\(told)")
    }
}

import Testing

@testable import Web

@Suite("Labels beside each other")
struct SpreadingTests {
    @Test("stay where they wish to be as long as they don't collide")
    func wishes() {
        #expect(Spreading.places([10, 60, 120], gap: 20, within: 0...200) == [10, 60, 120])
        #expect(Spreading.places([], gap: 20, within: 0...200) == [])
    }

    @Test("share the room around the middle of their wishes when they would")
    func share() {
        #expect(Spreading.places([50, 50], gap: 20, within: 0...200) == [40, 60])
        #expect(Spreading.places([60, 50, 55], gap: 20, within: 0...200) == [75, 35, 55])
        #expect(Spreading.places([0, 0], gap: 20, within: 0...200) == [0, 20])
        #expect(Spreading.places([200, 199], gap: 20, within: 0...200) == [200, 180])
    }

    @Test("never collide, keep their order and stay inside in 20,000 random cases")
    func property() throws {
        for _ in 0..<20_000 {
            let wishes = (0..<Int.random(in: 1...12)).map { _ in Double.random(in: -50...350) }
            let gap = Double.random(in: 1...24)
            let places = Spreading.places(wishes, gap: gap, within: 0...300)
            let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
            for (above, below) in zip(order, order.dropFirst()) {
                try #require(places[below] - places[above] >= gap - 1e-6, "\(wishes) \(gap) \(places)")
            }
            try #require(places.allSatisfy { $0 >= -1e-6 && $0 <= 300 + 1e-6 }, "\(wishes) \(gap) \(places)")
        }
    }
}

@Suite("Words and numbers in a drawing")
struct LetteringTests {
    @Test("are cut only when they don't fit, and then fit")
    func fit() {
        #expect(Lettering.fit("Ñuble", in: 200) == "Ñuble")
        for room in [20.0, 40, 80, 120] {
            for isBold in [true, false] {
                let shown = Lettering.fit("Libertador General Bernardo O'Higgins", in: room, isBold: isBold)
                #expect(shown.hasSuffix("…") && Lettering.width(shown, isBold: isBold) <= room)
                #expect(!shown.hasSuffix(" …"))
            }
        }
    }

    @Test("have tenths at most, and nothing that is no number")
    func coordinates() {
        let texts = [0.0, -0.04, 12, 12.34, -0.56, -3, 1e20, .nan, .infinity].map(Coordinate.text)
        #expect(texts == ["0", "0", "12", "12.3", "-0.6", "-3", "1000000000", "0", "0"])
    }
}

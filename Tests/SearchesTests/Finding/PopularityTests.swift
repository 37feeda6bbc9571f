import Testing

@testable import Searches

@Suite("How much it counts that something is opened often")
struct PopularityTests {
    private func factors(_ opened: [Int]) -> [Float] {
        Shelf.index(opened.map { _ in ("Bono", "x") }, opened: Dictionary(uniqueKeysWithValues: opened.enumerated().map { ($0, $1) }))
            .factors
    }

    @Test("a twentieth at most, for what is opened most")
    func most() {
        #expect(factors([0, 1_000_000]) == [1, 1.05])
        #expect(factors([.max, .min]) == [1.05, 1])
        #expect(factors([0, 0]) == [1, 1] && factors([-1, -1]) == [1, 1])
    }

    @Test("the more the better, and each doubling counts alike")
    func doublings() {
        let factors = factors([0, 1, 2, 4, 8, 1 << 20])
        #expect(zip(factors, factors.dropFirst()).allSatisfy { $0 < $1 })
        #expect(abs((factors[2] - factors[1]) - (factors[4] - factors[3])) < 0.0001)
    }

    @Test("it turns round what is nearly equal, and nothing that answers clearly better")
    func order() {
        let near = [("Bono de invierno", "x"), ("Bono de verano", "x")]
        #expect(Shelf.index(near).find("bono").hits.map(\.document) == [0, 1])
        #expect(Shelf.index(near, opened: [1: 1]).find("bono").hits.map(\.document) == [1, 0])
        let clear = [("Bono", "x"), ("Certificado", "un bono"), ("Bono de invierno para los que viven lejos", "x")]
        for number in [1, 2] {
            #expect(Shelf.index(clear, opened: [number: 1 << 40]).find("bono").hits.first?.document == 0, "\(number)")
        }
    }

    @Test("it adds nothing to what does not answer")
    func nothing() {
        #expect(Shelf.index([("Bono", "x"), ("Licencia", "y")], opened: [1: 1 << 40]).find("bono").hits.map(\.document) == [0])
    }
}

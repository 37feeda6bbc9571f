import Civic
import Foundation

/// Draws one of some things by their weights, in the same time however many there are (the alias method: Walker 1977, Vose 1991).
struct Urn<Item: Sendable>: Sendable {
    private let items: [Item]
    private var limits: [UInt32]
    private var aliases: [Int]

    /// nil when nothing has a weight.
    init?(_ weighed: [(Item, Int)]) {
        let weighed = weighed.filter { $0.1 > 0 }
        guard !weighed.isEmpty else { return nil }
        let count = weighed.count
        let sum = Double(weighed.map(\.1).reduce(0, +))
        items = weighed.map(\.0)
        var scaled = weighed.map { Double($0.1) * Double(count) / sum }
        var shares = Array(repeating: 1.0, count: count)
        var others = Array(0..<count)
        var small = scaled.indices.filter { scaled[$0] < 1 }
        var large = scaled.indices.filter { scaled[$0] >= 1 }
        while let low = small.popLast(), let high = large.popLast() {
            shares[low] = scaled[low]
            others[low] = high
            scaled[high] += scaled[low] - 1
            if scaled[high] < 1 { small.append(high) } else { large.append(high) }
        }
        limits = shares.map { UInt32(min($0, 1) * Double(UInt32.max)) }
        aliases = others
    }

    func draw(_ dice: inout Dice) -> Item {
        let thrown = dice.next()
        let index = Int(((thrown >> 32) * UInt64(items.count)) >> 32)
        return items[UInt32(truncatingIfNeeded: thrown) <= limits[index] ? index : aliases[index]]
    }
}

/// Splits a whole into parts by weights, so that they add up to it exactly: the largest remainders get what is left.
func apportioned(_ whole: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { sum.dividingFullWidth(whole.multipliedFullWidth(by: $0)).quotient }
    let left = whole - parts.reduce(0, +)
    let remainders = weights.indices.sorted { one, other in
        let first = Double(whole) * Double(weights[one]) / Double(sum) - Double(parts[one])
        let second = Double(whole) * Double(weights[other]) / Double(sum) - Double(parts[other])
        return first == second ? one < other : first > second
    }
    for index in remainders.prefix(left) { parts[index] += 1 }
    return parts
}

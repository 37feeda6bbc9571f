/// How long attentions take, drawn and summed from a histogram.
struct Times: Sendable, Hashable {
    private let starts: [Int]
    private let counts: [Int]
    private let all: Int

    /// nil when there are none. What falls in a bin is taken to be spread evenly in it; the last one has no end and counts as it begins.
    init?(starts: [Int], counts: [Int]) {
        let all = counts.reduce(0, +)
        guard all > 0, starts.count == counts.count else { return nil }
        self.starts = starts
        self.counts = counts
        self.all = all
    }

    /// Mean seconds.
    var mean: Double {
        counts.indices.reduce(0.0) { $0 + Double(counts[$1]) * (low($1) + high($1)) / 2 } / Double(all)
    }

    /// One of them by chance, in seconds.
    func draw(using chance: inout some RandomNumberGenerator) -> Double {
        var left = Int.random(in: 0..<all, using: &chance)
        for bin in counts.indices {
            if left < counts[bin] { return low(bin) == high(bin) ? low(bin) : Double.random(in: low(bin)..<high(bin), using: &chance) }
            left -= counts[bin]
        }
        return low(counts.count - 1)
    }

    private func low(_ bin: Int) -> Double { Double(starts[bin]) }
    private func high(_ bin: Int) -> Double { bin + 1 < starts.count ? Double(starts[bin + 1]) : low(bin) }
}

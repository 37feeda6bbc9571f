/// Whether stretches of days and ages cover a parameter's days and ages once each: no gap, no overlap. The days run from the first `from` to
/// the last `to`, or on and on when one stretch is open.
struct Tiling {
    private struct Piece {
        let from: Int
        let to: Int
        let ages: ClosedRange<Int>
        let index: Int
    }

    private let domain: ClosedRange<Int>
    private let hasAges: Bool
    private let pieces: [Piece]
    private let outside: [TilingFault]

    /// Without ages every stretch covers them all.
    init(ages: AgeBand?, _ stretches: [any Stretch]) {
        let whole = 0...AgeBand.oldest
        let domain = ages.map { $0.from...$0.last } ?? whole
        self.domain = domain
        hasAges = ages != nil
        var pieces: [Piece] = []
        var outside: [TilingFault] = []
        for (index, stretch) in stretches.enumerated() {
            let band = stretch.ages.map { $0.from...$0.last } ?? domain
            if stretch.ages != nil, ages == nil || band.clamped(to: domain) != band {
                outside.append(TilingFault(.outside, from: stretch.from, to: stretch.to, ages: stretch.ages, stretches: [index]))
            }
            guard band.overlaps(domain) else { continue }
            pieces.append(
                Piece(from: stretch.from.number, to: stretch.to?.number ?? .max, ages: band.clamped(to: domain), index: index))
        }
        self.pieces = pieces.sorted { ($0.ages.lowerBound, $0.index) < ($1.ages.lowerBound, $1.index) }
        self.outside = stretches.isEmpty ? [TilingFault(.nothing, from: nil, to: nil, ages: nil, stretches: [])] : outside
    }

    /// In the order of their days; empty when everything is covered once.
    var faults: [TilingFault] {
        var found: [TilingFault] = []
        let cuts = Set(pieces.map(\.from) + pieces.compactMap { $0.to == .max ? nil : $0.to + 1 }).sorted()
        let end = pieces.map(\.to).max() ?? .min
        for (index, start) in cuts.enumerated() where start <= end {
            let next = index + 1 < cuts.count ? cuts[index + 1] : nil
            for fault in row(from: start, to: next.map { $0 - 1 }) {
                // The same fault on the days before goes on.
                if let before = found.firstIndex(where: { $0.isSame(as: fault) && $0.to?.number == start - 1 }) {
                    found[before].to = fault.to
                } else {
                    found.append(fault)
                }
            }
        }
        return outside + found
    }

    /// The faults of days on which the same stretches hold: one walk from the youngest age to the oldest.
    private func row(from start: Int, to stop: Int?) -> [TilingFault] {
        var faults: [TilingFault] = []
        func add(_ kind: TilingFault.Kind, _ ages: ClosedRange<Int>, _ stretches: [Int]) {
            let band = hasAges ? AgeBand(from: ages.lowerBound, to: ages.upperBound == AgeBand.oldest ? nil : ages.upperBound) : nil
            faults.append(
                TilingFault(kind, from: Day(number: start), to: stop.map { Day(number: $0) }, ages: band, stretches: stretches.sorted()))
        }
        var (reach, owner) = (domain.lowerBound - 1, 0)
        for piece in pieces where piece.from <= start && start <= piece.to {
            if piece.ages.lowerBound > reach + 1 { add(.gap, reach + 1...piece.ages.lowerBound - 1, []) }
            if piece.ages.lowerBound <= reach {
                add(.overlap, piece.ages.lowerBound...min(reach, piece.ages.upperBound), [owner, piece.index])
            }
            if piece.ages.upperBound > reach { (reach, owner) = (piece.ages.upperBound, piece.index) }
        }
        if reach < domain.upperBound { add(.gap, reach + 1...domain.upperBound, []) }
        return faults
    }
}

/// Five steps of one colour for the values of a map, each with about as many places: by rank, so that one giant does not make all the
/// others pale. Equal values have one shade.
struct Shades: Sendable {
    /// The values of each step that is used, from the least, and the number of its shade, from 0 to 4.
    let steps: [(range: ClosedRange<Double>, shade: Int)]

    init(_ values: [Double]) {
        let sorted = values.sorted()
        var groups: [Int: ClosedRange<Double>] = [:]
        var (before, group) = (Double.nan, 0)
        for (rank, value) in sorted.enumerated() {
            if value != before { (before, group) = (value, rank * 5 / sorted.count) }
            groups[group] = (groups[group]?.lowerBound ?? value)...value
        }
        let used = groups.sorted { $0.key < $1.key }.map(\.value)
        steps = used.enumerated().map { index, range in
            (range, used.count == 1 ? 2 : (index * 4 + (used.count - 1) / 2) / (used.count - 1))
        }
    }

    func shade(_ value: Double) -> Int? { steps.first { $0.range.contains(value) }?.shade }
}

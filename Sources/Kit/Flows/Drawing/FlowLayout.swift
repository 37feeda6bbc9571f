/// The columns of a drawing and what stands in each, from above. A line that goes further than the next column has a lane of its own between
/// the boxes that it passes; lines that come from one box share it.
struct FlowLayout {
    private static let gap = 70
    private static let edge = 8
    private static let between = 16
    private static let laneHeight = 12

    private let columns: [String: Int]
    private let lanes: [String: Int]
    private let hops: [(from: String, to: String)]
    private let heights: [String: Int]
    /// The upper end of what stands in a column.
    private var tops: [String: Int] = [:]
    private var height = 0

    /// `heights` are those of the boxes.
    init(_ drawing: FlowDrawing, heights: [String: Int]) {
        let ids = drawing.boxes.map(\.id)
        let columns = FlowColumns(ids, drawing.arrows.map { ($0.from, $0.to) }).columns
        var (lanes, hops, seen) = ([String: Int](), [(from: String, to: String)](), Set<[String]>())
        for arrow in drawing.arrows {
            let (first, last) = (columns[arrow.from] ?? 0, columns[arrow.to] ?? 0)
            var from = arrow.from
            for column in stride(from: first + 1, to: last, by: 1) {
                let lane = "\(arrow.from) → \(column)"
                lanes[lane] = column
                if seen.insert([from, lane]).inserted { hops.append((from, lane)) }
                from = lane
            }
            if seen.insert([from, arrow.to]).inserted { hops.append((from, arrow.to)) }
        }
        (self.columns, self.lanes, self.hops, self.heights) = (columns, lanes, hops, heights)
        stack(ids)
    }

    /// Near the middle of what it comes from and leads to; where nothing says so, in the order of the file.
    private mutating func stack(_ ids: [String]) {
        var rows: [[String]] = Array(repeating: [], count: count)
        for id in ids { rows[columns[id] ?? 0].append(id) }
        for (lane, column) in lanes.sorted(by: { $0.key < $1.key }) { rows[column].append(lane) }
        height = rows.map { $0.reduce(0) { $0 + room(of: $1) } }.max() ?? 0
        let sources = Dictionary(grouping: hops, by: \.to).mapValues { $0.map(\.from) }
        let targets = Dictionary(grouping: hops, by: \.from).mapValues { $0.map(\.to) }
        for sweep in 0..<6 {
            let isForward = sweep.isMultiple(of: 2)
            for column in isForward ? Array(rows.indices) : rows.indices.reversed() {
                let near = isForward ? sources : targets
                let order = rows[column].enumerated().map { place, id -> (id: String, weight: Int, place: Int) in
                    let middles = (near[id] ?? []).compactMap { tops[$0] == nil ? nil : middle($0) }
                    let own = tops[id] ?? place * 60
                    return (id, middles.isEmpty ? own : middles.reduce(0, +) / middles.count, place)
                }
                rows[column] = order.sorted { ($0.weight, $0.place) < ($1.weight, $1.place) }.map(\.id)
                place(rows[column])
            }
        }
    }

    /// One under the other, around the middle of the picture.
    private mutating func place(_ row: [String]) {
        var top = (height - row.reduce(0) { $0 + room(of: $1) }) / 2
        for id in row {
            tops[id] = top
            top += room(of: id)
        }
    }

    private var count: Int { (columns.values.max() ?? 0) + 1 }

    var size: (width: Int, height: Int) {
        (count * (FlowPicture.width + Self.gap) - Self.gap + 2 * Self.edge, height + 2 * Self.edge)
    }

    func height(of id: String) -> Int { heights[id] ?? Self.laneHeight }

    private func room(of id: String) -> Int { height(of: id) + (lanes[id] == nil ? Self.between : 0) }

    func corner(_ id: String) -> (x: Int, y: Int) {
        ((columns[id] ?? lanes[id] ?? 0) * (FlowPicture.width + Self.gap) + Self.edge, (tops[id] ?? 0) + Self.edge)
    }

    private func middle(_ id: String) -> Int { corner(id).y + height(of: id) / 2 }

    var arrows: [FlowPicture.Arrow] {
        let across = hops.map { hop in
            FlowPicture.Arrow(
                from: (corner(hop.from).x + FlowPicture.width, middle(hop.from)), to: (corner(hop.to).x, middle(hop.to)),
                isLast: lanes[hop.to] == nil)
        }
        let past = lanes.keys.sorted().map { lane in
            FlowPicture.Arrow(
                from: (corner(lane).x, middle(lane)), to: (corner(lane).x + FlowPicture.width, middle(lane)), isLast: false)
        }
        return across + past
    }
}

/// In which column each box stands: after all that it comes from, and right before the first that needs it.
struct FlowColumns {
    let columns: [String: Int]

    init(_ ids: [String], _ arrows: [(from: String, to: String)]) {
        let sources = Dictionary(grouping: arrows, by: \.to).mapValues { $0.map(\.from) }
        let targets = Dictionary(grouping: arrows, by: \.from).mapValues { $0.map(\.to) }
        var columns = Dictionary(ids.map { ($0, 0) }) { first, _ in first }
        // A service in which something depends on itself is never drawn to the end.
        Self.settle(ids) { id in
            let least = (sources[id] ?? []).map { (columns[$0] ?? 0) + 1 }.max() ?? 0
            guard least > columns[id] ?? 0, least <= ids.count else { return false }
            columns[id] = least
            return true
        }
        Self.settle(ids.reversed()) { id in
            guard let last = (targets[id] ?? []).map({ (columns[$0] ?? 0) - 1 }).min(), last > columns[id] ?? 0 else { return false }
            columns[id] = last
            return true
        }
        self.columns = columns
    }

    /// Until nothing moves any more.
    private static func settle(_ ids: [String], _ move: (String) -> Bool) {
        for _ in ids where ids.reduce(false, { move($1) || $0 }) == false { break }
    }
}

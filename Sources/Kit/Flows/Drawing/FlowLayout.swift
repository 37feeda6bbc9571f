/// The columns of a drawing and what stands in each, from above. A line that goes further than the next column has a lane of its own between
/// the boxes that it passes; lines that come from one box share it.
struct FlowLayout {
    private static let gap = 60
    private static let edge = 8
    private static let boxHeight = FlowPicture.height + 16
    private static let laneHeight = 12

    private let columns: [String: Int]
    private let lanes: [String: Int]
    private let hops: [(from: String, to: String)]
    /// The upper end of what stands in a column.
    private var tops: [String: Int] = [:]
    private var height = 0

    init(_ drawing: FlowDrawing) {
        let ids = drawing.boxes.map(\.id)
        let columns = Self.columns(ids, drawing.arrows)
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
        (self.columns, self.lanes, self.hops) = (columns, lanes, hops)
        stack(ids)
    }

    /// Near the middle of what it comes from; what comes from nothing keeps the order of the file.
    private mutating func stack(_ ids: [String]) {
        let sources = Dictionary(grouping: hops, by: \.to).mapValues { $0.map(\.from) }
        var rows: [[String]] = Array(repeating: [], count: count)
        for id in ids { rows[columns[id] ?? 0].append(id) }
        for (lane, column) in lanes.sorted(by: { $0.key < $1.key }) { rows[column].append(lane) }
        for row in rows {
            let order = row.enumerated().map { place, id -> (id: String, weight: Int) in
                let from = (sources[id] ?? []).compactMap { tops[$0] }
                return (id, from.isEmpty ? place * Self.boxHeight : from.reduce(0, +) / from.count)
            }
            var top = 0
            for (id, _) in order.sorted(by: { ($0.weight, $0.id) < ($1.weight, $1.id) }) {
                tops[id] = top
                top += lanes[id] == nil ? Self.boxHeight : Self.laneHeight
            }
            height = max(height, top)
        }
    }

    private var count: Int { (columns.values.max() ?? 0) + 1 }

    var size: (width: Int, height: Int) {
        (count * (FlowPicture.width + Self.gap) - Self.gap + 2 * Self.edge, max(0, height - 16) + 2 * Self.edge)
    }

    func corner(_ id: String) -> (x: Int, y: Int) {
        ((columns[id] ?? lanes[id] ?? 0) * (FlowPicture.width + Self.gap) + Self.edge, (tops[id] ?? 0) + Self.edge)
    }

    private func middle(_ id: String) -> Int { corner(id).y + (lanes[id] == nil ? FlowPicture.height : Self.laneHeight) / 2 }

    var arrows: [FlowPicture.Arrow] {
        let across = hops.map { hop in
            FlowPicture.Arrow(from: (corner(hop.from).x + FlowPicture.width, middle(hop.from)), to: (corner(hop.to).x, middle(hop.to)))
        }
        let past = lanes.keys.sorted().map { lane in
            FlowPicture.Arrow(from: (corner(lane).x, middle(lane)), to: (corner(lane).x + FlowPicture.width, middle(lane)))
        }
        return across + past
    }

    /// One more than the greatest of what it comes from. A service in which something depends on itself is never drawn to the end.
    private static func columns(_ ids: [String], _ arrows: [(from: String, to: String, words: String)]) -> [String: Int] {
        let sources = Dictionary(grouping: arrows, by: \.to).mapValues { $0.map(\.from) }
        var columns = Dictionary(ids.map { ($0, 0) }) { first, _ in first }
        for _ in ids {
            var moved = false
            for id in ids {
                let least = (sources[id] ?? []).map { (columns[$0] ?? 0) + 1 }.max() ?? 0
                if least > columns[id] ?? 0, least <= ids.count {
                    columns[id] = least
                    moved = true
                }
            }
            if !moved { break }
        }
        return columns
    }
}

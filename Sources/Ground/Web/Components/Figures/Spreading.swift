/// Labels in a column that don't collide.
enum Spreading {
    /// Places for labels that would like to stand at these places, at least `gap` apart, in the same order, each as near to its wish as
    /// all together allow (least squares), and between the bounds as long as they leave room; then they go on below.
    static func places(_ wishes: [Double], gap: Double, within bounds: ClosedRange<Double>) -> [Double] {
        let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
        // Labels that touch are a block, which stands where the mean of its members' wishes is.
        var blocks: [(sum: Double, count: Double)] = []
        let last = bounds.upperBound - gap * Double(wishes.count - 1)
        for (rank, index) in order.enumerated() {
            var block = (sum: wishes[index] - gap * Double(rank), count: 1.0)
            while let before = blocks.last, before.sum / before.count >= block.sum / block.count {
                block = (block.sum + before.sum, block.count + before.count)
                blocks.removeLast()
            }
            blocks.append(block)
        }
        var places = wishes
        var rank = 0
        for block in blocks {
            let base = max(bounds.lowerBound, min(block.sum / block.count, last))
            for _ in 0..<Int(block.count) {
                places[order[rank]] = base + gap * Double(rank)
                rank += 1
            }
        }
        return places
    }
}

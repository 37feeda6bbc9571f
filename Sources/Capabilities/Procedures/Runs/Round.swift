/// How far a job came with what waited for it.
public struct Round: Sendable, Equatable {
    public var done = 0
    /// Those that threw, by their number, with what kind of fault: they are tried again another time.
    public var failed: [Int64: String] = [:]

    /// Takes all that waits, page after page, several at a time: most of it is waiting for registers. One turn ends after `most`, so that other
    /// jobs have theirs. `page` gives those that come after one, in an order in which none comes twice.
    static func through<Item: Sendable>(
        by id: @escaping @Sendable (Item) -> Int64, most: Int = 20_000, page: (_ after: Item?, _ limit: Int) async throws -> [Item],
        act: @escaping @Sendable (Item) async throws -> Bool
    ) async throws -> Round {
        let limit = 500
        var (round, last, taken) = (Round(), Item?.none, 0)
        while taken < most, !Task.isCancelled {
            let items = try await page(last, min(limit, most - taken))
            guard !items.isEmpty else { break }
            await round.over(items, by: id, act)
            (last, taken) = (items.last, taken + items.count)
        }
        return round
    }

    private mutating func over<Item: Sendable>(
        _ items: [Item], by id: @escaping @Sendable (Item) -> Int64, _ act: @escaping @Sendable (Item) async throws -> Bool
    ) async {
        await withTaskGroup(of: (id: Int64, isDone: Bool, fault: String?).self) { group in
            var waiting = items.makeIterator()
            func start() {
                guard let item = waiting.next() else { return }
                group.addTask {
                    do {
                        return (id(item), try await act(item), nil)
                    } catch {
                        return (id(item), false, "\(type(of: error))")
                    }
                }
            }
            for _ in 0..<8 { start() }
            for await ended in group {
                if ended.isDone { done += 1 }
                if let fault = ended.fault { failed[ended.id] = fault }
                start()
            }
        }
    }
}

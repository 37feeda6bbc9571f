/// The order of a round: who is visited one after the other, and how many at once.
struct WatchRound {
    /// At most two at once at one site, and eight in all.
    static let perSite = 2
    static let inAll = 8

    /// Lanes: the addresses of a lane are visited one after the other.
    let lanes: [[WebAddress]]

    /// Each site has up to two lanes. Addresses that can't be read are in none.
    init(_ addresses: some Sequence<String>) {
        let sites = Dictionary(grouping: Set(addresses).compactMap(WebAddress.init), by: \.site)
        lanes = sites.sorted { $0.key < $1.key }.flatMap { _, addresses in
            let sorted = addresses.sorted { $0.text < $1.text }
            return (0..<min(Self.perSite, sorted.count)).map { lane in
                stride(from: lane, to: sorted.count, by: Self.perSite).map { sorted[$0] }
            }
        }
    }

    /// Goes through all lanes, eight at once.
    func run(_ visit: @escaping @Sendable (WebAddress) async -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            for (index, lane) in lanes.enumerated() {
                if index >= Self.inAll { await group.next() }
                group.addTask {
                    for address in lane where !Task.isCancelled { await visit(address) }
                }
            }
        }
    }
}

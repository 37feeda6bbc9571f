/// The robots.txt of each site, asked for once in a round.
actor SiteRules {
    private let visitor: SiteVisitor
    private var asked: [String: Task<RobotsFile?, Never>] = [:]

    init(_ visitor: SiteVisitor) {
        self.visitor = visitor
    }

    func of(_ address: WebAddress) async -> RobotsFile? {
        if let task = asked[address.site] { return await task.value }
        let visitor = visitor
        let task = Task { visitor.manners.policy.allows(address) ? await visitor.robots(at: address) : nil }
        asked[address.site] = task
        return await task.value
    }
}

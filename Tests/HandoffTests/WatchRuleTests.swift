import Civic
import Outbound
import TestKit
import Testing

@testable import Handoff

@Suite("What is said of a link")
struct WatchRuleTests {
    static func visit(_ outcome: SiteVisit.Outcome, daysAgo: Int, milliseconds: Int = 200, address: String = "https://ips.gob.cl/")
        -> SiteVisit
    {
        SiteVisit(
            address: address, at: TestClock.monday - Int64(daysAgo) * 86_400_000, outcome: outcome, status: nil,
            milliseconds: milliseconds, finalAddress: outcome == .moved ? "https://nuevo.cl/x" : nil, certificate: nil)
    }

    static let today = Day(of: Instant(milliseconds: TestClock.monday))

    @Test("nothing is said of an address that was not visited lately")
    func unknown() {
        #expect(LinkState([], on: Self.today) == .unknown)
        #expect(LinkState([Self.visit(.answered, daysAgo: 4)], on: Self.today) == .unknown)
        #expect(LinkState([Self.visit(.timeout, daysAgo: 4)], on: Self.today) == .unknown)
    }

    @Test("what was seen last is what is said, and a break since its first day without an answer")
    func last() {
        let answered = Self.visit(.answered, daysAgo: 0)
        #expect(LinkState([Self.visit(.failed, daysAgo: 1), answered], on: Self.today) == .answered(at: answered.instant, movedTo: nil))
        let broken = LinkState(
            [
                Self.visit(.answered, daysAgo: 3), Self.visit(.dns, daysAgo: 2), Self.visit(.timeout, daysAgo: 1),
                Self.visit(.failed, daysAgo: 0),
            ],
            on: Self.today)
        #expect(broken == .broken(since: Self.today.adding(days: -2), kind: .failed))
        let moved = Self.visit(.moved, daysAgo: 1)
        #expect(LinkState([moved], on: Self.today) == .answered(at: moved.instant, movedTo: "nuevo.cl"))
    }
}

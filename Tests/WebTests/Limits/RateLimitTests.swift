import Civic
import Testing

@testable import Web

@Suite("How fast one client may go")
struct RateLimitTests {
    static func at(_ seconds: Int64) -> Instant { Instant(milliseconds: 1_000_000 + seconds * 1000) }

    @Test("is a burst, and then an even pace")
    func pace() throws {
        let limit = RateLimit(perMinute: 6, burst: 3)
        for _ in 0..<3 { try limit.take("1.2.3.4", at: Self.at(0)) }
        let refused = #expect(throws: TooManyAttempts.self) { try limit.take("1.2.3.4", at: Self.at(0)) }
        #expect(refused?.seconds == 10)
        try limit.take("1.2.3.5", at: Self.at(0))
        #expect(throws: TooManyAttempts.self) { try limit.take("1.2.3.4", at: Self.at(9)) }
        try limit.take("1.2.3.4", at: Self.at(10))
        #expect(throws: TooManyAttempts.self) { try limit.take("1.2.3.4", at: Self.at(10)) }
        for _ in 0..<3 { try limit.take("1.2.3.4", at: Self.at(86_400)) }
        #expect(throws: TooManyAttempts.self) { try limit.take("1.2.3.4", at: Self.at(86_400)) }
    }

    @Test("is never more than its burst and its pace together, over a hundred thousand random requests")
    func property() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<100 {
            let (perMinute, burst) = (Int.random(in: 1...120, using: &random), Int.random(in: 1...30, using: &random))
            let limit = RateLimit(perMinute: perMinute, burst: burst)
            var (now, taken) = (Int64(0), 0)
            for _ in 0..<1000 {
                now += Int64.random(in: 0...2000, using: &random)
                if (try? limit.take("a", at: Instant(milliseconds: now))) != nil { taken += 1 }
            }
            #expect(taken <= burst + Int(now) * perMinute / 60_000 + 1)
            #expect(taken >= min(1000, Int(now) * perMinute / 60_000) / 3)
        }
    }

    @Test("counts the network of an IPv6 household as one, and a clock that runs back as standing still")
    func households() throws {
        for (address, household) in [
            ("1.2.3.4", "1.2.3.4"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:db8::1", "2001:db8:0:0"), ("::1", "0:0:0:0"),
            ("2001:db8:1:2::", "2001:db8:1:2"), ("fe80::1:2:3:4", "fe80:0:0:0"),
        ] { #expect(RateLimit.household(address) == household) }
        let limit = RateLimit(perMinute: 60, burst: 1)
        try limit.take("2001:db8:1:2::7", at: Self.at(100))
        #expect(throws: TooManyAttempts.self) { try limit.take("2001:db8:1:2::8", at: Self.at(50)) }
    }

    @Test("holds a bounded number of clients in memory, and those beyond share one bucket")
    func capacity() throws {
        let limit = RateLimit(perMinute: 1, burst: 2, capacity: 50)
        for client in 0..<50 { try limit.take("10.0.0.\(client)", at: Self.at(5)) }
        try limit.take("a", at: Self.at(5))
        try limit.take("b", at: Self.at(5))
        #expect(throws: TooManyAttempts.self) { try limit.take("c", at: Self.at(5)) }
        #expect(limit.count == 51)
        // After a while the old buckets are full again, and make room.
        try limit.take("c", at: Self.at(500))
        #expect(limit.count < 10)
    }
}

import Storage
import StoragePostgres
import TestKit
import Testing

@Suite("PostgreSQL: a connection that is cut", .enabled(if: Engine.hasPostgres))
struct CutTests {
    /// A prepared database seen by way of a proxy, and the same database seen directly.
    private func withProxy(
        sign: String = "COMMIT\0", _ change: (inout PostgresSettings) -> Void = { _ in },
        _ body: (Proxy, PostgresDriver, PostgresDriver) async throws -> Void
    ) async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDriver { direct in
                try await direct.prepare()
                try await Proxy.with(before: place.address, sign: sign) { proxy, address in
                    try await PostgresDriver.with(address, change) { try await body(proxy, $0, direct) }
                }
            }
        }
    }

    /// What counter 1 and the record of acts say.
    private func standing(_ driver: PostgresDriver) async throws -> [Int64] {
        [try await driver.number("SELECT n FROM counter WHERE id = 1"), try await driver.number("SELECT COUNT(*) AS n FROM act")]
    }

    @Test("at COMMIT: the act succeeds once, whatever the server knew of it", arguments: Proxy.Cut.allCases)
    func atCommit(_ cut: Proxy.Cut) async throws {
        try await withProxy { proxy, driver, direct in
            for round in 1...Int64(Extent.of(3, long: 50)) {
                proxy.plan { $0 == 1 ? cut : nil }
                let runs = Tally()
                try await driver.recorded { session in
                    runs.add()
                    try session.increment(1)
                }
                #expect(proxy.cuts == Int(round))
                #expect(try await standing(direct) == [round, round])
                switch cut {
                case .before, .unseen: #expect(runs.value == 2, "what never came to COMMIT is run again")
                case .during: #expect(runs.value <= 2)
                case .after: #expect(runs.value == 1, "what was committed is not run again")
                }
            }
        }
    }

    @Test("several times in a row: the act succeeds once")
    func againAndAgain() async throws {
        try await withProxy { proxy, driver, direct in
            proxy.plan { $0 <= 4 ? (.before) : $0 == 5 ? .after : nil }
            try await driver.recorded { try $0.increment(1) }
            #expect(proxy.cuts == 5)
            #expect(try await standing(direct) == [1, 1])
        }
    }

    @Test("in the middle of an act: it is run again from its beginning", arguments: [Proxy.Cut.before, .unseen, .during, .after])
    func inTheMiddle(_ cut: Proxy.Cut) async throws {
        try await withProxy(sign: "UPDATE counter") { proxy, driver, direct in
            proxy.plan { $0 == 1 ? cut : nil }
            let runs = Tally()
            try await driver.recorded { session in
                runs.add()
                try session.increment(1)
            }
            if cut != .after { #expect(runs.value == 2) }
            #expect(try await standing(direct) == [1, 1])
        }
    }

    @Test("in the middle of a read: it is read again, on one snapshot")
    func inARead() async throws {
        try await withProxy(sign: "SELECT n FROM counter") { proxy, driver, _ in
            proxy.plan { $0 == 1 ? .before : nil }
            let number = try await driver.number("SELECT n FROM counter WHERE id = 1")
            #expect(number == 0)
            #expect(proxy.cuts == 1)
        }
    }

    @Test("when nobody can say what became of COMMIT, the outcome is unknown, and true either way", arguments: Proxy.Cut.allCases)
    func unknown(_ cut: Proxy.Cut) async throws {
        let soon: (inout PostgresSettings) -> Void = {
            $0.outcome = .milliseconds(700)
            $0.wait = .milliseconds(300)
        }
        try await withProxy(soon) { proxy, driver, direct in
            proxy.plan { _ in
                proxy.refuse()
                return cut
            }
            let act = Int64.random(in: 1...Int64.max)
            let end = await fault {
                _ = try await driver.write(ActID(act), alone: false) { session in
                    try session.increment(1)
                    _ = try session.execute("INSERT INTO act (id, at) VALUES (\(act), 0)")
                    return Committed(answer: true, topics: [:])
                }
            }
            #expect(end == .outcomeUnknown)
            let isThere = try await eventually(within: .seconds(1)) {
                try await direct.number("SELECT COUNT(*) AS n FROM act WHERE id = \(act)") == 1
            }
            #expect(try await standing(direct) == (isThere ? [1, 1] : [0, 0]))
            switch cut {
            case .before, .unseen: #expect(!isThere)
            case .after: #expect(isThere)
            case .during: break
            }
            proxy.plan { _ in nil }
            proxy.refuse(false)
            try await driver.recorded { try $0.increment(2) }
            #expect(try await direct.number("SELECT n FROM counter WHERE id = 2") == 1)
        }
    }
}

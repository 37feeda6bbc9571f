import StoragePostgres
import TestKit
import Testing

@testable import Storage

@Suite("PostgreSQL: connections that are cut under load", .enabled(if: Engine.hasPostgres))
struct CutUnderLoadTests {
    @Test("every act that was acknowledged is there once, every other is not there or was said to be unknown")
    func nothingLostNothingTwice() async throws {
        try await Engine.postgres.withPlace { place in
            try await place.withDatabase([Sample.schema]) { direct in
                try await Proxy.with(before: place.address) { proxy, address in
                    let database = Database(try PostgresDriver(url: address), keyring: World.keyring)
                    try await database.join()
                    let cuts: [Proxy.Cut] = [.before, .after, .during, .unseen]
                    proxy.plan { $0.isMultiple(of: 7) ? cuts[$0 / 7 % 4] : nil }
                    let count = Int64(Extent.of(160, long: 5_000))
                    let ends = await withTaskGroup(of: [Int64: StorageFault.Kind?].self) { group in
                        for worker in 1...6 as ClosedRange<Int64> {
                            group.addTask {
                                var ends: [Int64: StorageFault.Kind?] = [:]
                                for id in stride(from: worker, through: count, by: 6) {
                                    ends[id] = .some(await fault { try await database.write { try Sample.openAccount(id, $0) } })
                                }
                                return ends
                            }
                        }
                        return await group.reduce(into: [:]) { $0.merge($1) { $1 } }
                    }
                    await database.close()
                    #expect(proxy.cuts > 10)
                    let there = Set(try await Sample.ids("account", in: direct))
                    #expect(ends.count == Int(count))
                    for (id, kind) in ends {
                        switch kind {
                        case nil: #expect(there.contains(id), "\(id) was acknowledged and is lost")
                        case .outcomeUnknown?: break
                        case let kind?: #expect(!there.contains(id), "\(id) was refused as \(kind) and is there")
                        }
                    }
                    let failed = ends.values.compactMap { $0 }
                    #expect(failed.count <= ends.count / 10, "\(failed)")
                }
            }
        }
    }
}

import Civic
import Storage
import Synchronization
import TestKit
import Testing

@testable import Catalog

@Suite("The desk that finds")
struct SearchDeskTests {
    private func desk(
        _ database: Database, opened: @escaping @Sendable () async throws -> [Int: Int] = { [:] }
    ) throws -> SearchDesk {
        SearchDesk(database, territory: try Reference.territory(), words: try Books.words(), popularity: opened)
    }

    private func titles(_ text: String, _ desk: SearchDesk) async throws -> [String] {
        let results = try await desk.book().find(SearchQuery(text))
        return results.shown.map { results.entry($0).title }
    }

    @Test("a load shows once it is told, and not before", arguments: Engine.available)
    func renewal(_ engine: Engine) async throws {
        var second = try SampleFiles.catalogue()
        let first = second
        second.sheets[0].title = "Zanahoria"
        let next = second
        try await engine.withDatabase(SheetDeskTests.schemas) { database in
            let desk = try desk(database)
            try await SheetDesk(database).load(first)
            #expect(try await titles("subsidio", desk).first == "Subsidio Familiar (SUF)")
            try await SheetDesk(database).load(next)
            #expect(try await titles("zanahoria", desk).isEmpty)
            await desk.renew()
            #expect(try await titles("zanahoria", desk) == ["Zanahoria"])
        }
    }

    @Test("while the new is made, the old answers")
    func swap() async throws {
        let first = try SampleFiles.catalogue()
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let times = Mutex(0)
        try await Engine.sqlite.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(first)
            let desk = try desk(database) {
                let time = times.withLock { times in
                    times += 1
                    return times
                }
                if time == 2 { for await _ in gate { break } }
                return [:]
            }
            #expect(try await titles("subsidio", desk).count == 1)
            let renewal = Task { await desk.renew() }
            while times.withLock({ $0 }) < 2 { await Task.yield() }
            #expect(try await titles("subsidio", desk).count == 1, "it is answered, although nobody opened the gate")
            open.finish()
            await renewal.value
            #expect(times.withLock { $0 } == 2)
        }
    }

    @Test("counts that can't be read leave an order without them, and a catalogue that can't be read leaves the old")
    func failures() async throws {
        let first = try SampleFiles.catalogue()
        try await Engine.sqlite.withDatabase(SheetDeskTests.schemas) { database in
            try await SheetDesk(database).load(first)
            let desk = try desk(database) { throw CancellationError() }
            #expect(try await titles("subsidio", desk).count == 1)
            await database.close()
            await desk.renew()
            #expect(try await titles("subsidio", desk).count == 1)
            await #expect(throws: (any Error).self) { try await self.desk(database).book() }
        }
    }
}

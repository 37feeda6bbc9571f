import TestKit
import Testing

@testable import Storage
@testable import StorageProbe

@Suite("A process that is killed while it works", .serialized)
struct KillTests {
    @Test("loses nothing that it acknowledged, does nothing twice, and the next one goes on at once", arguments: Engine.available)
    func killed(_ engine: Engine) async throws {
        try await engine.withPlace { place in
            var (began, acknowledged, first) = (Set<Int>(), Set<Int>(), Duration.zero)
            for life in 0..<Extent.of(5, long: 200) {
                // Killed at another moment each time: while the first groups are made, and while later ones are.
                let (said, back) = try await Probe.kill(
                    ["write", place.address, "1000000", "--from", "\(life * 1_000_000)"], after: 1 + life * 37 % 150, "ack ")
                #expect(said.filter { $0.hasPrefix("fault ") } == [])
                began.formUnion(said.numbers(after: "began "))
                acknowledged.formUnion(said.numbers(after: "ack "))
                first = max(first, back ?? .zero)
            }
            try await place.withDatabase([ProbeSchema.marks]) { database async throws in
                let stored = try await database.read { try $0.all("SELECT word FROM mark ORDER BY id") { try $0.at(0) as String } }
                let words = Set(stored)
                #expect(words.count == stored.count)
                #expect(acknowledged.filter { !words.contains(ProbeSchema.word($0)) } == [])
                #expect(words.subtracting(began.map(ProbeSchema.word)) == [])
                #expect(try await database.damages() == [])
            }
            print("\(engine): \(acknowledged.count) acts acknowledged, back with the first of them after \(first) at most")
        }
    }
}

extension [String] {
    /// The numbers of the lines that begin so.
    fileprivate func numbers(after beginning: String) -> [Int] {
        filter { $0.hasPrefix(beginning) }.compactMap { Int($0.dropFirst(beginning.count)) }
    }
}

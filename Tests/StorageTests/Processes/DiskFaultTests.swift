import StorageSQLite
import TestKit
import Testing

@testable import Storage
@testable import StorageProbe

@Suite("SQLite: the disk fails again and again", .enabled(if: Probe.strace != nil))
struct DiskFaultTests {
    @Test(
        "what was acknowledged is there, what was refused is not, and nothing is damaged",
        arguments: [
            ("fdatasync:error=EIO:when=12+5", [StorageFault.Kind.inputOutput]), ("pwrite64:error=EIO:when=90+37", [.inputOutput]),
            ("pwrite64:error=ENOSPC:when=90+41", [.full]), ("pwrite64:error=ENOSPC:when=90..130", [.full]),
        ])
    func failing(_ injection: String, _ kinds: [StorageFault.Kind]) async throws {
        try await Engine.sqlite.withPlace { place in
            let count = Extent.of(120, long: 2_000)
            let said = try await Probe.run(["write", place.address, "\(count)"], failing: injection)
            let words = said.map { $0.split(separator: " ") }
            let acknowledged = Set(words.filter { $0[0] == "ack" }.compactMap { Int($0[1]) })
            let refused = words.filter { $0[0] == "fault" }
            #expect(acknowledged.count + refused.count == count)
            #expect(Set(refused.compactMap { StorageFault.Kind(rawValue: String($0[2])) }).isSubset(of: kinds))
            // On a busy machine acts come in large groups, and the first fault may be told among the last: then nothing came after it.
            if let first = words.firstIndex(where: { $0[0] == "fault" }), words.count - first > 10 {
                #expect(words[first...].contains { $0[0] == "ack" }, "it goes on without a restart")
            }
            try await place.withDatabase([ProbeSchema.marks]) { database in
                let stored = try await database.read { try $0.all("SELECT word FROM mark") { try $0.at(0) as String } }
                #expect(Set(stored) == Set(acknowledged.map(ProbeSchema.word)))
                #expect(stored.count == acknowledged.count)
                #expect(try await Sample.count("act", in: database) >= stored.count)
                #expect(try await database.damages() == [])
            }
        }
    }
}

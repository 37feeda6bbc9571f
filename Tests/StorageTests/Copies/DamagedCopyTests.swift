import Foundation
import Storage
import TestKit
import Testing

@Suite("A copy that is not as it was made")
struct DamagedCopyTests {
    /// Restores each spoilt copy over a place with one account, and sees that the place is as it was.
    private func expectRefused(
        _ kind: StorageFault.Kind = .corrupt, on engine: Engine, keyring: Keyring = World.keyring, schemas: [Schema] = Copies.schemas,
        _ spoil: ([UInt8]) -> [[UInt8]]
    ) async throws {
        try await Copies.withFolder { folder in
            let whole = Array(try Data(contentsOf: try await Copies.make(on: engine, in: folder)))
            try await engine.withPlace { place in
                try await place.withDatabase(Copies.schemas) { try await $0.write { try Sample.openAccount(99, $0) } }
                for (number, bytes) in spoil(whole).enumerated() {
                    let spoilt = folder.appendingPathComponent("spoilt")
                    try Data(bytes).write(to: spoilt)
                    #expect(await fault { try await place.restore(spoilt, schemas, keyring: keyring) } == kind, "copy \(number)")
                }
                #expect(try await place.holdsRemains() == false)
                try await place.withDatabase(Copies.schemas) { database async throws in
                    #expect(try await Sample.ids("account", in: database) == [99])
                }
            }
        }
    }

    @Test("cut short anywhere is refused, and the place is untouched", arguments: Engine.available)
    func cut(_ engine: Engine) async throws {
        try await expectRefused(on: engine) { whole in
            [0, 1, 17, 18, 20, whole.count / 3, whole.count / 2, whole.count - 33, whole.count - 1].map { Array(whole.prefix($0)) }
        }
    }

    @Test("with a changed byte is refused, wherever it stands", arguments: Engine.available)
    func changed(_ engine: Engine) async throws {
        try await expectRefused(on: engine) { whole in
            let step = max(1, whole.count / Extent.of(60, long: 2_000))
            return stride(from: 0, to: whole.count, by: step).map { position in
                var bytes = whole
                bytes[position] ^= 1 << UInt8(position % 8)
                return bytes
            }
        }
    }

    @Test("with something after its end is refused", arguments: Engine.available)
    func longer(_ engine: Engine) async throws {
        try await expectRefused(on: engine) { [$0 + [0], $0 + $0] }
    }

    @Test("made under other keys is refused", arguments: Engine.available)
    func foreign(_ engine: Engine) async throws {
        try await expectRefused(on: engine, keyring: Keyring(World.key(9))) { [$0] }
    }

    @Test("of a newer program is refused", arguments: Engine.available)
    func newer(_ engine: Engine) async throws {
        try await expectRefused(.schema, on: engine, schemas: [Sample.schema]) { [$0] }
    }
}

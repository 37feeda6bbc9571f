import TestKit
import Testing

@testable import Storage

@Suite("Tokens of forms")
struct FormTokenTests {
    private let keyring = World.keyring
    private let now = TestClock.monday

    private func accept(_ token: String, form: String = "claim:7", keyring: Keyring? = nil, after milliseconds: Int64 = 0) -> OnceKey? {
        FormToken.accept(token, for: form, keyring: keyring ?? self.keyring, now: now + milliseconds)
    }

    @Test("a token is good for its own form within its term")
    func good() {
        let token = FormToken.issue(for: "claim:7", keyring: keyring, now: now)
        #expect(accept(token) != nil)
        #expect(accept(token, after: FormToken.term) != nil)
        #expect(accept(token, after: FormToken.term + 1) == nil)
        #expect(accept(token, form: "claim:8") == nil)
        #expect(accept(token, keyring: Keyring(World.key(2))) == nil)
        #expect(accept(token, keyring: Keyring(World.key(2), others: [World.key(1)])) != nil)
        #expect(accept(token, after: -60_001) == nil, "a token of the future is not ours")
    }

    @Test("two tokens are two keys, and one token is always the same key")
    func keys() {
        let tokens = (0..<50).map { _ in FormToken.issue(for: "claim:7", keyring: keyring, now: now) }
        #expect(Set(tokens.compactMap { accept($0) }).count == 50)
        #expect(accept(tokens[0]) == accept(tokens[0], after: 1000))
    }

    @Test("a token of which any letter was changed is refused, and so is what is none")
    func forged() {
        let token = FormToken.issue(for: "claim:7", keyring: keyring, now: now)
        for index in token.indices {
            var changed = token
            changed.replaceSubrange(index...index, with: token[index] == "A" ? "B" : "A")
            #expect(accept(changed) == nil)
        }
        for text in ["", "=", "ñ", String(token.dropLast()), token + "A", token + "=", " " + token, "\0"] { #expect(accept(text) == nil) }
    }

    @Test("a form that is sent again shows the first result", arguments: Engine.available)
    func once(_ engine: Engine) async throws {
        try await engine.withDatabase([Sample.schema]) { database async throws in
            let token = FormToken.issue(for: "account", keyring: keyring, now: now)
            let send: @Sendable (Int64) async throws -> Int64 = { id in
                let key = try #require(FormToken.accept(token, for: "account", keyring: World.keyring, now: TestClock.monday))
                return try await database.write(once: key) { transaction in
                    try Sample.openAccount(id, transaction)
                    return id
                }
            }
            #expect(try await send(1) == 1)
            #expect(try await send(2) == 1)
            #expect(try await Sample.ids("account", in: database) == [1])
        }
    }
}

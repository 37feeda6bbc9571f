import CPostgres
import Storage
@testable import StoragePostgres
import Testing

@Suite("PostgreSQL: cells")
struct PostgresCellTests {
    private func text(_ text: String, _ type: Oid) throws -> Value {
        try Array(text.utf8).withUnsafeBytes { try TextCell.value($0, type) }
    }

    private func binary(_ bytes: [UInt8], _ type: Oid) throws -> Value {
        try bytes.withUnsafeBytes { try BinaryCell.value($0, type) }
    }

    @Test("both forms of a cell give the same value")
    func agree() throws {
        #expect(try text("-9223372036854775808", TypeID.int8) == .int(.min))
        #expect(try binary([0x80, 0, 0, 0, 0, 0, 0, 0], TypeID.int8) == .int(.min))
        #expect(try text("-2", TypeID.int4) == .int(-2))
        #expect(try binary([0xFF, 0xFF, 0xFF, 0xFE], TypeID.int4) == .int(-2))
        #expect(try text("t", TypeID.bool) == .int(1))
        #expect(try binary([0], TypeID.bool) == .int(0))
        #expect(try text("0.1", TypeID.float8) == .real(0.1))
        #expect(try binary([0x3F, 0xB9, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9A], TypeID.float8) == .real(0.1))
        #expect(try text("-Infinity", TypeID.float8) == .real(-.infinity))
        #expect(try text("\\x00ff7f", TypeID.bytea) == .bytes([0, 255, 127]))
        #expect(try binary([0, 255, 127], TypeID.bytea) == .bytes([0, 255, 127]))
        #expect(try text("ñ", TypeID.text) == .text("ñ"))
        #expect(try text("2026-01-01", 1082) == .text("2026-01-01"))
    }

    @Test("a sum is a whole number of 64 bits or a fault", arguments: ["9223372036854775808", "1.5", "NaN", "1e5"])
    func sums(_ sum: String) throws {
        #expect(try text("9223372036854775807", TypeID.numeric) == .int(.max))
        #expect(try text("-12.000", TypeID.numeric) == .int(-12))
        #expect(throws: StorageFault.self) { try text(sum, TypeID.numeric) }
    }

    @Test("what is not of its form is damage", arguments: ["\\x0", "x00", "\\x0g", "\\xAB"])
    func damage(_ bytes: String) {
        #expect(throws: StorageFault.self) { try text(bytes, TypeID.bytea) }
        #expect(throws: StorageFault.self) { try binary([1, 2, 3], TypeID.int8) }
    }

    @Test("of the statements that fit, the one not used for longest goes first")
    func forgets() {
        var cache = StatementCache(limit: 2)
        func add(_ text: String) {
            cache.keep(cache.new([.int(1)]), for: text, [.int(1)])
        }
        #expect(cache.makeRoom() == [])
        add("a")
        #expect(cache.makeRoom() == [])
        add("b")
        #expect(cache.find("a", [.int(2)]) != nil)
        #expect(cache.makeRoom() == ["v2"])
        #expect(cache.makeRoom() == ["v2"], "until the server has heard of it")
        cache.roomIsMade()
        add("c")
        #expect(cache.find("b", [.int(1)]) == nil)
        #expect(cache.find("a", [.text("1")]) == nil, "another kind of value is another statement")
        #expect(cache.find("a", [.null]) != nil)
        cache.clear()
        #expect(cache.count == 0)
    }

    @Test("only what is run again and again is kept")
    func keepsTheRepeated() {
        #expect(["SELECT 1", " with x", "(SELECT", "\n  INSERT INTO t"].allSatisfy(StatementCache.keeps))
        #expect(!["CREATE TABLE t", "BEGIN", "ALTER TABLE t", ""].contains(where: StatementCache.keeps))
    }
}

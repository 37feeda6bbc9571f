import CPostgres
import Storage

/// A cell in PostgreSQL's text form.
enum TextCell {
    static func value(_ bytes: UnsafeRawBufferPointer, _ type: Oid) throws -> Value {
        switch type {
        case TypeID.int8, TypeID.int4, TypeID.int2, TypeID.oid: .int(try integer(text(bytes)))
        case TypeID.bool: .int(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case TypeID.float8, TypeID.float4: .real(try real(text(bytes)))
        case TypeID.numeric: .int(try whole(text(bytes)))
        case TypeID.bytea: .bytes(try hex(bytes))
        default: .text(text(bytes))
        }
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private static func integer(_ text: String) throws -> Int64 {
        guard let number = Int64(text) else { throw StorageFault(.corrupt, "the server sent an integer that is none") }
        return number
    }

    private static func real(_ text: String) throws -> Double {
        guard let number = Double(text) else { throw StorageFault(.corrupt, "the server sent a real number that is none") }
        return number
    }

    /// A numeric (the type of sums) that is whole and fits into 64 bits.
    private static func whole(_ text: String) throws -> Int64 {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard let first = parts.first, let number = Int64(first), parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }) else {
            throw StorageFault(.overflow, "a sum is not a whole number of 64 bits")
        }
        return number
    }

    /// `\x` and two hexadecimal digits a byte.
    private static func hex(_ bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
        func digit(_ character: UInt8) throws -> UInt8 {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): return character - UInt8(ascii: "a") + 10
            default: throw StorageFault(.corrupt, "the server sent bytes that are not hexadecimal")
            }
        }
        guard bytes.count.isMultiple(of: 2), bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]) else {
            throw StorageFault(.corrupt, "the server sent bytes that are not hexadecimal")
        }
        return try stride(from: 2, to: bytes.count, by: 2).map { try digit(bytes[$0]) << 4 | digit(bytes[$0 + 1]) }
    }
}

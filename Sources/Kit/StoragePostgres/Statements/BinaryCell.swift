import CPostgres
import Storage

/// A cell in PostgreSQL's binary form: numbers in network order, text and bytes as they are.
enum BinaryCell {
    static func value(_ bytes: UnsafeRawBufferPointer, _ type: Oid) throws -> Value {
        switch type {
        case TypeID.int8: .int(try number(bytes))
        case TypeID.int4: .int(Int64(try number(bytes) as Int32))
        case TypeID.int2: .int(Int64(try number(bytes) as Int16))
        case TypeID.oid: .int(Int64(try number(bytes) as UInt32))
        case TypeID.bool: .int(bytes.first == 1 ? 1 : 0)
        case TypeID.float8: .real(Double(bitPattern: try number(bytes)))
        case TypeID.float4: .real(Double(Float(bitPattern: try number(bytes))))
        case TypeID.bytea: .bytes(Array(bytes))
        default: .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    private static func number<Number: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer) throws -> Number {
        guard bytes.count == MemoryLayout<Number>.size else {
            throw StorageFault(.corrupt, "the server sent a number of \(bytes.count) bytes")
        }
        return Number(bigEndian: bytes.loadUnaligned(as: Number.self))
    }
}

import CPostgres
import Storage

/// Values on their way to the server, in binary: eight bytes for numbers, UTF-8 for text, bytes as they are. Nothing is ended by
/// a NUL, so nothing is cut short by one.
struct Parameters {
    let values: [Value]

    /// The types of PostgreSQL: int8, float8, text, bytea; 0 lets the server infer the type of a NULL.
    var types: [Oid] { values.map(Self.type) }

    static func type(of value: Value) -> Oid {
        switch value {
        case .null: 0
        case .int: TypeID.int8
        case .real: TypeID.float8
        case .text: TypeID.text
        case .bytes: TypeID.bytea
        }
    }

    /// Lends the values in the form that libpq takes them.
    func lend<Answer>(
        _ body: (_ count: Int32, _ values: [UnsafePointer<CChar>?], _ lengths: [Int32], _ formats: [Int32]) -> Answer
    ) -> Answer {
        var arena: [UInt8] = []
        var places: [Int?] = []
        var lengths: [Int32] = []
        for value in values {
            let start = arena.count
            switch value {
            case .null: break
            case .int(let number): withUnsafeBytes(of: number.bigEndian) { arena.append(contentsOf: $0) }
            case .real(let number): withUnsafeBytes(of: number.bitPattern.bigEndian) { arena.append(contentsOf: $0) }
            case .text(let text): arena.append(contentsOf: text.utf8)
            case .bytes(let bytes): arena.append(contentsOf: bytes)
            }
            places.append(value == .null ? nil : start)
            lengths.append(Int32(arena.count - start))
        }
        arena.append(0)  // an empty value has an address too
        return arena.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self)
            let pointers = places.map { place in place.flatMap { base.baseAddress?.advanced(by: $0) } }
            return body(Int32(values.count), pointers, lengths, Array(repeating: 1, count: values.count))
        }
    }
}

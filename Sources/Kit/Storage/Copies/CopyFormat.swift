import Foundation

/// The form of a copy: the magic line, then frames of a tag, a length of 4 bytes and a body. Numbers are big-endian. It says
/// nothing of the engine, so that a copy of one is restored on the other.
enum CopyFormat {
    static let magic = Array("VENTANILLA COPY 1\n".utf8)

    enum Tag: UInt8 {
        /// The name of a table, then the names of its columns, separated by line feeds.
        case table = 0x54
        case row = 0x52
        /// The manifest as JSON.
        case manifest = 0x4D
        /// The signature over everything before it.
        case signature = 0x53
    }

    static func encode(_ values: [Value]) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ kind: UInt8, _ body: some Sequence<UInt8>, length: Int) {
            bytes.append(kind)
            bytes.append(contentsOf: number(UInt32(length)))
            bytes.append(contentsOf: body)
        }
        for value in values {
            switch value {
            case .null: bytes.append(0)
            case .int(let int): bytes.append(1); bytes.append(contentsOf: number(UInt64(bitPattern: int)))
            case .real(let real): bytes.append(2); bytes.append(contentsOf: number(real.bitPattern))
            case .text(let text): append(3, text.utf8, length: text.utf8.count)
            case .bytes(let blob): append(4, blob, length: blob.count)
            }
        }
        return bytes
    }

    /// The values of a row, or nil when the bytes are not such a row.
    static func decode(_ bytes: [UInt8]) -> [Value]? {
        var values: [Value] = []
        var rest = bytes[...]
        func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        func number(_ count: Int) -> UInt64? {
            take(count)?.reduce(0) { $0 << 8 | UInt64($1) }
        }
        while let kind = rest.popFirst() {
            switch kind {
            case 0: values.append(.null)
            case 1:
                guard let bits = number(8) else { return nil }
                values.append(.int(Int64(bitPattern: bits)))
            case 2:
                guard let bits = number(8) else { return nil }
                values.append(.real(Double(bitPattern: bits)))
            case 3:
                guard let length = number(4), let body = take(Int(length)) else { return nil }
                values.append(.text(String(decoding: body, as: UTF8.self)))
            case 4:
                guard let length = number(4), let body = take(Int(length)) else { return nil }
                values.append(.bytes(Array(body)))
            default: return nil
            }
        }
        return values
    }

    static func number(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian, Array.init)
    }
}

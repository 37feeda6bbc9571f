/// Percent-encoded bytes. Sources: RFC 3986 section 2.1; WHATWG URL section 5.1 for the plus sign, which forms write for a blank.
enum PercentEncoding {
    /// The bytes that were escaped; nil when an escape is broken.
    static func decode<Bytes: Collection<UInt8>>(_ bytes: Bytes, plusIsBlank: Bool = false) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            bytes.formIndex(after: &index)
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = digit(bytes, &index), let low = digit(bytes, &index) else { return nil }
                decoded.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: decoded.append(UInt8(ascii: " "))
            default: decoded.append(byte)
            }
        }
        return decoded
    }

    private static func digit<Bytes: Collection<UInt8>>(_ bytes: Bytes, _ index: inout Bytes.Index) -> UInt8? {
        guard index != bytes.endIndex else { return nil }
        defer { bytes.formIndex(after: &index) }
        switch bytes[index] {
        case let byte where (0x30...0x39).contains(byte): return byte - 0x30
        case let byte where (0x41...0x46).contains(byte): return byte - 0x37
        case let byte where (0x61...0x66).contains(byte): return byte - 0x57
        default: return nil
        }
    }
}

import CBrotli
import CZlib

/// How the bytes of a body travel. Source: RFC 9110 section 8.4.1, RFC 7932 (brotli), RFC 1952 (gzip).
public enum Encoding: String, Sendable, CaseIterable {
    case brotli = "br"
    case gzip
    case identity

    /// The best of what a client accepts, by its weights and then by size. nil when it refuses everything, identity included.
    /// Source: RFC 9110 section 12.5.3.
    public static func best(for accepted: String?) -> Encoding? {
        guard let accepted, !accepted.isEmpty else { return .identity }
        return usual[accepted] ?? weighed(accepted)
    }

    /// What nearly every client sends, weighed once.
    private static let usual: [String: Encoding] = Dictionary(
        uniqueKeysWithValues: ["gzip, deflate, br, zstd", "gzip, deflate, br", "gzip, deflate", "gzip", "br"].compactMap { accepted in
            weighed(accepted).map { (accepted, $0) }
        })

    private static func weighed(_ accepted: String) -> Encoding? {
        var weights: [String: Double] = [:]
        for item in accepted.split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.trimmed.lowercased() }
            guard let name = parts.first, !name.isEmpty else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            weights[name == "x-gzip" ? "gzip" : name] = min(max(weight, 0), 1)
        }
        let rest = weights["*"]
        let offers = allCases.map { encoding in
            // Identity is acceptable unless it is refused; the others only when they are named or everything is.
            (encoding, weights[encoding.rawValue] ?? rest ?? (encoding == .identity ? 0.001 : 0))
        }
        guard let highest = offers.map(\.1).max(), highest > 0 else { return nil }
        return offers.first { $0.1 == highest }?.0
    }

    /// The bytes in this form; nil if the library refuses. `effort` from 1 to 10; see ``Representation``.
    func encode(_ bytes: [UInt8], effort: Int32) -> [UInt8]? {
        switch self {
        case .identity: bytes
        case .gzip: Self.gzip(bytes, effort)
        case .brotli: Self.brotli(bytes, effort)
        }
    }

    private static func brotli(_ bytes: [UInt8], _ effort: Int32) -> [UInt8]? {
        // Its two slow qualities take a tenth off a page or a file; the first is quick on a page, slow on a large document.
        let quality = effort > 9 ? 11 : effort == 9 && bytes.count <= 65_536 ? 10 : effort
        var size = BrotliEncoderMaxCompressedSize(bytes.count) + 16
        var output = [UInt8](repeating: 0, count: size)
        guard BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &size, &output) == BROTLI_TRUE
        else {
            return nil
        }
        return Array(output[..<size])
    }

    private static func gzip(_ bytes: [UInt8], _ effort: Int32) -> [UInt8]? {
        var stream = z_stream()
        guard ventanilla_gzip_begin(&stream, min(effort, 9)) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
        var input = bytes
        let size: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : nil
            }
        }
        return size.map { Array(output[..<$0]) }
    }
}

extension Substring {
    /// Without the spaces and tabs around it.
    var trimmed: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

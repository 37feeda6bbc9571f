import Foundation
import Logging

/// Writes each event of the log as one line of JSON, in one write, so that lines of many threads never mix.
public struct LineLog: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    private let label: String
    private let now: @Sendable () -> Int64
    private let write: @Sendable (String) -> Void

    /// `now` in Unix milliseconds. By default lines go to the standard error stream.
    public init(
        label: String, level: Logger.Level, now: @escaping @Sendable () -> Int64,
        write: @escaping @Sendable (String) -> Void = LineLog.toStandardError
    ) {
        self.label = label
        self.now = now
        self.write = write
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let given = event.metadata ?? [:]
        let all = metadata.isEmpty ? given : metadata.merging(given) { _, given in given }
        var line = ""
        line.reserveCapacity(256)
        line += "{\"time\":"
        line += String(now())
        line += ",\"level\":"
        Self.quote(event.level.rawValue, onto: &line)
        line += ",\"log\":"
        Self.quote(label, onto: &line)
        line += ",\"event\":"
        Self.quote(event.message.description, onto: &line)
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where key != "hb.request.id" {
            line += ","
            Self.quote(key, onto: &line)
            line += ":"
            Self.quote(value.description, onto: &line)
        }
        if let error = event.error {
            line += ",\"error\":"
            Self.quote("\(error)", onto: &line)
        }
        line += "}\n"
        write(line)
    }

    /// RFC 8259 section 7.
    private static func quote(_ text: String, onto line: inout String) {
        line += "\""
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            line += text
        } else {
            for scalar in text.unicodeScalars { line.unicodeScalars.append(contentsOf: escaped(scalar)) }
        }
        line += "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar {
        case "\"": "\\\"".unicodeScalars
        case "\\": "\\\\".unicodeScalars
        case "\n": "\\n".unicodeScalars
        case "\r": "\\r".unicodeScalars
        case "\t": "\\t".unicodeScalars
        case let other where other.value < 0x20:
            ("\\u00" + (other.value < 0x10 ? "0" : "") + String(other.value, radix: 16)).unicodeScalars
        case let other: String(other).unicodeScalars
        }
    }

    public static let toStandardError: @Sendable (String) -> Void = { line in
        var line = line
        line.withUTF8 { bytes in _ = Foundation.write(2, bytes.baseAddress, bytes.count) }
    }
}

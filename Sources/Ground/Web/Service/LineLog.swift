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
        let all = metadata.merging(event.metadata ?? [:]) { _, given in given }
        var line =
            "{\"time\":\(now()),\"level\":\"\(event.level.rawValue)\",\"log\":\(Self.quoted(label)),\"event\":\(Self.quoted("\(event.message)"))"
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where key != "hb.request.id" {
            line += ",\(Self.quoted(key)):\(Self.quoted("\(value)"))"
        }
        if let error = event.error { line += ",\"error\":\(Self.quoted("\(error)"))" }
        write(line + "}\n")
    }

    /// RFC 8259 section 7.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case let other where other.value < 0x20:
                let digits = String(other.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    public static let toStandardError: @Sendable (String) -> Void = { line in
        var line = line
        line.withUTF8 { bytes in _ = Foundation.write(2, bytes.baseAddress, bytes.count) }
    }
}

import Civic

/// What somebody sent with a form, as it was typed.
public struct Submission: Sendable {
    private var values: [String: [String]] = [:]
    private var uploads: [String: [Upload]] = [:]

    /// Nothing typed yet.
    public init() {}

    /// Values under one name keep their order.
    public init(_ values: [(name: String, value: String)], uploads: [(name: String, upload: Upload)] = []) {
        for (name, value) in values { self.values[name, default: []].append(value) }
        for (name, upload) in uploads { self.uploads[name, default: []].append(upload) }
    }

    /// All that was typed, without the token of the form.
    var typed: [(name: String, value: String)] {
        values.sorted { $0.key < $1.key }.filter { $0.key != "token" }.flatMap { name, values in values.map { (name, $0) } }
    }

    /// The first value under a name; empty when there is none.
    public func text(_ name: String) -> String { values[name]?.first ?? "" }

    /// All values under a name.
    public func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The files under a name; a control left empty has none.
    public func files(_ name: String) -> [Upload] { uploads[name] ?? [] }

    /// Whether files were sent: a browser does not keep them when the form comes back.
    var hasFiles: Bool { !uploads.isEmpty }
}

/// A file as it was sent: its name and kind are only what the sender says.
public struct Upload: Sendable {
    /// The last part of the name that it has on the sender's machine, at most 120 characters.
    public let fileName: String
    public let bytes: [UInt8]

    /// What the bytes themselves say that it is; nil when it is nothing that we know.
    public var kind: FileKind? { FileKind(sniffing: bytes) }

    init(fileName: String, bytes: [UInt8]) {
        let last = fileName.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        self.fileName = String(last.filter { !$0.isNewline && $0 != "\0" }.suffix(120))
        self.bytes = bytes
    }
}

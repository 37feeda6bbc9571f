import Crypto
import Foundation

/// Writes a copy beside its place and moves it there when it is whole and on the disk.
final class CopyWriter {
    private let place: URL
    private let partial: URL
    private let file: FileHandle
    private var buffer: [UInt8] = CopyFormat.magic
    private var hash = SHA256()

    init(_ place: URL) throws {
        self.place = place
        partial = place.appendingPathExtension("partial")
        guard FileManager.default.createFile(atPath: partial.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw StorageFault(.inputOutput, "the copy can't be written there")
        }
        file = try FileHandle(forWritingTo: partial)
    }

    func write(_ tag: CopyFormat.Tag, _ body: [UInt8]) throws {
        buffer.append(tag.rawValue)
        buffer.append(contentsOf: CopyFormat.number(UInt32(body.count)))
        buffer.append(contentsOf: body)
        if buffer.count > 1 << 20 { try flush() }
    }

    /// Signs what was written, waits for the disk, and puts the copy in its place.
    func finish(signedBy keyring: Keyring) throws {
        try flush()
        try write(.signature, keyring.signature(of: Array(hash.finalize()), purpose: "copy"))
        try flush()
        try file.synchronize()
        try file.close()
        guard rename(partial.path, place.path) == 0, syncFolder(of: place) else {
            throw StorageFault(.inputOutput, "the copy could not be put in its place")
        }
    }

    func abandon() {
        try? file.close()
        try? FileManager.default.removeItem(at: partial)
    }

    private func flush() throws {
        hash.update(data: buffer)
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

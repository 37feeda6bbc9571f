import Foundation

/// Cuts what comes over a pipe into messages. Each ends with a zero byte, wherever the pipe cuts it.
struct MessageCutter {
    /// What has come of the next one.
    private var waiting = Data()

    /// The messages that end in these bytes, in order and without their zeros.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> [Data] {
        let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
        var messages: [Data] = []
        for part in parts.dropLast() {
            messages.append(waiting + part)
            waiting = Data()
        }
        waiting.append(contentsOf: parts.last ?? [])
        return messages
    }
}

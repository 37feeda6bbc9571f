import Foundation
import Synchronization

/// One client's way through the proxy to the server and back, on two threads.
final class Passage: Sendable {
    private let client: Int32
    private let server: Int32
    private let decide: @Sendable () -> Proxy.Cut?
    private let sign: [UInt8]
    /// The server's next answer to the sign is the last thing that happens.
    private let awaitsAnswer = Atomic(false)
    /// Nothing goes back to the client any more, however soon the server answers.
    private let isMute = Atomic(false)
    /// The client has gone, and the server is not to know.
    private let isUnseen = Atomic(false)
    /// How many of the two threads still use the sockets.
    private let walkers = Mutex(2)

    /// `decide` is asked each time that the client sends the sign.
    init(_ client: Int32, _ server: Int32, sign: [UInt8], _ decide: @escaping @Sendable () -> Proxy.Cut?) {
        self.client = client
        self.server = server
        self.sign = sign
        self.decide = decide
    }

    func open() {
        Thread { self.walk(self.forth) }.start()
        Thread { self.walk(self.back) }.start()
    }

    /// Ends both directions; whoever waits on either end notices.
    func cut() {
        walkers.withLock { count in
            guard count > 0 else { return }  // the numbers may be another's by now
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
        }
    }

    private func walk(_ way: () -> Void) {
        way()
        if !isUnseen.load(ordering: .sequentiallyConsistent) { cut() }
        walkers.withLock { count in
            count -= 1
            guard count == 0 else { return }
            close(client)
            close(server)
        }
    }

    private func forth() {
        var scan = Scan(for: sign)
        while let bytes = Wire.receive(client) {
            switch scan.finds(in: bytes) ? decide() : nil {
            case nil: if !Wire.send(bytes, to: server) { return }
            case .before: return
            case .unseen:
                isUnseen.store(true, ordering: .sequentiallyConsistent)
                shutdown(client, Int32(SHUT_RDWR))
                return
            case .during:
                isMute.store(true, ordering: .sequentiallyConsistent)
                _ = Wire.send(bytes, to: server)
                shutdown(server, Int32(SHUT_WR))
                shutdown(client, Int32(SHUT_RDWR))
                return
            case .after:
                awaitsAnswer.store(true, ordering: .sequentiallyConsistent)
                if !Wire.send(bytes, to: server) { return }
            }
        }
    }

    private func back() {
        var scan = Scan(for: sign)
        while let bytes = Wire.receive(server) {
            if isMute.load(ordering: .sequentiallyConsistent) { return }
            if awaitsAnswer.load(ordering: .sequentiallyConsistent), scan.finds(in: bytes) { return }
            if !Wire.send(bytes, to: client), !isUnseen.load(ordering: .sequentiallyConsistent) { return }
        }
    }
}

/// Finds a sign in a stream that comes in pieces.
private struct Scan {
    private let sign: [UInt8]
    private var tail: [UInt8] = []

    init(for sign: [UInt8]) {
        self.sign = sign
    }

    mutating func finds(in bytes: [UInt8]) -> Bool {
        let all = tail + bytes
        tail = all.suffix(sign.count - 1)
        return all.contains(sign)
    }
}

import CPostgres
import Dispatch

/// A request to cancel what a connection runs. It goes over a connection of its own and may block, so it is sent from a queue.
struct Cancellation: @unchecked Sendable {
    // The pointer belongs to this value alone and is used once, on the queue.
    private let handle: OpaquePointer

    init?(_ connection: OpaquePointer) {
        guard let handle = PQgetCancel(connection) else { return nil }
        self.handle = handle
    }

    func send() {
        DispatchQueue.global().async {
            var message = [CChar](repeating: 0, count: 256)
            _ = PQcancel(handle, &message, Int32(message.count))
            PQfreeCancel(handle)
        }
    }
}

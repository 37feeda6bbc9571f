import Foundation

/// Plain sockets on 127.0.0.1, for what stands between a client and a server. Every call blocks its thread.
enum Wire {
    struct Failure: Error {
        let call: String
    }

    /// A socket that listens on a free port, and the port.
    static func listening() throws -> (socket: Int32, port: Int) {
        let place = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(place, $0, length) == 0 && getsockname(place, $0, &length) == 0 && listen(place, 64) == 0
            }
        }
        guard isBound else { throw Failure(call: "listen") }
        return (place, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A connection to a port, or nil when nobody listens there.
    static func connected(to port: Int) -> Int32? {
        let place = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(port: port)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(place, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        if isConnected { return withoutDelay(place) }
        close(place)
        return nil
    }

    /// The next client of a listening socket, or nil when it listens no more.
    static func accepted(_ listening: Int32) -> Int32? {
        let place = accept(listening, nil, nil)
        return place < 0 ? nil : withoutDelay(place)
    }

    /// What came in, or nil at the end.
    static func receive(_ place: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(place, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    /// False when nobody takes it.
    static func send(_ bytes: [UInt8], to place: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.send(place, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = UInt16(port).bigEndian
        return address
    }

    private static func withoutDelay(_ place: Int32) -> Int32 {
        var yes: Int32 = 1
        setsockopt(place, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        return place
    }
}

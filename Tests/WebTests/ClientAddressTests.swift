import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite("The address of whoever asks")
struct ClientAddressTests {
    static func client(_ chain: [String], from peer: String, trusted: Set<String>) throws -> String {
        var fields = HTTPFields()
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        for value in chain { fields.append(HTTPField(name: name, value: value)) }
        return ClientAddress(trustedProxies: trusted).client(of: fields, from: try SocketAddress(ipAddress: peer, port: 9))
    }

    @Test("is the other end of the connection, whatever a stranger writes")
    func strangers() throws {
        #expect(try Self.client(["1.2.3.4"], from: "9.9.9.9", trusted: []) == "9.9.9.9")
        #expect(try Self.client(["1.2.3.4"], from: "9.9.9.9", trusted: ["10.0.0.1"]) == "9.9.9.9")
    }

    @Test("is the last one in the chain that is no proxy of ours, so that nobody can make one up before it")
    func chains() throws {
        let trusted: Set = ["10.0.0.1", "10.0.0.2", "::1"]
        #expect(try Self.client(["1.2.3.4"], from: "10.0.0.1", trusted: trusted) == "1.2.3.4")
        #expect(try Self.client(["6.6.6.6, 1.2.3.4, 10.0.0.2"], from: "10.0.0.1", trusted: trusted) == "1.2.3.4")
        #expect(try Self.client(["6.6.6.6", "1.2.3.4:4711", "10.0.0.2"], from: "::1", trusted: trusted) == "1.2.3.4")
        #expect(try Self.client(["[2001:DB8::7]:443"], from: "10.0.0.1", trusted: trusted) == "2001:db8::7")
        #expect(try Self.client(["10.0.0.2"], from: "10.0.0.1", trusted: trusted) == "10.0.0.1")
    }

    @Test("is the proxy itself when what it says is no address")
    func nonsense() throws {
        for chain in [[], [""], ["unknown"], ["1.2.3.4, <script>"], ["1.2.3"], ["1.2.3.4:5:6"], [","]] {
            #expect(try Self.client(chain, from: "10.0.0.1", trusted: ["10.0.0.1"]) == "10.0.0.1", "\(chain)")
        }
    }
}

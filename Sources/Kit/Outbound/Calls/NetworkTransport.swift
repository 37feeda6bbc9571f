import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Questions that go over the network. Redirects are not followed: what is sent to one system is not for another.
public enum NetworkTransport {
    public static let carry: OutboundCaller.Transport = { call, limits throws(CallFailure) in try await ask(call, limits) }

    private static func ask(_ call: OutboundCall, _ limits: OutboundCaller.Limits) async throws(CallFailure) -> CallAnswer {
        var request = HTTPClientRequest(url: call.address.text)
        request.method = HTTPMethod(rawValue: call.method.rawValue)
        for (name, value) in call.headers { request.headers.add(name: name, value: value) }
        // A connection that the other side has just closed would fail a question that must not be asked twice.
        request.headers.add(name: "Connection", value: "close")
        if call.method == .post { request.body = .bytes(ByteBuffer(bytes: call.body)) }
        do {
            let answer = try await client.execute(request, timeout: .milliseconds(limits.patience))
            let body = try await answer.body.collect(upTo: limits.mostBytes)
            return CallAnswer(
                status: Int(answer.status.code), type: answer.headers.first(name: "content-type") ?? "",
                body: Array(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            throw .tooLarge
        } catch {
            switch ConnectionFailure(error).outcome {
            case .timeout: throw .slow
            case .tls: throw .untrusted
            default: throw .down
            }
        }
    }

    /// Lives as long as the process.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(3)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
}

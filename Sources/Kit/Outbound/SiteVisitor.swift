import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Visits one address as a polite stranger: HEAD first, then GET of a few bytes when that says nothing, at most five redirects, each to
/// where the policy allows.
public struct SiteVisitor: Sendable {
    /// How it behaves. Times in milliseconds.
    public struct Manners: Sendable {
        public var policy = AddressPolicy.publicSites
        /// For one request.
        public var patience: Int64 = 15_000
        /// Before the one retry.
        public var pause: Int64 = 3000
        /// Of a body.
        public var mostBytes = 65_536
        public var mostRedirects = 5
        /// Who we are, and how to reach us.
        public var userAgent: String

        public init(userAgent: String) {
            self.userAgent = userAgent
        }
    }

    /// As robots.txt knows us.
    public static let agent = "ventanilla"

    let client: HTTPClient
    let manners: Manners
    let now: @Sendable () -> Int64

    /// What came of it. What is broken is tried once more before it is said to be.
    func visit(_ address: String, robots: RobotsFile?) async -> SiteVisit {
        let first = await attempt(address, robots)
        guard first.outcome.isBreak, !Task.isCancelled else { return first }
        try? await Task.sleep(for: .milliseconds(manners.pause))
        return await attempt(address, robots)
    }

    /// The rules of a site; nil when it has none that can be read: then nothing is forbidden.
    func robots(at site: WebAddress) async -> RobotsFile? {
        var request = request(site.at("/robots.txt"))
        request.method = .GET
        guard let answer = try? await client.execute(request, timeout: .milliseconds(manners.patience)), answer.status == .ok,
            let body = try? await head(of: answer.body)
        else { return nil }
        return RobotsFile(String(decoding: body, as: UTF8.self), agent: Self.agent)
    }

    private func attempt(_ address: String, _ robots: RobotsFile?) async -> SiteVisit {
        let began = now()
        func seen(_ outcome: SiteVisit.Outcome, _ status: Int? = nil, at final: WebAddress? = nil, certificate: String? = nil) -> SiteVisit
        {
            let isElsewhere = final.map { $0.text != WebAddress(address)?.text } ?? false
            return SiteVisit(
                address: address, at: began, outcome: outcome, status: status,
                milliseconds: Int(max(0, now() - began)), finalAddress: isElsewhere ? final?.text : nil,
                certificate: certificate)
        }
        guard let start = WebAddress(address), manners.policy.allows(start) else { return seen(.redirects) }
        if robots?.allows(start.path) == false { return seen(.declined) }
        var here = start
        do {
            for _ in 0...manners.mostRedirects {
                let (status, location) = try await ask(here)
                guard (300...399).contains(status), let location else {
                    return seen(.of(status, from: start.host, to: here.host), status, at: here)
                }
                guard let next = here.following(location), manners.policy.allows(next) else { return seen(.redirects, status, at: here) }
                here = next
            }
            return seen(.redirects, at: here)
        } catch {
            let failure = ConnectionFailure(error)
            return seen(failure.outcome, at: here, certificate: failure.certificate)
        }
    }

    /// Many sites don't know HEAD, or answer it wrongly: an error is believed only of a GET. Some send a body after it, which would be read
    /// as the answer to what is asked next, so that it has a connection of its own.
    private func ask(_ address: WebAddress) async throws -> (status: Int, location: String?) {
        var request = request(address.text)
        request.method = .HEAD
        request.headers.add(name: "Connection", value: "close")
        var answer = try await client.execute(request, timeout: .milliseconds(manners.patience))
        if answer.status.code >= 400 {
            request.method = .GET
            request.headers.remove(name: "Connection")
            answer = try await client.execute(request, timeout: .milliseconds(manners.patience))
            _ = try await head(of: answer.body)
        }
        return (Int(answer.status.code), answer.headers.first(name: "location"))
    }

    private func request(_ address: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: address)
        request.headers = ["User-Agent": manners.userAgent, "Accept": "text/html, */*;q=0.1", "Accept-Language": "es"]
        return request
    }

    /// Its first bytes. A site that sends one now and then keeps nobody: what has not come in time has not come.
    private func head(of body: HTTPClientResponse.Body) async throws -> [UInt8] {
        let manners = manners
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await part in body {
                    bytes += part.readableBytesView.prefix(manners.mostBytes - bytes.count)
                    if bytes.count >= manners.mostBytes { break }
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: .milliseconds(manners.patience))
                throw HTTPClientError.readTimeout
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }
}

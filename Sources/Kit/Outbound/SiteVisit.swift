/// What was seen when an address was visited.
public struct SiteVisit: Sendable, Equatable {
    public let address: String
    /// When: milliseconds since 1970 UTC.
    public let at: Int64
    public let outcome: Outcome
    /// The last status (RFC 9110 section 15); nil when there was no answer.
    public let status: Int?
    /// From the first request to the last answer.
    public let milliseconds: Int
    /// Where it led to in the end, when that is another address.
    public let finalAddress: String?
    /// What is wrong with the certificate, in the word of the library: `CERTIFICATE_VERIFY_FAILED`.
    public let certificate: String?

    public init(
        address: String, at: Int64, outcome: Outcome, status: Int?, milliseconds: Int, finalAddress: String?, certificate: String?
    ) {
        self.address = address
        self.at = at
        self.outcome = outcome
        self.status = status
        self.milliseconds = milliseconds
        self.finalAddress = finalAddress
        self.certificate = certificate
    }

    /// The same of an address that is written in another way.
    func of(_ address: String) -> SiteVisit {
        SiteVisit(
            address: address, at: at, outcome: outcome, status: status, milliseconds: milliseconds, finalAddress: finalAddress,
            certificate: certificate)
    }

    /// How it ended.
    public enum Outcome: String, Sendable, CaseIterable {
        case answered
        /// It answers from the site of another host.
        case moved
        /// It does not let programs in (401, 403, 429, or its robots.txt): whether people get in is not known.
        case declined
        case dns, refused, tls, timeout
        /// 404 and 410.
        case notFound
        /// Other errors of the site, 5xx above all.
        case failed
        /// It leads on for ever, or to where it may not.
        case redirects

        public var isAnswer: Bool { self == .answered || self == .moved }
        public var isBreak: Bool { !isAnswer && self != .declined }

        /// Of the last status, at the host where the way ended.
        static func of(_ status: Int, from host: String, to other: String) -> Outcome {
            switch status {
            case ..<400: plain(host) == plain(other) ? .answered : .moved
            case 401, 403, 407, 429, 451: .declined
            case 404, 410: .notFound
            default: .failed
            }
        }

        /// `www.` makes no other site of it.
        private static func plain(_ host: String) -> Substring { host.hasPrefix("www.") ? host.dropFirst(4) : host[...] }
    }
}

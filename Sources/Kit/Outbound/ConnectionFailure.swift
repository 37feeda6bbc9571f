import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

/// Why there was no answer.
struct ConnectionFailure {
    let outcome: SiteVisit.Outcome
    /// What is wrong with the certificate, when that is it.
    var certificate: String?

    init(_ error: any Error) {
        switch error {
        case let error as HTTPClientError:
            let isSlow = [
                .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout,
            ].contains(error)
            outcome = isSlow ? .timeout : .failed
        case let error as NIOConnectionError:
            let isSlow = error.connectionErrors.contains { $0.error is ChannelError || ($0.error as? IOError)?.errnoCode == ETIMEDOUT }
            outcome = error.connectionErrors.isEmpty ? .dns : isSlow ? .timeout : .refused
        case is SocketAddressError: outcome = .dns
        case let error as ChannelError:
            if case .connectTimeout = error { outcome = .timeout } else { outcome = .refused }
        case is IOError: outcome = .refused
        case let error as NIOSSLError: (outcome, certificate) = (.tls, Self.told("\(error)"))
        case let error as NIOSSLExtraError: (outcome, certificate) = (.tls, Self.told(error.description))
        case let error as BoringSSLError: (outcome, certificate) = (.tls, Self.told("\(error)"))
        default: outcome = .failed
        }
    }

    /// The library's own word, when it is the certificate that was refused: `CERTIFICATE_VERIFY_FAILED`.
    private static func told(_ description: String) -> String? {
        let words = description.split { !$0.isLetter && $0 != "_" }.map(String.init)
        if let code = words.first(where: { $0.contains("CERTIFICATE") }) { return code }
        return words.contains { $0.hasPrefix("failedToValidateHostname") || $0 == "unableToValidateCertificate" } ? "HOSTNAME" : nil
    }
}

import Civic
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// What went wrong, as the web says it: a status, what happened and what to do next. The only place where refusals and faults get
/// their statuses.
public struct Failure: Error, Sendable {
    public let status: HTTPResponse.Status
    public let title: TextKey
    public let advice: TextKey
    /// Whether it is our fault: it is logged as one, and the page gives the number of the request.
    public let isFault: Bool
    public var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ title: TextKey, _ advice: TextKey, isFault: Bool = false) {
        self.status = status
        self.title = title
        self.advice = advice
        self.isFault = isFault
    }

    /// What any error means to the person who asked.
    public init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let refusal as any Refusal:
            self.init(refusal.kind.status, refusal.title, refusal.advice)
            if let tooMany = refusal as? TooManyAttempts { headers[.retryAfter] = "\(tooMany.seconds)" }
        case let needed as SignInNeeded:
            self.init(.seeOther, "error.signIn.title", "error.signIn.advice")
            headers[.location] = needed.address
        case is NIOTooManyBytesError: self = .tooLarge
        case let fault as StorageFault where Self.passing.contains(fault.kind): self = .unavailable
        case let error as any HTTPResponseError: self = .of(error.status)
        default: self = .fault
        }
    }

    public static let badRequest = Failure(.badRequest, "error.badRequest.title", "error.badRequest.advice")
    /// A form that was not sent from our own page.
    public static let foreign = Failure(.forbidden, "error.foreign.title", "error.foreign.advice")
    /// Nobody is signed in, or not surely enough.
    public static let signIn = Failure(.unauthorized, "error.signIn.title", "error.signIn.advice")
    public static let notFound = Failure(.notFound, "error.notFound.title", "error.notFound.advice")
    public static let timeout = Failure(.requestTimeout, "error.timeout.title", "error.timeout.advice")
    public static let tooLarge = Failure(.contentTooLarge, "error.tooLarge.title", "error.tooLarge.advice")
    public static let headTooLarge = Failure(.requestHeaderFieldsTooLarge, "error.headTooLarge.title", "error.headTooLarge.advice")
    public static let fault = Failure(.internalServerError, "error.fault.title", "error.fault.advice", isFault: true)
    public static let unavailable = Failure(.serviceUnavailable, "error.unavailable.title", "error.unavailable.advice", isFault: true)

    /// The path is there, but not for this method.
    public static func method(allowed: [HTTPRequest.Method]) -> Failure {
        var failure = Failure(.methodNotAllowed, "error.method.title", "error.method.advice")
        failure.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        return failure
    }

    /// What the database gets over by itself, or an operator soon does: it is worth trying again.
    private static let passing: Set<StorageFault.Kind> = [.full, .busy, .unavailable, .outcomeUnknown, .readOnly, .node, .closed]

    private static func of(_ status: HTTPResponse.Status) -> Failure {
        switch status.code {
        case 404: .notFound
        case 413: .tooLarge
        case 400..<500: .badRequest
        case 503: .unavailable
        default: .fault
        }
    }
}

extension RefusalKind {
    /// RFC 9110 section 15.5, RFC 6585 section 4.
    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .gone: .gone
        case .invalid: .unprocessableContent
        case .forbidden: .forbidden
        case .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }
}

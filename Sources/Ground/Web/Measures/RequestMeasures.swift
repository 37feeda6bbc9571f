import HTTPTypes
import Hummingbird
import Metrics
import Synchronization

/// How many requests each route answered, how, and in what time. The route is its pattern, so that a path fills no memory.
final class RequestMeasures: Sendable {
    private struct Series: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private let timers = Mutex<[Series: Timer]>([:])

    func count(_ request: Request, route: String, _ status: HTTPResponse.Status, _ took: Duration) {
        let series = Series(
            route: route, method: Self.methods.contains(request.method) ? request.method.rawValue : "other", status: status.code)
        let timer = timers.withLock { timers in
            if let known = timers[series] { return known }
            let new = Timer(
                label: "http_request_duration_seconds",
                dimensions: [("route", series.route), ("method", series.method), ("status", "\(series.status)")])
            timers[series] = new
            return new
        }
        let (seconds, attoseconds) = took.components
        timer.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]
}

import HTTPTypes
import Hummingbird

/// Which methods a path takes: asked only when the router found nothing, to tell "not there" from "not like that".
struct RouteTable: Sendable {
    private let routes: [(path: RouterPath, method: HTTPRequest.Method)]

    init(_ router: WebRouter) {
        routes = router.routes.map { ($0.path, $0.method) }
    }

    /// The methods of the routes that match this path, `HEAD` wherever there is `GET`, sorted. Empty if none matches.
    func methods(of path: String) -> [HTTPRequest.Method] {
        let steps = path.split(separator: "/")
        var methods = Set(routes.filter { matches($0.path, steps) }.map(\.method))
        if methods.contains(.get) { methods.insert(.head) }
        return methods.sorted { $0.rawValue < $1.rawValue }
    }

    /// The nearest page above an address that is none itself, as one to which a form is sent: the home is none of them.
    func page(above path: String) -> String? {
        var steps = path.split(separator: "/")
        while !steps.isEmpty {
            let path = "/" + steps.joined(separator: "/")
            if methods(of: path).contains(.get) { return path }
            steps.removeLast()
        }
        return nil
    }

    private func matches(_ path: RouterPath, _ steps: [Substring]) -> Bool {
        for (index, element) in path.components.enumerated() {
            if element == .recursiveWildcard { return true }
            guard index < steps.count, element ~= steps[index] else { return false }
        }
        return path.components.count == steps.count
    }
}

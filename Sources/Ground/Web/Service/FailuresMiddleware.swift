import Hummingbird
import NIOHTTP1

/// Makes every error of a route a `Failure`, so that the router does not answer it in a form of its own.
struct FailuresMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            throw error
        } catch let error as any HTTPResponseError {
            throw Failure(error)
        }
    }
}

extension Router where Context == WebContext {
    /// A router to mount routes on.
    public static func forPages() -> WebRouter {
        WebRouter(context: WebContext.self).add(middleware: FailuresMiddleware())
    }
}

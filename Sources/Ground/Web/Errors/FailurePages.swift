import Civic
import HTTPTypes
import Hummingbird
import Markup
import NIOCore

/// The pages of what went wrong. Each says what happened in plain words and what to do next, in the whole layout.
public struct FailurePages: Sendable {
    let pages: Pages

    public init(_ pages: Pages) {
        self.pages = pages
    }

    /// The page of a failure. A fault shows the number of the request, to be read out on the telephone.
    public func response(_ failure: Failure, requestID: String, to request: Request) -> Response {
        var response = pages.render(page(failure, requestID: requestID)).response(to: request)
        for field in failure.headers { response.headers[field.name] = field.value }
        if failure.status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        return response
    }

    /// The same as bytes, for a connection whose request could not be read.
    func document(_ failure: Failure) -> ByteBuffer {
        ByteBuffer(bytes: pages.layout.document(page(failure, requestID: "")).bytes)
    }

    private func page(_ failure: Failure, requestID: String) -> Page {
        let texts = pages.texts
        return Page(
            title: texts[failure.title], status: failure.status,
            main: """
                <div class="failure">
                \(Layout.mark)
                <h1>\(texts[failure.title])</h1>
                <p class="lead">\(texts[failure.advice])</p>
                \(when: failure.isFault && !requestID.isEmpty, "<p>\(texts["error.number"]) <code>\(requestID)</code></p>\n")\
                <p><a class="button" href="/">\(texts["error.home"])</a></p>
                <p>\(texts["error.phone"]) <a href="tel:101">101</a>.</p>
                </div>
                """)
    }
}

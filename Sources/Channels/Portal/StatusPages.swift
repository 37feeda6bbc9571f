import Civic
import Hummingbird
import Ports
import Web

/// `/estado`: how the house does now, for people and, as JSON, for programs.
public struct StatusPages: Sendable {
    private let pages: Pages
    private let report: StatusReport
    private let script: String
    private let clock: Clock

    /// `script` is the address of the module that tells changes as they happen.
    public init(_ pages: Pages, report: StatusReport, script: String, clock: Clock) {
        self.pages = pages
        self.report = report
        self.script = script
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/estado") { request, context in
            let reading = await StatusReading(report, at: clock.now)
            if request.asksForJSON { return try Response.json(reading) }
            return pages.make(request, context, StatusView(texts: pages.texts, reading: reading, script: script).page)
        }
    }
}

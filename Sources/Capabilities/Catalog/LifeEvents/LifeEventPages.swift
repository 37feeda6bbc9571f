import Civic
import Hummingbird
import Web

/// `/momentos`: what happened, and the way through what follows from it.
public struct LifeEventPages: Sendable {
    private let pages: Pages
    private let desk: SheetDesk
    private let holidays: Holidays
    private let clock: Clock

    public init(_ pages: Pages, desk: SheetDesk, holidays: Holidays, clock: Clock) {
        self.pages = pages
        self.desk = desk
        self.holidays = holidays
        self.clock = clock
    }

    public func mount(on router: PageRoutes) {
        router.get("/momentos") { request, context in
            try await pages.show(request, context, topics: [SheetDesk.topic]) {
                LifeEventIndex(texts: pages.texts).page(try await desk.lifeEvents())
            }
        }
        router.get("/momentos/:slug") { request, context in
            let slug = try context.parameters.require("slug")
            let (desk, today) = (desk, clock.today)
            let view = { @Sendable (reading: LifeEventReading, asked: AskedDay) in
                LifeEventView(texts: pages.texts, reading: reading, asked: asked, holidays: holidays, today: today).page
            }
            let asked = Self.asked(request, today)
            if asked == .nothing {
                return try await pages.show(request, context, topics: [SheetDesk.topic, SheetPages.day]) {
                    guard let reading = try await desk.lifeEvent(slug) else { throw Failure.notFound }
                    return view(reading, .nothing)
                }
            }
            // The day is the person's: nobody keeps this page, and it is written nowhere.
            guard let reading = try await desk.lifeEvent(slug) else { throw Failure.notFound }
            return pages.make(request, context, view(reading, asked))
        }
    }

    private static func asked(_ request: Request, _ today: Day) -> AskedDay {
        let name = AskedDay.name
        return AskedDay(
            day: request.asked(name + "-day"), month: request.asked(name + "-month"), year: request.asked(name + "-year"), today: today)
    }
}

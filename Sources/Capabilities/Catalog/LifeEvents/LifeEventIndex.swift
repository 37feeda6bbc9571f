import Civic
import Markup
import Web

/// All moments of life, in words that people say.
struct LifeEventIndex {
    let texts: Texts

    func page(_ events: [LifeEvent]) -> Page {
        Page(
            title: texts["lifeEvents.title"], summary: texts["lifeEvents.lead"], path: "/momentos",
            main: """
                <div class="wide"><h1>\(texts["lifeEvents.title"])</h1>
                <p class="lead">\(texts["lifeEvents.lead"])</p>
                <ul class="cards"\(texts.lang())>
                \(each: events, { event in
                    "<li><h2><a href=\"\(texts.address(event.path))\">\(event.title)</a></h2>\(with: event.lead, { "<p>\($0)</p>" })</li>\n"
                })</ul></div>
                """)
    }
}

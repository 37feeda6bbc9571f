import Civic
import Markup
import Web

/// Topics in their groups, and the sheets of one.
struct TopicViews {
    let texts: Texts

    func index(_ index: TopicIndex) -> Page {
        Page(
            title: texts["topics.title"], summary: texts["topics.lead"], path: "/temas",
            main: """
                <div class="wide"><h1>\(texts["topics.title"])</h1>
                <p class="lead">\(texts["topics.lead"])</p>
                \(each: index.groups, { group($0, index) })</div>
                """)
    }

    private func group(_ group: TopicGroup, _ index: TopicIndex) -> HTML {
        """
        <section><h2\(texts.lang())><a href="\(texts.address("/temas/" + group.slug))">\(group.title)</a></h2>
        <ul class="ways">
        \(each: group.topics, { topic in
            let count = texts("topics.count", count: index.sheets(in: topic))
            return "<li><a href=\"\(texts.address("/temas/" + topic.slug))\"\(texts.lang())>\(topic.title)</a> <span class=\"quiet\">\(count)</span></li>\n"
        })</ul></section>

        """
    }

    func shelf(_ shelf: Shelf) -> Page {
        Page(
            title: shelf.title, summary: shelf.topic == nil ? shelf.group.summary : nil,
            path: "/temas/" + (shelf.topic?.slug ?? shelf.group.slug),
            trail: [Link(texts.address("/temas"), texts["topics.title"])]
                + (shelf.topic == nil ? [] : [Link(texts.address("/temas/" + shelf.group.slug), shelf.group.title)]),
            main: """
                <div class="wide"><h1\(texts.lang())>\(shelf.title)</h1>
                \(when: shelf.topic == nil, "<p class=\"lead\"\(texts.lang())>\(shelf.group.summary)</p>\n")\
                \(each: shelf.sections, { section($0.topic, $0.sheets, titled: shelf.topic == nil) })\
                \(when: shelf.sheets.isEmpty, "<p>\(texts["topics.none"])</p>\n")</div>
                """)
    }

    private func section(_ topic: Topic, _ sheets: [SheetSummary], titled: Bool) -> HTML {
        """
        <section>\(when: titled, "<h2\(texts.lang())>\(topic.title)</h2>\n")\
        <ul class="sheets"\(texts.lang())>
        \(each: sheets, { "<li><a href=\"\(texts.address($0.path))\">\($0.title)</a><p>\($0.summary)</p></li>\n" })</ul></section>

        """
    }
}

import Civic
import Markup
import Ports
import Web

/// The protocol of a product beside the attention: the papers first, then what is asked, done and said.
struct ProtocolView {
    let texts: Texts
    let reading: Protocols.Reading?
    let likely: [(number: Int64, title: String)]
    let path: String

    var html: HTML {
        """
        <section class="protocol" aria-labelledby="protocolo"><h2 id="protocolo">\(texts["persons.protocol.title"])</h2>
        \(reading.map(shown) ?? "<p>\(texts["persons.protocol.lead"])</p>")
        \(when: !likely.isEmpty, ways)</section>
        """
    }

    private var ways: HTML {
        """
        <h3>\(texts["persons.protocol.of"])</h3>
        <ul>\(each: likely, { "<li><a href=\"\(texts.address("\(path)?ficha=\($0.number)"))\"\(texts.lang())>\($0.title)</a></li>" })</ul>
        """
    }

    private func shown(_ reading: Protocols.Reading) -> HTML {
        """
        <div\(texts.lang())><h3>\(reading.title)</h3>
        <p>\(reading.summary)</p></div>
        \(list("persons.protocol.papers", reading.papers, isOrdered: false))\
        \(list("persons.protocol.requirements", reading.requirements, isOrdered: false))\
        \(list("persons.protocol.steps", reading.steps, isOrdered: true))\
        \(with: reading.goodToKnow, { "<h3>\(texts["persons.protocol.say"])</h3><p\(texts.lang())>\($0)</p>" })
        <p><a href="\(texts.address(reading.path))">\(texts["persons.protocol.sheet"])</a></p>
        """
    }

    private func list(_ title: TextKey, _ items: [String], isOrdered: Bool) -> HTML {
        if items.isEmpty { return HTML() }
        let lines: HTML = "\(each: items, { "<li>\($0)</li>" })"
        return isOrdered
            ? "<h3>\(texts[title])</h3><ol\(texts.lang())>\(lines)</ol>\n"
            : "<h3>\(texts[title])</h3><ul class=\"checks\"\(texts.lang())>\(lines)</ul>\n"
    }
}

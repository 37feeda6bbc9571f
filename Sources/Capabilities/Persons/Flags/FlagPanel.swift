import Civic
import Markup
import Ports

extension FlagDesk {
    /// In Mi Ventanilla, for whoever has any.
    public var panel: MyPanel {
        MyPanel(place: 15) { person, _, texts in
            let flags = try await own(person)
            if flags.isEmpty { return nil }
            return """
                <section aria-labelledby="hechos"><h2 id="hechos">\(texts["persons.flag.own"])</h2>
                <p>\(texts("persons.flag.own.count", count: flags.count)) \
                <a href="\(texts.address("/mi/hechos"))">\(texts["persons.flag.own.see"])</a></p></section>

                """
        }
    }
}

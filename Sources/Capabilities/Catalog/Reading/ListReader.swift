import Definitions
import Yams

/// Reads the lists that sheets refer to: topics, life events, kinds of places.
struct ListReader {
    let defects: DefectList

    /// The entries of a file that is one list of groups of fields, or nil when it is anything else.
    func entries(_ text: String) -> [Fields]? {
        guard let node = Node.read(text, defects) else { return nil }
        guard case .sequence(let sequence) = node else {
            defects.add("must be a list, each entry with '- '", line: 1, column: 1)
            return nil
        }
        return sequence.enumerated().compactMap { index, entry in
            if case .mapping(let mapping) = entry { return Fields(mapping, path: "[\(index + 1)]", defects) }
            defects.add("must be a group of fields", field: "[\(index + 1)]", line: entry.mark?.line ?? 1, column: entry.mark?.column ?? 1)
            return nil
        }
    }

    /// Slugs of groups and topics share the addresses `/temas/…`, so they are unique together.
    func groups(_ text: String) -> [TopicGroup]? {
        var seen: Set<String> = []
        return entries(text)?.compactMap { fields in
            let slug = slug(fields, "slug", &seen)
            let (title, summary) = (fields.text("title"), fields.text("summary"))
            let topics = fields.list("topics").compactMap { inner -> Topic? in
                let (slug, title) = (self.slug(inner, "slug", &seen), inner.text("title"))
                inner.close()
                guard let slug, let title else { return nil }
                return Topic(slug: slug, title: title)
            }
            if fields.node("topics") == nil { fields.complain("topics", "is missing") }
            fields.close()
            guard let slug, let title, let summary else { return nil }
            return TopicGroup(slug: slug, title: title, summary: summary, topics: topics)
        }
    }

    func places(_ text: String) -> [Place]? {
        var seen: Set<String> = []
        return entries(text)?.compactMap { fields in
            let (key, name) = (slug(fields, "key", &seen), fields.text("name"))
            fields.close()
            guard let key, let name else { return nil }
            return Place(key: key, name: name)
        }
    }

    func slug(_ fields: Fields, _ key: String, _ seen: inout Set<String>) -> String? {
        guard let slug = fields.text(key) else { return nil }
        if !slug.isSlug { fields.complain(key, "small letters without accents, digits and hyphens") }
        if !seen.insert(slug).inserted { fields.complain(key, "'\(slug)' is there twice") }
        return slug
    }
}

import Markup

/// One page of a list, as HSDS pages them.
struct HsdsPage {
    /// Which page, from 1.
    let number: Int
    let size: Int

    static let most = 500

    /// Of what was asked for; nil when it is no number, or out of bounds.
    init?(page: String?, perPage: String?) {
        guard let number = Self.number(page, or: 1, in: 1...1_000_000), let size = Self.number(perPage, or: 50, in: 1...Self.most) else {
            return nil
        }
        self.number = number
        self.size = size
    }

    private static func number(_ text: String?, or usual: Int, in bounds: ClosedRange<Int>) -> Int? {
        guard let text else { return usual }
        guard let number = Int(text), bounds.contains(number) else { return nil }
        return number
    }

    func json<Item>(_ items: [Item], _ item: (Item) -> JSON) -> JSON {
        let pages = max(1, (items.count + size - 1) / size)
        let shown = items.dropFirst((number - 1) * size).prefix(size)
        return [
            "total_items": .integer(items.count), "total_pages": .integer(pages), "page_number": .integer(number),
            "size": .integer(shown.count), "first_page": .bool(number == 1), "last_page": .bool(number >= pages),
            "empty": .bool(shown.isEmpty), "contents": .array(shown.map(item)),
        ]
    }
}

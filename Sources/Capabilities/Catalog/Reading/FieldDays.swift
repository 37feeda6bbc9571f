import Civic
import Definitions
import Yams

extension Fields {
    func day(_ key: String, missing: String = "is missing") -> Day? {
        required(key, missing).flatMap { day(of: $0, key) }
    }

    func optionalDay(_ key: String) -> Day? {
        node(key).flatMap { day(of: $0, key) }
    }

    private func day(of node: Node, _ key: String) -> Day? {
        if let day = node.scalar.flatMap({ Day(iso: $0.string) }) { return day }
        refuse(node, key, "must be a day of the calendar written as 2026-09-01")
        return nil
    }
}

import Civic
import Foundation

/// The name of a person, opened after its trace.
enum OpenedName {
    /// nil when nobody knows it.
    static func name(_ person: Person, _ disclosure: Disclosure) throws -> PersonName? {
        try person.name.map { try JSONDecoder().decode(PersonName.self, from: Data(try disclosure.open($0).utf8)) }
    }
}

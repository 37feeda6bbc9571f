import Civic

/// Somebody who can sign in at the double: made up, with a RUN whose check digit is right.
public struct DemoPerson: Sendable, Hashable {
    public let run: RUN
    public let given: [String]
    public let surnames: [String]

    /// nil when the number is no RUN.
    init?(_ run: String, _ given: [String], _ surnames: [String]) {
        guard let run = RUN(run) else { return nil }
        self.run = run
        self.given = given
        self.surnames = surnames
    }

    public var name: String { (given + surnames).joined(separator: " ") }

    /// Those of the demonstration: the person of the documented test number among them, one surname, none, another script, a long name.
    public static let all: [DemoPerson] = [
        DemoPerson("44444444-4", ["José", "Antonio"], ["Rodríguez", "Valderrama"]),
        DemoPerson("12345678-5", ["Rosa", "Elena"], ["Muñoz", "Ñancupil"]),
        DemoPerson("20347878-K", ["Camila", "Andrea"], ["Soto", "Muñoz"]),
        DemoPerson("1000005-K", ["Hermosina"], ["Painemal"]),
        DemoPerson("10000013-K", ["Widline"], []),
        DemoPerson("10000004-0", ["李", "明"], ["王"]),
        DemoPerson("5126663-3", [String(repeating: "Maximiliano ", count: 15) + "Bernardo de la Santísima"], ["Errázuriz", "Ossandón"]),
    ].compactMap(\.self)
}

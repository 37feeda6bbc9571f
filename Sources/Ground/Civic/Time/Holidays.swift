import Foundation

/// The civil holidays of the country and of its parts, for the years that the data covers. Outside of them it knows nothing, and says so.
public struct Holidays: Sendable {
    /// A holiday of one part of the country: its day, and the codes of the regions or comunas where it holds.
    struct Local: Sendable {
        let day: Day
        let territories: [String]
    }

    /// The years that the data covers, both included.
    public let years: ClosedRange<Int>
    private let national: Set<Int>
    private let local: [Int: [String]]
    private let names: [Int: String]

    /// Reads `Catalogue/calendar/holidays.csv`: day, name, reach, territories. Bank holidays are no civil holidays (Ley 19.880 speaks of
    /// those days alone that the law makes holidays). Throws `ReferenceFault` with the line at fault.
    public init(csv text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(
            text, columns: ["fecha", "nombre", "ambito", "cut_territorio", "irrenunciable", "fuente"], of: "holidays")
        var (national, local, names) = (Set<Int>(), [Int: [String]](), [Int: String]())
        var years: [Int] = []
        for row in table.rows {
            guard let day = Day(iso: row["fecha"]) else { throw row.fault("fecha", "is no day like 2026-09-18") }
            years.append(day.year)
            switch row["ambito"] {
            case "nacional": national.insert(day.number)
            case "regional", "comunal":
                let codes = row["cut_territorio"].split(separator: " ").map(String.init)
                guard !codes.isEmpty else { throw row.fault("cut_territorio", "names no territory") }
                local[day.number, default: []] += codes
            case "bancario": continue
            default: throw row.fault("ambito", "is none of nacional, regional, comunal, bancario")
            }
            names[day.number] = row["nombre"]
        }
        guard let first = years.min(), let last = years.max() else { throw ReferenceFault("holidays: there are none") }
        self.years = first...last
        self.national = national
        self.local = local
        self.names = names
    }

    /// Reads that file. Throws `ReferenceFault` when it is not there, too.
    public init(file: String) throws(ReferenceFault) {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw ReferenceFault("\(file): there is no such file, or it is not UTF-8")
        }
        try self.init(csv: text)
    }

    /// Those of the whole country, the earliest first.
    public var days: [Day] { national.sorted().map { Day(number: $0) } }

    /// Whether the data says what kind of day it is.
    public func covers(_ day: Day) -> Bool { years.contains(day.year) }

    /// Whether the day is a holiday in the whole country, or in the comuna given (five digits, as CUT).
    public func includes(_ day: Day, in comuna: String? = nil) -> Bool {
        if national.contains(day.number) { return true }
        guard let comuna, let territories = local[day.number] else { return false }
        return territories.contains { comuna.hasPrefix($0) }
    }

    /// What the holiday is called, in Spanish.
    public func name(of day: Day) -> String? { names[day.number] }
}

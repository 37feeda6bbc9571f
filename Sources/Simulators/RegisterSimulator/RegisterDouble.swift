import Civic
import Foundation
import Synchronization

/// Registers of other institutions, made up: what each knows of the persons of the demonstration and of anybody else with a RUN. Each can be
/// slow, wrong or down.
public final class RegisterDouble: Sendable {
    public enum Mode: String, Sendable, CaseIterable { case right, slow, wrong, down }

    public enum Answer: Sendable {
        case known([String: RegisterDatum])
        case unknown
        /// Not as agreed.
        case garbage(String)
        case silence
    }

    private let modes = Mutex<[String: Mode]>([:])
    private let events = Mutex<[Int: LifeEvent]>([:])
    private let today: @Sendable () -> Day

    public init(today: @escaping @Sendable () -> Day) { self.today = today }

    public static let registers = [
        "identidad", "residencia", "focalizacion", "pensiones", "pagos", "hogares", "familia", "aportes", "cotizaciones", "impuestos",
        "salud",
        "cesantia", "cuentas",
    ]

    public func set(_ register: String, _ mode: Mode) { modes.withLock { $0[register] = mode } }
    public func mode(_ register: String) -> Mode { modes.withLock { $0[register] ?? .right } }

    /// From now on the registers know that this happened to that person.
    public func happen(_ event: LifeEvent, to run: RUN) { events.withLock { $0[run.number] = event } }

    /// What the register says of that number.
    public func answer(_ register: String, _ run: RUN) -> Answer {
        switch mode(register) {
        case .down: return .silence
        case .wrong: return .garbage("<html>Service unavailable</html>")
        case .right, .slow: break
        }
        guard Self.registers.contains(register) else { return .unknown }
        let life = InventedLife(run, today: today())
        let event = events.withLock { $0[run.number] ?? .none }
        return life.data(in: register).map { .known($0.merging(event.data(in: register, today: today())) { $1 }) } ?? .unknown
    }
}

extension RegisterDouble {
    /// The same over a line: a path that names the register, and a question in JSON. nil when it does not answer in time.
    public func answer(to path: String, _ body: [UInt8]) -> (status: Int, type: String, body: [UInt8])? {
        struct Question: Decodable {
            let run: String
            let fields: [String]
        }
        guard let question = try? JSONDecoder().decode(Question.self, from: Data(body)), let run = RUN(question.run) else {
            return (400, "application/json", Array("{}".utf8))
        }
        switch answer(String(path.drop { $0 == "/" }), run) {
        case .silence: return nil
        case .garbage(let text): return (200, "text/html", Array(text.utf8))
        case .unknown: return (404, "application/json", Array("{}".utf8))
        case .known(let fields):
            let asked = fields.filter { question.fields.contains($0.key) }
            guard let body = try? JSONEncoder().encode(["fields": asked]) else { return nil }
            return (200, "application/json", [UInt8](body))
        }
    }
}

/// One value of a register.
public enum RegisterDatum: Sendable, Hashable, Encodable {
    case flag(Bool)
    case number(Int64)
    case text(String)
    case day(Day)
    case texts([String])
    case records([[String: RegisterDatum]])

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .day(let day): try container.encode(day.iso)
        case .texts(let texts): try container.encode(texts)
        case .records(let records): try container.encode(records)
        }
    }
}

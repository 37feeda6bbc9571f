import Civic
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
    private let today: @Sendable () -> Day

    public init(today: @escaping @Sendable () -> Day) { self.today = today }

    public static let registers = [
        "identidad", "residencia", "focalizacion", "pensiones", "pagos", "hogares", "familia", "aportes", "cotizaciones",
    ]

    public func set(_ register: String, _ mode: Mode) { modes.withLock { $0[register] = mode } }
    public func mode(_ register: String) -> Mode { modes.withLock { $0[register] ?? .right } }

    /// What the register says of that number.
    public func answer(_ register: String, _ run: RUN) -> Answer {
        switch mode(register) {
        case .down: return .silence
        case .wrong: return .garbage("<html>Service unavailable</html>")
        case .right, .slow: break
        }
        guard Self.registers.contains(register) else { return .unknown }
        let life = InventedLife(run, today: today())
        return life.data(in: register).map { .known($0) } ?? .unknown
    }
}

/// One value of a register.
public enum RegisterDatum: Sendable, Hashable {
    case flag(Bool)
    case number(Int64)
    case text(String)
    case day(Day)
}

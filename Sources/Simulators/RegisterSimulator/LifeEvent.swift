import Civic

/// Something that happens to an invented person, and what registers say from then on.
public enum LifeEvent: String, Sendable, CaseIterable {
    case none, death, travel, uncollected, richer

    func data(in register: String, today: Day) -> [String: RegisterDatum] {
        switch (self, register) {
        case (.death, "identidad"): ["fallecida": .flag(true), "fechaDefuncion": .day(today.adding(days: -70))]
        case (.travel, "residencia"): ["diasFueraDelAno": .number(200)]
        case (.uncollected, "pagos"): ["mesesSinCobrar": .number(7)]
        case (.richer, "pensiones"): ["pensionBase": .number(900_000)]
        default: [:]
        }
    }
}

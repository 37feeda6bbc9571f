import Civic

/// A life made up from a number: the same each time, and plausible together. The persons of the demonstration have lives of their own.
struct InventedLife {
    private let run: RUN
    private let today: Day
    private var seed: UInt64

    init(_ run: RUN, today: Day) {
        self.run = run
        self.today = today
        seed = UInt64(run.number) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Nil when the register knows nobody of that number.
    func data(in register: String) -> [String: RegisterDatum]? {
        switch register {
        case "identidad":
            [
                "fechaNacimiento": .day(birth), "fallecida": .flag(false), "sexo": .text(isWoman ? "F" : "M"),
                "nacionalidad": .text(draw(27, 12) == 0 ? "Venezuela" : "Chile"),
            ]
        case "residencia":
            ["aniosDesdeLos20": .number(residence), "aniosUltimosCinco": .number(recent), "diasFueraDelAno": .number(draw(18, 30))]
        case "focalizacion": ["sobreElCorte": .flag(isRich)]
        case "pensiones": ["pensionBase": .number(pension), "pensionFuerzasArmadas": .flag(isMilitary)]
        case "pagos": payments
        case "hogares":
            [
                "tramo": .number(isCamila ? 40 : [40, 50, 60, 70, 80, 90, 100][Int(draw(11, 7))]),
                "comuna": .text(isCamila ? "13101" : ["13101", "05101", "08101", "09101"][Int(draw(28, 4))]),
            ]
        case "familia": ["hijos": .records(children)]
        case "aportes": contribution
        case "cotizaciones": contributions
        case "impuestos":
            ["iniciacionDeActividades": .flag(draw(19, 4) == 0), "rentaAnual": .number(draw(20, 24) * 1_000_000)]
        case "salud": ["sistema": .text(draw(21, 5) == 0 ? "Isapre" : "Fonasa"), "tramo": .text(["A", "B", "C", "D"][Int(draw(22, 4))])]
        case "cesantia": ["saldo": .number(draw(23, 3_000) * 1_000), "giros": .number(draw(24, 5))]
        case "cuentas": ["bancoYNumero": .texts(accounts)]
        default: nil
        }
    }

    private func draw(_ salt: UInt64, _ below: UInt64) -> Int64 {
        var mixed = seed ^ (salt &* 0xBF58_476D_1CE4_E5B9)
        mixed ^= mixed >> 31
        mixed = mixed &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 29
        return Int64(mixed % below)
    }

    /// Rosa is 66, José 71, Camila too young, with two children; others as their number has it: RUNs grow with the year of birth.
    private var birth: Day {
        switch run.number {
        case 12_345_678: return Day(year: 1960, month: 5, day: 10) ?? today
        case 44_444_444: return Day(year: 1955, month: 3, day: 2) ?? today
        case 20_347_878: return Day(year: 1999, month: 11, day: 20) ?? today
        default:
            let year = 1930 + Int(min(80, run.number / 300_000))
            return Day(year: year, month: Int(draw(1, 12)) + 1, day: Int(draw(2, 28)) + 1) ?? today
        }
    }

    private var isWoman: Bool { run.number == 12_345_678 || isCamila || run.number != 44_444_444 && draw(29, 2) == 0 }

    private var residence: Int64 {
        if run.number == 44_444_444 { return 12 }
        let adult = max(0, Int64(today.number - birth.number) / 366 - 20)
        return draw(3, 20) == 0 ? adult / 4 : adult
    }

    private var recent: Int64 { draw(4, 25) == 0 ? 2 : 5 }
    private var isRich: Bool { run.number != 12_345_678 && draw(5, 10) == 0 }
    private var isMilitary: Bool { run.number > 1_000_000 && run.number != 12_345_678 && draw(6, 30) == 0 }
    private var pension: Int64 { run.number == 12_345_678 ? 310_000 : draw(7, 3) == 0 ? 0 : draw(8, 1_400) * 1_000 }

    /// CuentaRUT has the number of its owner; some have another account.
    private var accounts: [String] {
        ["CuentaRUT \(run.number)"]
            + (run.number == 12_345_678
                ? ["Banco BCI 00445566"] : draw(25, 2) == 0 ? ["Banco de Chile \(10_000_000 + draw(26, 80_000_000))"] : [])
    }

    /// Under age, in the care of this person: Camila has two.
    private var children: [[String: RegisterDatum]] {
        let names = ["Inés", "Martín", "Sofía", "Tomás"]
        let count = isCamila ? 2 : Int(draw(12, 4))
        return (0..<count).map { place in
            let number = 24_000_000 + Int(draw(30 + UInt64(place), 3_000_000))
            return [
                "nombre": .text(names[place % names.count]), "run": .text(RUN(number: number)?.formatted ?? ""),
                "nacimiento": .day(today.adding(days: -Int(draw(40 + UInt64(place), 5_800)) - 200)),
                "discapacidad": .flag(isCamila ? place == 1 : draw(50 + UInt64(place), 12) == 0),
            ]
        }
    }

    private var isCamila: Bool { run.number == 20_347_878 }

    private var payments: [String: RegisterDatum] {
        guard !isCamila, run.number == 12_345_678 || draw(9, 2) == 0 else {
            return ["tienePagos": .flag(false), "asignacionFamiliar": .flag(false), "mesesSinCobrar": .number(0)]
        }
        return [
            "tienePagos": .flag(true), "beneficio": .text("Pensión de vejez"), "monto": .number(max(pension, 100_000)),
            "fecha": .day(today.adding(days: -Int(draw(10, 28)) - 1)), "modo": .text("Pago en efectivo"),
            "asignacionFamiliar": .flag(draw(13, 5) == 0), "mesesSinCobrar": .number(0),
        ]
    }

    private var contribution: [String: RegisterDatum] {
        guard draw(14, 2) == 0 || run.number == 12_345_678 else { return ["tienePago": .flag(false)] }
        return [
            "tienePago": .flag(true), "monto": .number(64_574 * (1 + draw(15, 3))),
            "vence": .day(today.adding(days: Int(draw(16, 200)) + 10)),
        ]
    }

    private var contributions: [String: RegisterDatum] {
        let months = run.number == 12_345_678 ? 214 : draw(17, 400)
        guard months > 0 else { return ["meses": .number(0)] }
        let first = birth.adding(days: 7_300)
        return ["meses": .number(months), "primera": .day(first), "ultima": .day(first.adding(days: Int(months) * 31))]
    }
}

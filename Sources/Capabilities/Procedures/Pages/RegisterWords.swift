import Civic

extension Texts {
    /// The registers that services may name, beside this house itself.
    public static let registers: Set<String> = [
        RunDesk.ownRegister, "identidad", "residencia", "focalizacion", "pensiones", "pagos", "hogares", "familia", "aportes",
        "cotizaciones", "impuestos", "salud", "cesantia", "cuentas",
    ]

    /// The queues that services may name.
    public static let owners: Set<String> = [
        "ips.atencion", "ips.exterior", "ips.oirs", "ips.pagos", "ips.pensiones", "ips.transparencia", "municipalidad.social",
    ]

    /// The id of what nobody has named here yet, as words.
    private static func spaced(_ id: String) -> String {
        id.split(separator: ".").map { $0.replacing("_", with: " ").replacing("-", with: " ") }.joined(separator: ": ")
    }

    /// What people call a queue: whose it is and what it does.
    func owner(_ id: String) -> String {
        switch id {
        case "ips.atencion": self["procedures.owner.ips.atencion"]
        case "ips.exterior": self["procedures.owner.ips.exterior"]
        case "ips.oirs": self["procedures.owner.ips.oirs"]
        case "ips.pagos": self["procedures.owner.ips.pagos"]
        case "ips.pensiones": self["procedures.owner.ips.pensiones"]
        case "ips.transparencia": self["procedures.owner.ips.transparencia"]
        case "municipalidad.social": self["procedures.owner.municipalidad.social"]
        default: Self.spaced(id)
        }
    }

    /// What people call a register.
    func register(_ id: String) -> String {
        switch id {
        case RunDesk.ownRegister: self["procedures.register.own"]
        case "identidad": self["procedures.register.identidad"]
        case "residencia": self["procedures.register.residencia"]
        case "focalizacion": self["procedures.register.focalizacion"]
        case "pensiones": self["procedures.register.pensiones"]
        case "pagos": self["procedures.register.pagos"]
        case "hogares": self["procedures.register.hogares"]
        case "familia": self["procedures.register.familia"]
        case "aportes": self["procedures.register.aportes"]
        case "cotizaciones": self["procedures.register.cotizaciones"]
        case "impuestos": self["procedures.register.impuestos"]
        case "salud": self["procedures.register.salud"]
        case "cesantia": self["procedures.register.cesantia"]
        case "cuentas": self["procedures.register.cuentas"]
        default: Self.spaced(id)
        }
    }
}

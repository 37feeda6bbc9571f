import Civic
import Flows

extension Texts {
    /// What people call a register that a service asks.
    func register(_ id: String, of service: Service) -> String {
        if id == RunDesk.ownRegister { return self["procedures.register.own"] }
        return service.names.registers[id].map { $0.said(in: language).text } ?? Self.spaced(id)
    }

    /// What people call a queue: whose it is and what it does.
    func owner(_ id: String, of service: Service) -> String {
        service.names.queues[id].map { $0.said(in: language).text } ?? Self.spaced(id)
    }

    /// The id of what has no name yet (its catalogue was not loaded since), as words.
    private static func spaced(_ id: String) -> String {
        id.split(separator: ".").map { $0.replacing("_", with: " ").replacing("-", with: " ") }.joined(separator: ": ")
    }
}

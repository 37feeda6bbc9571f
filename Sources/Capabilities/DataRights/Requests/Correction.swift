import Civic

/// What a granted rectification puts in the place of what was wrong; nil stays as it is.
struct Correction: Sendable {
    var given: String?
    var first: String?
    var second: String?
    var social: String?
    var birth: Day?

    var isEmpty: Bool { given == nil && first == nil && second == nil && social == nil && birth == nil }

    /// What is registered, corrected. Throws `NotNow` when what comes out can't be a name.
    func applied(to registered: Registration) throws -> Registration {
        var registration = registered
        if given != nil || first != nil || second != nil || social != nil {
            let former = registered.name
            let name = PersonName(
                given: given ?? former?.given ?? "", first: first ?? former?.first, second: second ?? former?.second,
                social: social ?? former?.social)
            guard let name else { throw NotNow(advice: "rightsDesk.notNow.name") }
            registration.name = name
        }
        if let birth { registration.birth = birth }
        return registration
    }
}

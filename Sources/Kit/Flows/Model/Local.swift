import Definitions

/// An office of each comuna decides, as a municipality does: a case waits at that of its person, whoever received it.
public struct Local: Sendable {
    /// Whose offices they are.
    public let institution: String
    /// The datum that says in which comuna: a fact or a question of that kind.
    public let place: String
    /// What such an office is called, with that datum in braces, as names are: in one language.
    public let called: String

    /// What the office of a comuna is called.
    public func name(in commune: String) -> String { called.replacing("{\(place)}", with: commune) }
}

extension Service {
    /// The institution whose officials decide.
    public var decider: String { local?.institution ?? institution }
}

extension Local {
    init?(_ fields: Fields) {
        let (institution, place, called) = (fields.text("institution"), fields.text("place"), fields.text("called"))
        if let place, let called, !called.contains("{\(place)}") { fields.complain("called", "says no comuna: write it as {\(place)}") }
        fields.close()
        guard let institution, let place, let called else { return nil }
        self.init(institution: institution, place: place, called: called)
    }
}

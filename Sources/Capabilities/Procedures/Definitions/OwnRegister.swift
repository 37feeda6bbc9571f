import Flows

extension RegisterShape {
    /// What this house itself knows of a person, under the name of its own register.
    public static let own = [
        RunDesk.ownRegister: RegisterShape(fields: [
            "diasHabilesDesdeCambioDeContactoOPoder": RegisterShape.Field(kind: .wholeNumber, inner: [:])
        ])
    ]
}

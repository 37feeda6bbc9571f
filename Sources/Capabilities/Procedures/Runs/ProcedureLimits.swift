/// What whoever runs the house sets for procedures.
public struct ProcedureLimits: Sendable {
    /// For how many hours what a register said is taken as it was said, while nothing is filed.
    let registerHours: Int
    /// The largest file of an answer, in bytes.
    let largestFile: Int
    /// For how many days what an institution prepared waits for its person.
    let preparedDays: Int
    /// For how many days whoever of the staff changed how a person is reached, or who acts for them, keeps their hands off what waits for such
    /// changes (Docs/decisions/0038).
    let handsDays: Int

    public init(registerHours: Int, largestFile: Int, preparedDays: Int, handsDays: Int) {
        self.registerHours = registerHours
        self.largestFile = largestFile
        self.preparedDays = preparedDays
        self.handsDays = handsDays
    }
}

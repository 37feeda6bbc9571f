import Civic

extension Permission {
    /// Open the data of somebody who is not there, for a while, with a written reason.
    public static let breakGlass: Permission = "glass.break"
    /// Look at the looks of others: behind broken glass, and at contacts without proof of presence.
    public static let reviewGlass: Permission = "glass.review"
    /// Say that two records are one person, or that one record is two.
    public static let mergePersons: Permission = "people.merge"
    /// Record that somebody died, and that it was a mistake.
    public static let recordDeaths: Permission = "people.death"
}

extension PersonalField {
    /// The contacts that somebody had with the State, and what is under way.
    public static let history: PersonalField = "history"
    /// What agents noted of attentions.
    public static let notes: PersonalField = "notes"
}

/// What a grant changes in the person's own record.
public struct Change: Sendable {
    public enum Contact: String, Sendable, CaseIterable { case phone, email, address }

    public enum Kind: Sendable {
        /// The answer takes the place of the contact that was there.
        case contact(Contact)
        /// The answer is the RUN of who may act for the person, by a paper: the question that says which kind it is, and the one that says
        /// which paper.
        case mandate(instrument: String, paper: String)
        /// The answer is where payments go from now on: the contacts that were there before are told.
        case payment
    }

    public let question: String
    public let kind: Kind
}

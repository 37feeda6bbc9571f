/// What a grant changes in the person's own record: an answer takes the place of the contact that was there.
public struct Change: Sendable {
    public enum Contact: String, Sendable, CaseIterable { case phone, email, address }

    public let question: String
    public let contact: Contact
}

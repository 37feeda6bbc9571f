import Civic
import Storage

/// Asks how an attention was: surveys fill it, whoever ends an attention holds it.
public struct SurveyOffer: Sendable {
    /// A survey about a contact, in the act that ends it; gives back the code with which it is answered. It names nobody.
    public let offer: @Sendable (_ interaction: InteractionID, _ channel: Channel, Transaction) throws -> CheckedCode

    public init(offer: @escaping @Sendable (_ interaction: InteractionID, _ channel: Channel, Transaction) throws -> CheckedCode) {
        self.offer = offer
    }
}

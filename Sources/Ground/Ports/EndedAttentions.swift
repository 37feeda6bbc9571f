import Civic
import Storage

/// Who must know that an attention ended, in the act that ends it. Whoever has to do with it fills it; whoever ends attentions holds it.
public struct EndedAttentions: Sendable {
    public let tell: @Sendable (_ interaction: InteractionID, _ outcome: Outcome, _ by: Actor, Transaction) throws -> Void

    public init(tell: @escaping @Sendable (_ interaction: InteractionID, _ outcome: Outcome, _ by: Actor, Transaction) throws -> Void) {
        self.tell = tell
    }
}

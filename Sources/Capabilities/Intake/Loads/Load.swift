/// How far a load of contacts has come. Each batch moves it on in the act that writes the batch: what was written is never written again.
public struct Load: Sendable, Hashable {
    let id: Int64
    /// What is loaded: a digest of its content, or its name.
    public let source: String
    /// Where the next batch begins: a place in the file, or a step of what is made.
    public var position: Int
    public var accepted: Int
    public var refused: Int
    public var hasEnded: Bool
}

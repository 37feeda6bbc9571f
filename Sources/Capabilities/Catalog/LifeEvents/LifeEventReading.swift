/// A moment of life with the sheets that its steps name, and the others that belong to it.
public struct LifeEventReading: Sendable, Hashable {
    public let event: LifeEvent
    let named: [SheetSummary]
    /// In alphabetical order.
    public let others: [SheetSummary]

    /// The sheet of a step.
    public func sheet(_ step: LifeEvent.Step) -> SheetSummary? {
        step.sheet.flatMap { slug in named.first { $0.slug == slug } }
    }
}

/// What an installation wants of waiting: a share attended within some minutes. A wish of whoever runs it, not a rule of law.
public struct Target: Sendable, Hashable {
    public let share: Double
    public let minutes: Int

    public init(share: Double, minutes: Int) {
        self.share = share
        self.minutes = minutes
    }

    var seconds: Double { Double(minutes * 60) }
}

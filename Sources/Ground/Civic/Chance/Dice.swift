/// Numbers that look like chance and are the same each time for the same seed: for what is made up or played through, never for secrets.
/// Source: Steele, Lea and Flood, 'Fast splittable pseudorandom number generators', OOPSLA 2014 (SplitMix64).
public struct Dice: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    public init(_ seed: UInt64) {
        state = seed
    }

    @inlinable
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `bound`.
    @inlinable
    public mutating func next(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}

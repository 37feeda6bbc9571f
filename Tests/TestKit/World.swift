import Storage

/// The small world that the tests live in: always the same people at the same place, on the same Monday.
public enum World {
    /// A citizen, as the civil registry would know her. The RUN is made up; its check digit is right.
    public enum Citizen {
        public static let name = "Rosa Elena Muñoz Ñancupil"
        public static let run = "12345678-5"
        public static let phone = "+56 9 8765 4321"
    }

    /// An agent of the branch.
    public enum Agent {
        public static let name = "Andrés Iturra Sáez"
        public static let run = "11111111-1"
    }

    /// The central branch, where the agent attends.
    public enum Branch {
        public static let id: Int64 = 1
        public static let name = "Sucursal Central"
    }

    /// The keys of the tests, made of numbers in a row.
    public static let keyring = Keyring(key(1))

    /// A key by its number; another number is another key.
    public static func key(_ number: UInt16) -> Keyring.Key {
        let master = (0..<32).map { UInt8(truncatingIfNeeded: Int(number) &* 31 &+ $0) }
        guard let key = Keyring.Key(number: number, master: master) else { preconditionFailure("a master key has 32 bytes") }
        return key
    }
}

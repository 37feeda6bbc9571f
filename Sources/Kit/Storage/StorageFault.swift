/// What an engine could not do. The message names tables, columns and codes, never a value that somebody typed.
public struct StorageFault: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable {
        /// A CHECK, UNIQUE, NOT NULL or FOREIGN KEY of the schema. An expected conflict is written ON CONFLICT instead.
        case constraint
        /// An earlier statement of this transaction failed; nothing more can be done in it.
        case poisoned
        /// The disk is full. Reads go on; try the act again later.
        case full
        /// Reading or writing the disk failed.
        case inputOutput
        /// Another process held the database for too long, or re-runs did not settle.
        case busy
        /// The statement was cancelled because it ran too long.
        case tooLong
        /// The connection was lost before COMMIT was sent, and could not be made again in time.
        case unavailable
        /// The connection was lost during COMMIT and nobody could say what became of the act.
        case outcomeUnknown
        /// The database may not be written: read-only media, a standby.
        case readOnly
        /// A number does not fit into 64 bits.
        case overflow
        /// The file or the answer is damaged.
        case corrupt
        /// A column is missing or holds another kind of value.
        case shape
        /// The schema is newer than this program, or not the one that it knows.
        case schema
        /// A secret does not open: wrong key, wrong place, or tampered with.
        case secret
        /// This process holds no node number, so it can make no ids.
        case node
        /// The server is stopping.
        case closed
        /// The engine refused the statement for another reason.
        case statement
    }

    public let kind: Kind
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { "\(kind.rawValue): \(message)" }
}

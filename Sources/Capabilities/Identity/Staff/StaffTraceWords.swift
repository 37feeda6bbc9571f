import Civic
import Ports

extension TraceWords {
    /// What happens to the account of a person who is of the staff.
    public static let staff = TraceWords(verbs: ["staff.opened": "trace.verb.staffOpened"])
}

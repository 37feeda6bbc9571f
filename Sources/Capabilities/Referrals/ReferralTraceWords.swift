import Civic
import Ports

extension TraceWords {
    /// How the trace calls an attention that went on in other hands.
    public static let referrals = TraceWords(
        verbs: ["referral.sent": "trace.verb.referralSent", "referral.taken": "trace.verb.referralTaken"], fields: [:])
}

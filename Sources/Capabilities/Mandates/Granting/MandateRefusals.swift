import Civic

/// Nobody acts for themselves: the number is the person's own.
struct OwnNumber: Refusal {
    var kind: RefusalKind { .invalid }
    var title: TextKey { "mandate.ownNumber" }
    var advice: TextKey { "mandate.ownNumber.advice" }
}

/// Leave to act for another is not there, or is no longer there: it was revoked, its term ended, or a death ended it.
struct NoLongerActing: Refusal {
    var kind: RefusalKind { .forbidden }
    var title: TextKey { "acting.ended" }
    var advice: TextKey { "acting.ended.advice" }
}

/// It ended, or somebody was faster; or whoever confirms is whoever wrote it down.
struct NoLongerWaiting: Refusal {
    var kind: RefusalKind { .conflict }
    var title: TextKey { "mandate.notWaiting" }
    var advice: TextKey { "mandate.notWaiting.advice" }
}

/// Whoever decides has to have looked: half an hour passed since it was taken, or it never was.
struct NotTaken: Refusal {
    var kind: RefusalKind { .conflict }
    var title: TextKey { "mandate.notTaken" }
    var advice: TextKey { "mandate.notTaken.advice" }
}

/// The same member of the staff can't do both halves.
struct SameHands: Refusal {
    var kind: RefusalKind { .forbidden }
    var title: TextKey { "mandate.sameHands" }
    var advice: TextKey { "mandate.sameHands.advice" }
}

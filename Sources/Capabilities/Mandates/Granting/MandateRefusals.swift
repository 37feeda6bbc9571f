import Civic

/// Nobody acts for themselves: the number is the person's own.
struct OwnNumber: Refusal {
    var kind: RefusalKind { .invalid }
    var title: TextKey { "mandate.ownNumber" }
    var advice: TextKey { "mandate.ownNumber.advice" }
}

/// It ended, or somebody was faster; or whoever confirms is whoever wrote it down.
struct NoLongerWaiting: Refusal {
    var kind: RefusalKind { .conflict }
    var title: TextKey { "mandate.notWaiting" }
    var advice: TextKey { "mandate.notWaiting.advice" }
}

/// The same member of the staff can't do both halves.
struct SameHands: Refusal {
    var kind: RefusalKind { .forbidden }
    var title: TextKey { "mandate.sameHands" }
    var advice: TextKey { "mandate.sameHands.advice" }
}

import Civic

/// What a grantor is told of, and whether a contact of theirs is told too.
enum MandateNotice {
    case accepted, confirmed, ended, granted, recorded, rejected

    func text(isWarned: Bool) -> TextKey {
        switch self {
        case .accepted: isWarned ? "mandate.notice.accepted" : "mandate.notice.accepted.alone"
        case .confirmed: isWarned ? "mandate.notice.confirmed" : "mandate.notice.confirmed.alone"
        case .ended: isWarned ? "mandate.notice.ended" : "mandate.notice.ended.alone"
        case .granted: isWarned ? "mandate.notice.granted" : "mandate.notice.granted.alone"
        case .recorded: isWarned ? "mandate.notice.recorded" : "mandate.notice.recorded.alone"
        case .rejected: isWarned ? "mandate.notice.rejected" : "mandate.notice.rejected.alone"
        }
    }
}

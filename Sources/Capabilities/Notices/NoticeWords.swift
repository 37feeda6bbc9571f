import Civic
import Ports

extension NoticeDesk {
    /// How the trace calls what happens to notices.
    public static let traceWords = TraceWords(
        verbs: ["notice.opened": "trace.verb.noticeOpened", "notice.allOpened": "trace.verb.noticesOpened"],
        fields: ["notices": "trace.field.notices"])
}

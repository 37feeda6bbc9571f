import Catalog
import Civic
import DataRights
import Identity
import Mandates
import Notices
import Persons
import Portal
import Procedures
import Ports
import Referrals
import Web

/// How the trace is told to the person: who of the staff it was, where, and in which words.
extension House {
    /// Who keeps questions about a line of the trace.
    func traceQuestions(_ texts: Texts) -> TraceQuestions? { requestDesk.questions(in: texts.language) }

    /// What the deeds and the data of every room are called.
    var traceWords: TraceWords {
        TraceWords([.ground, NoticeDesk.traceWords, .persons, .staff, RightsWords.trace, MandateDesk.traceWords, .referrals, .procedures])
    }

    var traceReader: TraceReader {
        let points = PointDesk(database)
        return TraceReader(posts: staffPosts, words: traceWords, matters: runDesk(isDemonstration: false).traceMatters) {
            try await points.point(Int($0))?.point.name
        }
    }
}

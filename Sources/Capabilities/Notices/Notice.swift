import Civic
import Foundation
import Ports

/// A notice as it is kept: closed, with its dates.
struct KeptNotice: Sendable {
    let id: Int64
    let told: SubjectSealed
    let made: Instant
    /// From when it may be seen.
    let visible: Instant
    /// When it was first seen by the person; nil while it is new.
    let opened: Instant?
}

/// A notice as the person reads it.
struct OpenNotice: Sendable {
    let id: Int64
    let text: String
    /// A path of this site that says more, without a language.
    let path: String?
    let at: Instant
    let isNew: Bool

    init(_ kept: KeptNotice, _ disclosure: Disclosure, _ texts: Texts) throws {
        let told = try ToldText(opened: try disclosure.open(kept.told))
        id = kept.id
        text = told.words(texts)
        path = told.path
        at = kept.visible
        isNew = kept.opened == nil
    }
}

/// What is told, as it is sealed: a text by its key, so that each language says it in its own words.
struct ToldText: Codable {
    let text: String
    let values: [String: String]
    let path: String?

    init(_ notice: NoticeBoard.Notice) {
        text = notice.text.description
        values = notice.values
        path = notice.path
    }

    init(opened text: String) throws {
        self = try JSONDecoder().decode(ToldText.self, from: Data(text.utf8))
    }

    var sealable: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    /// A text that is gone from the files of a later version is said as one that can't be shown.
    /// One from before its text had a name in it says in general what it is about.
    func words(_ texts: Texts) -> String {
        let unnamed = [
            "service": texts["notices.unnamed.service"], "title": texts["notices.unnamed.service"],
            "institution": texts["notices.unnamed.institution"],
        ]
        return texts.filled(stored: text, values.merging(unnamed) { told, _ in told }) ?? texts["notices.gone"]
    }
}

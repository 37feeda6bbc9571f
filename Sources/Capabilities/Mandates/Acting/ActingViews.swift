import Civic
import Markup
import Web

/// What somebody sees while they act for another.
struct ActingViews {
    let texts: Texts

    func overview(_ acting: Acting, _ person: Represented) -> Page {
        let needs: HTML = "\(person.needs.compactMap(Need.init).map { texts[$0.mandateWords] }.joined(separator: ", "))"
        return Page(
            title: texts["acting.overview"],
            main: """
                <div class="wide">
                <h1>\(person.name)</h1>
                <h2>\(texts["acting.seen"])</h2>
                \(AnswerList.list(
                    [.init(texts["mandate.seen.name"], "\(person.name)")]
                        + [
                            person.run.map { AnswerList.Row("RUN", "\($0)") },
                            person.birth.map { AnswerList.Row(texts["mandate.seen.birth"], "\(texts.long($0))") },
                            person.needs.isEmpty ? nil : AnswerList.Row(texts["mandate.seen.needs"], needs),
                        ].compactMap(\.self), texts: texts))
                <h2>\(texts["acting.can"])</h2>
                <ul class="ways"><li><a href="\(texts.address(acting.path + "/derechos"))">\(texts["acting.rights"])</a></li></ul>
                <h2>\(texts["acting.cannot"])</h2>
                <p>\(texts["acting.cannot.lead"])</p>
                <ul class="ways">
                \(each: Excluded.allCases, {
                    "<li><a href=\"\(texts.address("\(acting.path)/\($0.rawValue)"))\">\(texts[$0.title])</a></li>\n"
                })</ul>
                </div>
                """)
    }

    func excluded(_ part: Excluded, _ acting: Acting) -> Page {
        Page(
            title: texts[part.title], trail: [Link(texts.address(acting.path), acting.name)],
            main: """
                <div class="wide">
                <h1>\(texts[part.title])</h1>
                <p class="lead">\(texts("acting.excluded", ["name": acting.name]))</p>
                <p>\(texts(part.reason, ["name": acting.name]))</p>
                <p><a class="onward" href="\(texts.address(acting.path))">\(texts["acting.return"])</a></p>
                </div>
                """)
    }
}

extension Need {
    fileprivate var mandateWords: TextKey {
        switch self {
        case .signLanguage: "need.signLanguage"
        case .easyReading: "need.easyReading"
        case .interpreter: "need.interpreter"
        case .interculturalFacilitator: "need.interculturalFacilitator"
        case .homeVisit: "need.homeVisit"
        case .wheelchair: "need.wheelchair"
        case .largePrint: "need.largePrint"
        case .companion: "need.companion"
        }
    }
}

import Civic
import Markup

/// How far one is: a row of small arches that open. The sentence under them says the same to everybody.
public enum Arches {
    /// `done` of the steps are behind; the next one is the present one. All of them done is a procedure that ended.
    public static func progress(_ steps: [String], done: Int, texts: Texts) -> HTML {
        let done = min(max(done, 0), steps.count)
        let isEnded = done == steps.count
        let values = ["number": "\(done + 1)", "of": "\(steps.count)", "step": isEnded ? "" : steps[done]]
        return """
            <div class="progress">
            <ol class="arches">
            \(each: steps.enumerated(), { index, step in
                arch(step, index < done ? .past : index == done ? .now : .toCome, texts)
            })</ol>
            <p class="quiet">\(isEnded ? texts["components.progress.ended"] : texts("components.progress", values))</p>
            </div>
            """
    }

    private static func arch(_ step: String, _ moment: Moment, _ texts: Texts) -> HTML {
        """
        <li class="\(moment.name)"\(Attribute("aria-current", moment == .now ? "step" : nil))>\
        <svg viewBox="0 0 24 28" width="30" height="35" fill="none" stroke="currentColor" stroke-width="2.5" \
        aria-hidden="true" focusable="false"><path d="M1 26.5h22M4 26V12a8 8 0 0 1 16 0v14"/>\(inside(moment))</svg>\
        <span class="sr">\(step): \(texts[moment.word])</span></li>

        """
    }

    /// Open, half open, shut.
    private static func inside(_ moment: Moment) -> HTML {
        switch moment {
        case .past: "<path d=\"M4 26V12a8 8 0 0 1 16 0v14z\" fill=\"currentColor\"/><path d=\"m8 16 3 3 5-6\" class=\"tick\"/>"
        case .now: "<path d=\"M12 4v22l-5-3V8z\" fill=\"currentColor\"/>"
        case .toCome: "<path d=\"M12 4v22\" stroke-width=\"1.5\"/>"
        }
    }
}

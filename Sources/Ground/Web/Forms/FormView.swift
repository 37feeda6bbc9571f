import Civic
import Markup

/// A form as a person sees it: what is wrong at the top, each question with what was typed, the button.
struct FormView {
    let texts: Texts
    let filling: Filling
    let token: String

    /// `action` is the address to send it to, `button` what sending does; `isTold` when what is wrong stands above it, and not already elsewhere
    /// on the page.
    func form(action: String, button: TextKey, weight: Buttons.Weight, isTold: Bool = true) -> HTML {
        """
        \(when: isTold, notices)<form method="post" action="\(action)" novalidate\(Attribute("enctype", filling.form.takesFiles ? "multipart/form-data" : nil))>
        <input type="hidden" name="token" value="\(token)">
        \(each: filling.form.fields, { control($0.question) })\
        <div class="buttons"><button class="\(weight.classes)" type="submit">\(texts[button])</button></div>
        </form>
        """
    }

    /// What is wrong with it: nothing when nothing is.
    var notices: HTML {
        let title = texts("form.problems", count: filling.problems.count)
        return """
            \(when: filling.isStale, "<p class=\"notice\" role=\"alert\">\(texts["form.stale"])</p>\n")\
            \(Controls.errorSummary(title: title, filling.problems.map { ($0.name, words($0.problem, of: $0.name)) }))
            """
    }

    private func control(_ question: FieldQuestion) -> HTML {
        let (name, sent) = (question.name, filling.submission)
        let label = label(question)
        let html: HTML =
            switch question.control {
            case .text(let kind, let width, let autocomplete, let prefix):
                Controls.text(
                    name, label, value: sent.text(name), kind: kind, width: width, autocomplete: autocomplete, prefix: prefix)
            case .area(let rows, let most): Controls.area(name, label, value: sent.text(name), rows: rows, most: most)
            case .select(let options, let empty):
                Controls.select(name, label, options: options.map(option), value: sent.text(name), empty: texts[empty])
            case .choice(let options): Controls.choice(name, label, options: options.map(option), value: sent.text(name))
            case .choices(let options): Controls.choices(name, label, options: options.map(option), values: Set(sent.all(name)))
            case .tick: Controls.tick(name, label, isOn: sent.text(name) == "yes")
            case .date(let isBirth):
                Controls.date(
                    name, label, day: sent.text(name + "-day"), month: sent.text(name + "-month"), year: sent.text(name + "-year"),
                    words: DateWords(day: texts["form.day"], month: texts["form.month"], year: texts["form.year"]), autocomplete: isBirth)
            case .file(let kinds, let isMany, _): Controls.file(name, label, accept: kinds.map(\.mediaType), isMany: isMany)
            }
        return "\(html)\n"
    }

    private func label(_ question: FieldQuestion) -> ControlLabel {
        var error = filling.problem(question.name).map { words($0, of: question.name) }
        if case .file = question.control, error == nil, filling.isRefused, filling.submission.hasFiles {
            error = texts["form.fileAgain"]
        }
        var hints = [question.help, question.hint.map { texts[$0] }].compactMap(\.self)
        if case .file(let kinds, _, let most) = question.control {
            hints.append(texts("form.file.limits", ["kinds": kinds.map(\.name).joined(separator: ", "), "most": "\(most / 1_048_576)"]))
        }
        return ControlLabel(
            question.words(texts), hint: hints.isEmpty ? nil : hints.joined(separator: " "), error: error,
            optional: question.isRequired ? nil : texts["form.optional"], isHeading: question.isHeading)
    }

    private func words(_ problem: FieldProblem, of name: String) -> String {
        let label = filling.form.fields.first { $0.question.name == name }.map { $0.question.words(texts) } ?? ""
        return texts(problem.text, problem.values.merging(["label": label]) { given, _ in given })
    }

    private func option(_ option: FieldOption) -> ControlOption {
        let words =
            switch option.words {
            case .key(let key): texts[key]
            case .plain(let words): words
            }
        return ControlOption(option.value, words, hint: option.hint.map { texts[$0] }, group: option.group)
    }
}

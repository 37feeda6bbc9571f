import Civic
import Flows
import Markup
import Web

/// What somebody has under way, and what can be begun.
extension RunViews {
    /// `unproven` is where an agent proves that the person is there, while that is not done: nothing of theirs is known before.
    func list(
        _ runs: [(run: ProcedureRun, service: Service)], services: [Service], prepared: HTML, elsewhere: HTML, of person: NamedPerson?,
        unproven: String?
    ) -> Page {
        let own = runs.isEmpty ? EmptyState.box(texts["procedures.none"], "<p>\(texts["procedures.none.next"])</p>") : rows(runs)
        return Page(
            title: texts[name],
            main: """
                <div class="wide">\(with: person, { Self.whom($0, texts) })<h1>\(texts[name])</h1>
                \(prepared)\
                \(unproven.map { attention in
                    Alert.box(
                        .attention,
                        "<p>\(texts["procedures.unproven"])</p>\n<p><a class=\"onward\" href=\"\(attention)\">\(texts["procedures.unproven.go"])</a></p>",
                        texts: texts)
                } ?? own)
                \(elsewhere)<h2>\(texts["procedures.offered"])</h2>
                \(offered(services, "\(root)/nuevo"))</div>
                """)
    }

    func rows(_ runs: [(run: ProcedureRun, service: Service)]) -> HTML {
        """
        <ul class="sheets">
        \(each: runs, { run, service in
            """
            <li><a href="\(address(run))">\(words(service.title))</a> \(Tag.label(texts[state(run, service)], run.isAwaited ? .attention : run.outcome == .granted ? .done : nil))
            <p class="quiet">\(texts("procedures.folio", ["code": run.code.description])) · \(texts("procedures.moved", ["day": texts.long(Day(of: run.touched))]))</p></li>

            """
        })</ul>
        """
    }

    /// In the order of what they are called, for whoever looks one up.
    func offered(_ services: [Service], _ path: String) -> HTML {
        let sorted = services.sorted { $0.title.said(in: texts.language).text.folded < $1.title.said(in: texts.language).text.folded }
        return """
            <ul class="sheets">
            \(each: sorted, { "<li><a href=\"\(texts.address("\(path)/\($0.id)"))\">\(words($0.title))</a><p>\(words($0.lead))</p></li>\n" })</ul>
            """
    }

    /// In one or two words. What has no rules is not granted: it is upheld, or not.
    func state(_ run: ProcedureRun, _ service: Service) -> TextKey {
        switch (run.filed, run.outcome) {
        case (nil, _): "procedures.state.draft"
        case (_, nil) where run.isAwaited: isForStaff ? "procedures.cases.paused" : "procedures.state.yours"
        case (_, nil): "procedures.state.underWay"
        case (_, .granted?) where service.outcome.isImmediate: "procedures.state.ready"
        case (_, .granted?): service.rules.isEmpty ? "procedures.state.upheld" : "procedures.state.granted"
        case (_, .refused?): service.rules.isEmpty ? "procedures.state.notUpheld" : "procedures.state.refused"
        case (_, .withdrawn?): run.referred == nil ? "procedures.state.withdrawn" : "procedures.state.referred"
        }
    }
}

import Civic
import Hummingbird
import Markup
import Web

/// `/simulador/registros`: how the doubles of registers behave, to see what people see when one is down. It is there in the demonstration alone.
public struct RegisterPages: Sendable {
    private let pages: Pages
    private let forms: Forms
    private let double: RegisterDouble

    public init(_ pages: Pages, forms: Forms, double: RegisterDouble) {
        self.pages = pages
        self.forms = forms
        self.double = double
    }

    private static let register = Field<String>.select(
        "registro", "simulator.register", empty: "simulator.choose", RegisterDouble.registers.map { FieldOption($0, plain: $0) })
    private static let mode = Field<String>.choice(
        "modo", "simulator.mode",
        [
            FieldOption("right", "simulator.mode.right"), FieldOption("slow", "simulator.mode.slow"),
            FieldOption("wrong", "simulator.mode.wrong"), FieldOption("down", "simulator.mode.down"),
        ])
    private static let run = Field.run("run", "simulator.person")
    private static let event = Field<String>.choice(
        "suceso", "simulator.event",
        [
            FieldOption("none", "simulator.event.none"), FieldOption("death", "simulator.event.death"),
            FieldOption("travel", "simulator.event.travel"), FieldOption("uncollected", "simulator.event.uncollected"),
            FieldOption("richer", "simulator.event.richer"),
        ])
    private static let happening = Form("register-event", [run, event])
    private static let switching = Form("register-mode", [register, mode])

    public func mount(on router: PageRoutes) {
        router.get("/simulador/registros") { request, context in
            pages.make(request, context, as: nil, page(Self.switching.blank)).unlisted
        }
        router.post("/simulador/registros/sucesos") { request, context in
            switch try await forms.take(Self.happening, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, page(filling).answering(filling)).unlisted
            case .accepted(let answers, _):
                if let event = LifeEvent(rawValue: try answers[Self.event]) { double.happen(event, to: try answers[Self.run]) }
                return pages.to("/simulador/registros")
            }
        }
        router.post("/simulador/registros") { request, context in
            switch try await forms.take(Self.switching, request, context) {
            case .refused(let filling): return pages.make(request, context, as: nil, page(filling).answering(filling)).unlisted
            case .accepted(let answers, _):
                if let mode = RegisterDouble.Mode(rawValue: try answers[Self.mode]) { double.set(try answers[Self.register], mode) }
                return pages.to("/simulador/registros")
            }
        }
    }

    private func page(_ filling: Filling) -> Page {
        let texts = pages.texts
        func own(_ form: Form) -> Filling { filling.isOf(form) ? filling : form.blank }
        let happening = forms.html(
            own(Self.happening), action: texts.address("/simulador/registros/sucesos"), button: "simulator.happen", weight: .second,
            texts: texts)
        let form = forms.html(own(Self.switching), action: texts.address("/simulador/registros"), button: "simulator.set", texts: texts)
        return Page(
            title: texts["simulator.registers"],
            main: """
                <div class="wide"><h1>\(texts["simulator.registers"])</h1>
                <p class="lead">\(texts["simulator.registers.lead"])</p>
                <ul>
                \(each: RegisterDouble.registers, { "<li>\($0): <strong>\(texts[word(double.mode($0))])</strong></li>\n" })</ul>
                \(form)
                <h2>\(texts["simulator.events"])</h2>
                <p>\(texts["simulator.events.lead"])</p>
                \(happening)</div>
                """)
    }

    private func word(_ mode: RegisterDouble.Mode) -> TextKey {
        switch mode {
        case .right: "simulator.mode.right"
        case .slow: "simulator.mode.slow"
        case .wrong: "simulator.mode.wrong"
        case .down: "simulator.mode.down"
        }
    }
}

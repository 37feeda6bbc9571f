import Civic
import Flows

extension FlowDrawing.Labels {
    /// In the words of the house.
    /// `parameters` are what parameters are called.
    public static func house(_ texts: Texts, of service: Service, parameters: [String: Words]) -> FlowDrawing.Labels {
        FlowDrawing.Labels(
            language: texts.language, down: texts["procedures.draw.down"], condition: texts["procedures.draw.if"],
            amount: texts["procedures.draw.amount"],
            decision: texts["procedures.draw.decision"], benefit: texts["procedures.draw.benefit"],
            suspends: texts["procedures.draw.suspends"], ends: texts["procedures.draw.ends"], kind: { texts[$0.words] },
            days: { texts("procedures.draw.days", count: $0) }, register: { texts.register($0, of: service) },
            parameter: { parameters[$0]?.said(in: texts.language).text ?? $0 }, owner: { texts.owner($0, of: service) }
        ) { date in
            switch date {
            case "presentada": texts["procedures.date.filed"]
            case "decidida": texts["procedures.date.decided"]
            default: texts["procedures.date.today"]
            }
        }
    }
}

extension FlowPicture.Box.Kind {
    /// What it stands for, in the legend.
    fileprivate var words: TextKey {
        switch self {
        case .fact: "procedures.draw.fact"
        case .question: "procedures.draw.question"
        case .date: "procedures.draw.date"
        case .value: "procedures.draw.value"
        case .parameter: "procedures.draw.parameter"
        case .rule: "procedures.draw.rule"
        case .decision: "procedures.draw.decision"
        case .stage: "procedures.draw.stage"
        case .stop: "procedures.draw.stop"
        case .paper: "procedures.draw.paper"
        }
    }
}

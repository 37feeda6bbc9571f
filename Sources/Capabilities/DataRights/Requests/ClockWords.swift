import Civic
import Markup
import Web

/// A clock in words, never by colour alone.
struct ClockWords {
    let texts: Texts
    let today: Day

    /// `Faltan 3 días: hasta el 3 de diciembre de 2026`.
    func sentence(_ request: RightsRequest) -> String {
        let due = request.due.map(texts.short) ?? ""
        return switch request.standing(on: today) {
        case .answered: texts("myRights.clock.answered", ["day": request.answered.map { texts.short(Day(of: $0)) } ?? ""])
        case .unshown: texts["myRights.clock.unshown"]
        case .withoutTerm: texts["myRights.clock.none"]
        case .running(0): texts["myRights.clock.today"]
        case .running(let days): texts("myRights.clock.running", count: days, ["day": due])
        case .late(let days): texts("myRights.clock.late", count: days, ["day": due])
        }
    }

    func tag(_ request: RightsRequest) -> HTML {
        let standing = request.standing(on: today)
        return Tag.label(texts[Self.state(standing)], Self.tone(standing))
    }

    /// Where it stands, in a word or two.
    static func state(_ standing: RightsRequest.Standing) -> TextKey {
        switch standing {
        case .answered: "myRights.state.answered"
        case .unshown: "myRights.state.unshown"
        case .withoutTerm: "myRights.state.none"
        case .running: "myRights.state.running"
        case .late: "myRights.state.late"
        }
    }

    private static func tone(_ standing: RightsRequest.Standing) -> Tone {
        switch standing {
        case .answered: .done
        case .unshown, .withoutTerm: .attention
        case .running: .info
        case .late: .failed
        }
    }
}

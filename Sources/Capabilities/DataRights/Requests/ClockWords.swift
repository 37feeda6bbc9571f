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
        switch request.standing(on: today) {
        case .answered: Tag.label(texts["myRights.state.answered"], .done)
        case .unshown: Tag.label(texts["myRights.state.unshown"], .attention)
        case .withoutTerm: Tag.label(texts["myRights.state.none"], .attention)
        case .running: Tag.label(texts["myRights.state.running"], .info)
        case .late: Tag.label(texts["myRights.state.late"], .failed)
        }
    }
}

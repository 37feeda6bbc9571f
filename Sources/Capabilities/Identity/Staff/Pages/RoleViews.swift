import Civic
import Markup

/// Roles in words.
struct RoleViews {
    let texts: Texts

    func list(_ roles: [HeldRole]) -> HTML {
        if roles.isEmpty { return HTML(text: texts["team.roles.none"]) }
        return roles.map { HTML(text: words($0)) }.joined(separator: "<br>")
    }

    /// `Supervision: a point of service (1), also health, until 3 December`.
    func words(_ role: HeldRole) -> String {
        var parts = [role.reach == .point ? texts("team.reach.at", ["point": "\(role.point ?? 0)"]) : texts[role.reach.title]]
        parts += role.sensitivities.subtracting([.ordinary]).sorted { $0.rawValue < $1.rawValue }.map { texts[$0.title] }
        if let until = role.until { parts.append(texts("team.until", ["day": texts.short(Day(lastBefore: until))])) }
        return "\(texts[role.role.title]): \(parts.joined(separator: ", "))"
    }
}

extension Sensitivity {
    /// Its name in words.
    var title: TextKey {
        switch self {
        case .ordinary: "team.class.ordinary"
        case .health: "team.class.health"
        case .violence: "team.class.violence"
        case .reparations: "team.class.reparations"
        case .children: "team.class.children"
        case .justice: "team.class.justice"
        }
    }
}

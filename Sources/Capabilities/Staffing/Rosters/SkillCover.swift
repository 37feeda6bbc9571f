/// When of a day somebody with a skill attends: a language, a sign, a help that not everybody can give.
struct SkillCover: Sendable, Hashable {
    let skill: String
    let attended: [ClosedRange<Int>]
    /// While others attend, but nobody who has it.
    let missing: [ClosedRange<Int>]

    /// Of each skill that a place should have, in their order.
    static func covers(_ skills: [String], _ lines: [RosterDesk.Line]) -> [SkillCover] {
        let open = halves(lines)
        return skills.map { skill in
            let attended = halves(lines.filter { $0.skills.contains(skill) })
            return SkillCover(
                skill: skill, attended: HalfHour.stretches(attended.sorted()),
                missing: HalfHour.stretches(open.subtracting(attended).sorted()))
        }
    }

    private static func halves(_ lines: [RosterDesk.Line]) -> Set<Int> {
        lines.filter { !$0.isAway }.reduce(into: []) { halves, line in
            halves.formUnion(line.roster?.halves.filter { $0.value == .attends }.keys.map(\.self) ?? [])
        }
    }
}

import Ports

extension Satisfaction.Reading {
    /// What the months tell together. Where fewer than the least answered in a month, a channel has nothing of it; nor has a question.
    init(adding months: [Satisfaction.Reading], least: Int) {
        var (offered, answered, visits): ([Int: Int], [Int: Int], [Int: [Int]]) = ([:], [:], [:])
        var grades: [Key: [Int]] = [:]
        func add(_ more: [Int], to sum: inout [Int]) {
            sum = sum.isEmpty ? more : zip(sum, more).map(+)
        }
        for month in months {
            let told = Set(month.answered.filter { $0.value >= least }.keys)
            for channel in told {
                offered[channel, default: 0] += month.offered[channel] ?? 0
                answered[channel, default: 0] += month.answered[channel] ?? 0
                if let said = month.visits[channel], said.reduce(0, +) >= least { add(said, to: &visits[channel, default: []]) }
            }
            for (key, given) in month.grades where told.contains(key.channel) && given.reduce(0, +) >= least {
                add(given, to: &grades[key, default: []])
            }
        }
        self.init(offered: offered, answered: answered, grades: grades, visits: visits)
    }
}

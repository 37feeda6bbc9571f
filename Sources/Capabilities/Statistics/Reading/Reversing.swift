import Ports

extension Reversals.Reading {
    /// Adds a month, as far as each side of what is told has at least so many; the rest of it stays unsaid.
    mutating func add(_ month: Reversals.Reading, least: Int) {
        if month.refused >= least, month.decided - month.refused >= least || month.decided == month.refused {
            decided += month.decided
            refused += month.refused
        }
        guard month.reversed >= least, month.answered - month.reversed >= least else { return }
        answered += month.answered
        reversed += month.reversed
    }
}

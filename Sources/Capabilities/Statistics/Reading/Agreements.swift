import Ports

extension CodingAgreement.Reading {
    /// Adds a month in which at least so many were coded again.
    mutating func add(_ month: CodingAgreement.Reading, least: Int) {
        guard month.coded >= least else { return }
        coded += month.coded
        products += month.products
        deeds += month.deeds
        outcomes += month.outcomes
    }
}

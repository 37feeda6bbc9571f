import Civic

/// Counts of one day that are on their way to the database.
struct TallyBatch: Sendable, Equatable {
    struct Asked: Sendable, Equatable {
        let words: String
        let language: String
        let n: Int
        let zero: Int
        /// How many results the last one had.
        let results: Int
    }

    struct Chosen: Sendable, Equatable {
        let words: String
        let sheet: Int
        let n: Int
    }

    let day: Day
    var opened: [Int: Int] = [:]
    var asked: [Asked] = []
    var chosen: [Chosen] = []

    init(day: Day) {
        self.day = day
    }

    var isEmpty: Bool { opened.isEmpty && asked.isEmpty && chosen.isEmpty }
}

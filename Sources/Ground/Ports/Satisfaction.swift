/// How people say that they were attended: surveys fill it, statistics show it.
public struct Satisfaction: Sendable {
    /// Grades by channel and question, of surveys that were answered in these months.
    public let grades: @Sendable (_ months: ClosedRange<Int>) async throws -> Reading

    public init(grades: @escaping @Sendable (_ months: ClosedRange<Int>) async throws -> Reading) {
        self.grades = grades
    }

    public struct Reading: Sendable, Hashable {
        /// How many surveys were offered and answered, by the code of the channel.
        public let offered: [Int: Int]
        public let answered: [Int: Int]
        /// How often each grade from 1 to 7 was given, by channel and question: `satisfaction`, `time`, `effort`, `clarity`, `kindness`,
        /// `information`.
        public let grades: [Key: [Int]]
        /// How many said that it saved them a visit to an office, that they must go all the same, and that it did not, by channel.
        public let visits: [Int: [Int]]

        public init(offered: [Int: Int], answered: [Int: Int], grades: [Key: [Int]], visits: [Int: [Int]]) {
            self.visits = visits
            self.offered = offered
            self.answered = answered
            self.grades = grades
        }

        public struct Key: Sendable, Hashable {
            public let channel: Int
            public let question: String

            public init(channel: Int, question: String) {
                self.channel = channel
                self.question = question
            }
        }
    }
}

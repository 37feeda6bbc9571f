extension FlowDrawing {
    /// The few words that are not the service's own, and the language of those that are.
    public struct Labels: Sendable {
        public let language: String
        public let down: String
        public let condition: String
        public let amount: String
        public let decision: String
        /// What is paid while it lasts, and when that is looked at.
        public let benefit: String
        public let suspends: String
        public let ends: String
        /// What a kind of box stands for.
        public let kind: @Sendable (FlowPicture.Box.Kind) -> String
        public let days: @Sendable (Int) -> String
        /// What a register, a parameter, the owner of a stage and one of the dates that every service knows are called, by their ids.
        public let register: @Sendable (String) -> String
        public let parameter: @Sendable (String) -> String
        public let owner: @Sendable (String) -> String
        public let date: @Sendable (String) -> String

        public init(
            language: String, down: String, condition: String, amount: String, decision: String, benefit: String, suspends: String,
            ends: String, kind: @escaping @Sendable (FlowPicture.Box.Kind) -> String, days: @escaping @Sendable (Int) -> String,
            register: @escaping @Sendable (String) -> String, parameter: @escaping @Sendable (String) -> String,
            owner: @escaping @Sendable (String) -> String, date: @escaping @Sendable (String) -> String
        ) {
            self.language = language
            self.down = down
            self.condition = condition
            self.amount = amount
            self.decision = decision
            self.benefit = benefit
            self.suspends = suspends
            self.ends = ends
            self.kind = kind
            self.days = days
            self.register = register
            self.parameter = parameter
            self.owner = owner
            self.date = date
        }

        func say(_ words: Words) -> String { words.said(in: language).text }
    }
}

extension PostgresSession.Mode {
    /// What begins a transaction of this kind.
    func opening(_ settings: PostgresSettings) -> [Step] {
        switch self {
        case .read: [.plain("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")]
        case .act: [.plain("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE")]
        case .alone:
            [
                .plain("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"),
                .plain("SET LOCAL statement_timeout = \(settings.alone.milliseconds)"),
                .plain("SET LOCAL idle_in_transaction_session_timeout = \(settings.alone.milliseconds)"),
            ]
        }
    }
}

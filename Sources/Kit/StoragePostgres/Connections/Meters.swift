import Metrics

/// What the driver counts. A label of its own for the engine, so that dashboards can tell the two apart.
struct Meters: Sendable {
    /// Blocks run again because they met another transaction (40001, 40P01).
    let reruns = Counter(label: "storage_reruns", dimensions: [("engine", "postgres")])
    /// Re-runs per act.
    let rerunsPerAct = Recorder(label: "storage_act_reruns", dimensions: [("engine", "postgres")])
    /// Blocks run again because the connection was lost before COMMIT was sent.
    let losses = Counter(label: "storage_lost_connections", dimensions: [("engine", "postgres")])
    /// COMMITs whose outcome had to be looked up.
    let lookups = Counter(label: "storage_outcome_lookups", dimensions: [("engine", "postgres")])
    /// Connections made.
    let connections = Counter(label: "storage_connections_made", dimensions: [("engine", "postgres")])
    /// From being asked for to a thread that begins.
    let waiting = Timer(label: "storage_waiting", dimensions: [("engine", "postgres")])
}

/// Who waits for a thread, and which threads wait for work. A share of the threads is kept free for either kind, so that many
/// reads leave room for acts, and acts that wait for each other leave room for reads.
struct Line {
    private let most: Int
    private let limit: Int
    private var waiting: [Job] = []
    private var running: [Job.Kind: Int] = [.act: 0, .read: 0]
    private var resting: [Int] = []
    private(set) var isClosed = false

    init(threads: Int, limit: Int) {
        most = threads > 1 ? threads - max(1, threads / 4) : 1
        self.limit = limit
    }

    enum Entry {
        case closed, full
        /// In line; this resting thread, if any, is to be woken.
        case entered(wake: Int?)
    }

    mutating func enter(_ job: Job) -> Entry {
        if isClosed { return .closed }
        if waiting.count >= limit { return .full }
        waiting.append(job)
        return .entered(wake: mayRun(job) ? resting.popLast() : nil)
    }

    /// The next job that may run now, in the order of coming; without one the thread rests, or leaves when the line is closed.
    mutating func next(for thread: Int) -> Job? {
        guard let index = waiting.firstIndex(where: { mayRun($0) }) else {
            if !isClosed { resting.append(thread) }
            return nil
        }
        let job = waiting.remove(at: index)
        running[job.kind, default: 0] += 1
        return job
    }

    mutating func done(_ job: Job) {
        running[job.kind, default: 0] -= 1
    }

    mutating func remove(_ job: Job) {
        waiting.removeAll { $0 === job }
    }

    /// Takes out those whose time has passed.
    mutating func expired(at now: ContinuousClock.Instant) -> [Job] {
        let late = waiting.filter { $0.deadline <= now }
        if !late.isEmpty { waiting.removeAll { $0.deadline <= now } }
        return late
    }

    /// Admits nobody else; gives back who waits and which threads rest.
    mutating func close() -> (waiting: [Job], resting: [Int]) {
        isClosed = true
        defer { (waiting, resting) = ([], []) }
        return (waiting, resting)
    }

    private func mayRun(_ job: Job) -> Bool {
        running[job.kind, default: 0] < most
    }
}

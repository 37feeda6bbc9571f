import Civic
import Synchronization

/// What people open and look for today, as plain counts in memory: no address, no program, no order, nobody. Words are written only once
/// they were asked often enough to be nobody's in particular; the rest is forgotten at midnight (Docs/record.md).
public final class Tallies: Sendable {
    /// So often words must be asked, or a sheet be chosen for them, in a day and at this node before anything of it is written.
    public static let least = 3

    struct Words: Hashable {
        let words: String
        let language: String
    }

    struct Choice: Hashable {
        let words: String
        let sheet: Int
    }

    /// How often, how much of that is written, and how often nothing was found.
    struct Asked {
        var n = 0
        var zero = 0
        var results = 0
        var writtenN = 0
        var writtenZero = 0
    }

    struct State {
        var day = Day(number: 0)
        var opened: [Int: Int] = [:]
        var asked: [Words: Asked] = [:]
        var chosen: [Choice: (n: Int, written: Int)] = [:]
        /// What is due to be written, of days that ended too.
        var due: [TallyBatch] = []
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// Remembers at most `capacity` different words, and as many choices, in a day; those that come later are not counted.
    public init(capacity: Int = 50_000) {
        self.capacity = capacity
    }

    /// A sheet was read. `program` is the User-Agent, by which robots are left out; `referer` the page of ours from which it was opened, if
    /// the browser says it: a search is then known to have led here.
    public func opened(_ sheet: Int, by program: String?, referer: String?, at now: Instant) {
        guard !Robots.includes(program) else { return }
        let words = referer.flatMap(SearchReferer.words).flatMap(TallyWords.plain)
        state.withLock { state in
            Self.turn(&state, to: Day(of: now))
            state.opened[sheet, default: 0] += 1
            guard let words else { return }
            let choice = Choice(words: words, sheet: sheet)
            guard state.chosen[choice] != nil || state.chosen.count < capacity else { return }
            state.chosen[choice, default: (0, 0)].n += 1
        }
    }

    /// Words were looked for, as they were typed, and so many results were found.
    public func heard(_ words: String, results: Int, language: String, by program: String?, at now: Instant) {
        guard !Robots.includes(program), let words = TallyWords.plain(words) else { return }
        state.withLock { state in
            Self.turn(&state, to: Day(of: now))
            let key = Words(words: words, language: language)
            guard state.asked[key] != nil || state.asked.count < capacity else { return }
            state.asked[key, default: Asked()].n += 1
            state.asked[key, default: Asked()].results = results
            if results == 0 { state.asked[key, default: Asked()].zero += 1 }
        }
    }

    /// Takes out what is to be written now.
    func take(at now: Instant) -> [TallyBatch] {
        state.withLock { state in
            Self.turn(&state, to: Day(of: now))
            Self.gather(&state)
            defer { state.due = [] }
            return state.due
        }
    }

    /// Gives back what could not be written, for the next time.
    func giveBack(_ batches: [TallyBatch]) {
        state.withLock { $0.due = batches + $0.due }
    }

    /// A new day begins: what was not asked often enough is forgotten.
    private static func turn(_ state: inout State, to day: Day) {
        guard day != state.day else { return }
        gather(&state)
        (state.day, state.asked, state.chosen) = (day, [:], [:])
    }

    private static func gather(_ state: inout State) {
        var batch = TallyBatch(day: state.day)
        (batch.opened, state.opened) = (state.opened, [:])
        for (key, asked) in state.asked where asked.n >= least && asked.n > asked.writtenN {
            batch.asked.append(
                .init(
                    words: key.words, language: key.language, n: asked.n - asked.writtenN, zero: asked.zero - asked.writtenZero,
                    results: asked.results))
            state.asked[key]?.writtenN = asked.n
            state.asked[key]?.writtenZero = asked.zero
        }
        for (choice, count) in state.chosen where count.n >= least && count.n > count.written {
            batch.chosen.append(.init(words: choice.words, sheet: choice.sheet, n: count.n - count.written))
            state.chosen[choice]?.written = count.n
        }
        if !batch.isEmpty { state.due.append(batch) }
    }
}

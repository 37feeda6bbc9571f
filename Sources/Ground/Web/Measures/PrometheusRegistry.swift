import Metrics
import Synchronization

/// Keeps every measure of the process and writes them as Prometheus reads them.
/// Source: Prometheus text exposition format 0.0.4.
public final class PrometheusRegistry: MetricsFactory {
    struct Name: Hashable, Comparable {
        let metric: String
        /// `route="/temas",status="200"`, sorted and escaped.
        let labels: String

        init(_ label: String, _ dimensions: [(String, String)]) {
            metric = Self.plain(label)
            labels = dimensions.sorted { $0.0 < $1.0 }.map { "\(Self.plain($0.0))=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        }

        static func < (left: Name, right: Name) -> Bool { (left.metric, left.labels) < (right.metric, right.labels) }

        private static func plain(_ text: String) -> String {
            let name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
            return name.first?.isNumber == true ? "_" + name : name
        }

        private static func escaped(_ text: String) -> String {
            text.map { $0 == "\\" ? "\\\\" : $0 == "\"" ? "\\\"" : $0.isNewline ? "\\n" : String($0) }.joined()
        }
    }

    struct Instruments {
        var tallies: [Name: Tally] = [:]
        var levels: [Name: Level] = [:]
        var histograms: [Name: Histogram] = [:]

        var count: Int { tallies.count + levels.count + histograms.count }
    }

    private let instruments = Mutex(Instruments())
    private let capacity: Int

    /// Holds at most `capacity` series; what comes after them is counted nowhere, so that no label can fill the memory.
    public init(capacity: Int = 5000) {
        self.capacity = capacity
    }

    /// All measures as text.
    public var exposition: String { Exposition.text(of: instruments.withLock { $0 }) }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        keep(Name(label, dimensions), at: \.tallies) { Tally() }
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        keep(Name(label, dimensions), at: \.levels) { Level() }
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        keep(Name(label, dimensions), at: \.histograms) { Histogram(ends: Histogram.sizes) }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        keep(Name(label, dimensions), at: \.histograms) { Histogram(ends: Histogram.seconds) }
    }

    // Series stay until the process ends: a counter that vanished would read as a restart.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func keep<Kind: Sendable>(
        _ name: Name, at path: any (WritableKeyPath<Instruments, [Name: Kind]> & Sendable), _ make: @Sendable () -> Kind
    ) -> Kind {
        instruments.withLock { instruments in
            if let known = instruments[keyPath: path][name] { return known }
            let new = make()
            if instruments.count < capacity { instruments[keyPath: path][name] = new }
            return new
        }
    }
}

/// The text of the measures.
enum Exposition {
    static func text(of instruments: PrometheusRegistry.Instruments) -> String {
        var lines: [String] = []
        var last = ""
        func head(_ name: String, _ kind: String) {
            if name != last { lines.append("# TYPE \(name) \(kind)") }
            last = name
        }
        func series(_ name: String, _ labels: String, _ value: String) {
            lines.append("\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)")
        }
        for (name, tally) in instruments.tallies.sorted(by: { $0.key < $1.key }) {
            head(name.metric, "counter")
            series(name.metric, name.labels, "\(tally.value)")
        }
        for (name, level) in instruments.levels.sorted(by: { $0.key < $1.key }) {
            head(name.metric, "gauge")
            series(name.metric, name.labels, "\(level.value)")
        }
        for (name, histogram) in instruments.histograms.sorted(by: { $0.key < $1.key }) {
            head(name.metric, "histogram")
            let bins = histogram.value
            let prefix = name.labels.isEmpty ? "" : name.labels + ","
            var below: Int64 = 0
            for (end, count) in zip(histogram.ends, bins.counts) {
                below += count
                series(name.metric + "_bucket", prefix + "le=\"\(end)\"", "\(below)")
            }
            series(name.metric + "_bucket", prefix + "le=\"+Inf\"", "\(bins.count)")
            series(name.metric + "_sum", name.labels, "\(bins.sum)")
            series(name.metric + "_count", name.labels, "\(bins.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

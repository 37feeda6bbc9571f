import Metrics
import Testing

@testable import Web

@Suite("Measures as Prometheus reads them")
struct MeasuresTests {
    @Test("counters, gauges and histograms are written with their labels, each name with its type once")
    func exposition() {
        let registry = PrometheusRegistry()
        Counter(label: "acts.total", dimensions: [("kind", "a\"b\\c\nd"), ("a", "1")], factory: registry).increment(by: 3)
        Counter(label: "acts.total", dimensions: [("kind", "other"), ("a", "1")], factory: registry).increment()
        Meter(label: "open", factory: registry).set(2.5)
        let timer = Timer(label: "took_seconds", dimensions: [("route", "/temas")], factory: registry)
        timer.recordMilliseconds(3)
        timer.recordMilliseconds(300)
        timer.recordSeconds(60)
        let text = registry.exposition
        #expect(
            text.contains(
                "# TYPE acts_total counter\nacts_total{a=\"1\",kind=\"a\\\"b\\\\c\\nd\"} 3\nacts_total{a=\"1\",kind=\"other\"} 1\n"))
        #expect(text.contains("# TYPE open gauge\nopen 2.5\n"))
        #expect(text.contains("took_seconds_bucket{route=\"/temas\",le=\"0.0025\"} 0\n"))
        #expect(text.contains("took_seconds_bucket{route=\"/temas\",le=\"0.005\"} 1\n"))
        #expect(text.contains("took_seconds_bucket{route=\"/temas\",le=\"10.0\"} 2\n"))
        #expect(text.contains("took_seconds_bucket{route=\"/temas\",le=\"+Inf\"} 3\n"))
        #expect(text.contains("took_seconds_count{route=\"/temas\"} 3\n"))
        #expect(text.hasSuffix("\n"))
    }

    @Test("the same name and labels are one series, in any order of labels")
    func identity() {
        let registry = PrometheusRegistry()
        Counter(label: "n", dimensions: [("a", "1"), ("b", "2")], factory: registry).increment()
        Counter(label: "n", dimensions: [("b", "2"), ("a", "1")], factory: registry).increment()
        #expect(registry.exposition == "# TYPE n counter\nn{a=\"1\",b=\"2\"} 2\n")
    }

    @Test("labels can't fill the memory")
    func bounded() {
        let registry = PrometheusRegistry(capacity: 10)
        for number in 0..<1000 { Counter(label: "n", dimensions: [("id", "\(number)")], factory: registry).increment() }
        #expect(registry.exposition.split(separator: "\n").count == 11)
    }

    @Test("counts from many threads are all there")
    func concurrency() async {
        let registry = PrometheusRegistry()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<1000 { Counter(label: "n", factory: registry).increment() } }
            }
        }
        #expect(registry.exposition.contains("n 8000\n"))
    }
}

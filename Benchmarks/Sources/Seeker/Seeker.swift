import Foundation
import Searches

/// Searches documents that a file holds, and says how long it took: `Seeker CONTENT QUERIES TIMES`, all of JSON. Prints one JSON object.
/// The documents are what the others index too, field by field, so that all find among the same words.
@main
struct Seeker {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let times = Int(arguments[3]) else {
            FileHandle.standardError.write(Data("Seeker CONTENT QUERIES TIMES\n".utf8))
            exit(2)
        }
        let content = try read(Content.self, arguments[1])
        let queries = try read([String].self, arguments[2])
        let before = resident()
        let clock = ContinuousClock()
        let began = clock.now
        let index = content.index()
        let built = milliseconds(clock.now - began)
        let memory = resident() - before
        // What a swap costs is the time of making the next one beside the old: nothing waits for it.
        let again = clock.now
        let next = content.index()
        let swapped = milliseconds(clock.now - again)
        let found = queries.map { query in next.find(query).hits.prefix(60).map { content.documents[$0.document].key } }
        var spent: [Double] = []
        for _ in 0..<times {
            for query in queries {
                let start = clock.now
                let hits = index.find(query).hits.count
                spent.append(milliseconds(clock.now - start))
                if hits < 0 { exit(1) }
            }
        }
        spent.sort()
        let answer = Answer(
            documents: index.count, build: built, swap: swapped, memory: memory, median: percentile(spent, 50), p99: percentile(spent, 99),
            found: found)
        FileHandle.standardOutput.write(try JSONEncoder().encode(answer))
    }

    struct Answer: Encodable {
        let documents: Int
        /// Milliseconds.
        let build: Double
        let swap: Double
        /// Megabytes that the index holds.
        let memory: Double
        let median: Double
        let p99: Double
        /// The keys for each query, the best first.
        let found: [[String]]
    }

    private static func read<Value: Decodable>(_ type: Value.Type, _ file: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }

    private static func percentile(_ sorted: [Double], _ percent: Int) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * percent / 100)]
    }

    private static func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }

    /// Megabytes (VmRSS of proc(5)).
    private static func resident() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Double(line.filter(\.isNumber)) ?? 0) / 1024
    }
}

import Benchmark
import Foundation

/// The results as text: medians in nanoseconds a resident and month.
struct Table {
    let results: [BenchmarkResult]
    let residentMonths: [String: Double]
    let bytes: [Int: Double]

    var text: String {
        var lines = ["nanoseconds a resident and month: median, fastest to slowest of the repeats"]
        var suite = ""
        for result in results {
            if result.suiteName != suite {
                suite = result.suiteName
                lines += ["", suite]
            }
            let times = result.measurements.sorted().map { $0 / (residentMonths[result.benchmarkName] ?? 1) }
            guard let first = times.first, let last = times.last else { continue }
            let median = times[times.count / 2]
            lines.append(
                "  \(pad(result.benchmarkName, 34))"
                    + String(format: "%8.2f   (%.2f to %.2f)", median, first, last))
        }
        lines += ["", "participation-and-trust kernel, Swift / C (medians; results equal bit for bit)"]
        for result in results where result.suiteName == "kernel" && result.benchmarkName.hasSuffix("Swift") {
            let size = result.benchmarkName.replacingOccurrences(of: ", Swift", with: "")
            guard let other = results.first(where: { $0.benchmarkName == "\(size), C -O3" }) else { continue }
            lines.append("  \(pad(size, 34))" + String(format: "%8.2f", median(result) / median(other)))
        }
        lines += ["", "bytes a resident: growth of the process while a world is built, ties included"]
        for (size, bytes) in bytes.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(pad("\(size) residents", 34))" + String(format: "%8.1f", bytes))
        }
        return lines.joined(separator: "\n")
    }

    private func median(_ result: BenchmarkResult) -> Double {
        result.measurements.sorted()[result.measurements.count / 2]
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

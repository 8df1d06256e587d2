import Benchmark
import Towns

@testable import Governance

// Nanoseconds a resident and month: the whole schedule by size and threads, each mechanism, and the dearest kernels
// against plain C. Arguments: sizes in residents; 10 thousand, 100 thousand and 1 million unless told.

let given = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let sizes = given.isEmpty ? [10_000, 100_000, 1_000_000] : Array(given)
let monthsEach = 12
var residentMonths: [String: Double] = [:]
var bytes: [Int: Double] = [:]

let schedule = BenchmarkSuite(name: "schedule", settings: WarmupIterations(1), Iterations(3)) { suite in
    for size in sizes {
        for threads in [1, 2] {
            let name = "\(size) residents, \(threads) thread\(threads == 1 ? "" : "s")"
            var world: World?
            suite.benchmark(name) { state in
                let before = residentBytes()
                let town =
                    try world ?? World(Town.specification(residents: size), seed: 1, replicate: 0, threads: threads)
                if world == nil { bytes[size] = max(bytes[size] ?? 0, Double(residentBytes() - before) / Double(size)) }
                world = town
                residentMonths[name] = Double(town.specification.residentCount * monthsEach)
                try state.measure { town.live(months: monthsEach) }
            }
        }
    }
}

let everything = BenchmarkSuite(name: "every mechanism at work", settings: WarmupIterations(2), Iterations(3)) {
    suite in
    for size in sizes {
        for threads in [1, 2] {
            let name = "\(size) residents, \(threads) thread\(threads == 1 ? "" : "s"), all"
            var world: World?
            suite.benchmark(name) { state in
                let town =
                    try world ?? World(Town.everything(residents: size), seed: 1, replicate: 0, threads: threads)
                world = town
                residentMonths[name] = Double(town.specification.residentCount * monthsEach)
                try state.measure { town.live(months: monthsEach) }
            }
        }
    }
}

let mechanisms = BenchmarkSuite(name: "mechanism", settings: WarmupIterations(1), Iterations(7)) { suite in
    let size = sizes.dropLast().last ?? sizes[0]
    guard let town = try? World(Town.everything(residents: size), seed: 1, replicate: 0) else { return }
    town.live(months: 24)
    for step in Schedule.steps {
        guard case .community(let action) = step.action else { continue }
        residentMonths[step.name] = Double(town.specification.residentCount)
        let number = UInt32(town.monthsDone + 1)
        let month = Month(
            run: town.context, number: number, date: town.specification.start + Int(number), isRecorded: true)
        suite.benchmark(step.name) { town.forEachCommunity { action(&$0, month, $1) } }
    }
}

let kernels = BenchmarkSuite(name: "kernel", settings: WarmupIterations(2), Iterations(15)) { suite in
    for size in sizes {
        guard let kernels = try? Kernels(residents: size) else { return }
        for (name, work) in [("Swift", kernels.swift), ("C -O3", kernels.c)] {
            let name = "\(size) residents, \(name)"
            residentMonths[name] = Double(kernels.residents)
            suite.benchmark(name, function: work)
        }
        let difference = kernels.difference()
        precondition(difference == 0, "Swift and C differ by \(difference)")
    }
}

var runner = BenchmarkRunner(suites: [schedule, everything, mechanisms, kernels], settings: [Format(.none)])
try runner.run()
print(Table(results: runner.results, residentMonths: residentMonths, bytes: bytes).text)

import Analysis
import Archive
import Experiments
import Governance
import Numerics
import Reporting
import Scenarios

/// What `explain` does once the two scenarios are read: the scenarios between them in an archive, and the report.
struct Explaining {
    let pair: SwitchedPair
    let measures: [Measure]
    /// Pairs of orders to sample; nil for the usual way.
    let pairs: Int?
    let options: RunOptions
    let archive: ArchiveOptions
    let common: CommonOptions

    static let usualPairs = 10
    static let usualReplicates = 10
    static let usualMeasures = ["participation.rung3plus", "need.vulnerable", "trust.committee"]

    private var replicates: Int { options.replicates ?? Self.usualReplicates }

    /// The sampled orders; nil where all combinations are lived.
    private var sample: PermutationSample? {
        guard pairs != nil || pair.switches.count > ShapleyGame.most else { return nil }
        return PermutationSample(
            players: pair.switches.count, pairs: pairs ?? Self.usualPairs,
            stream: Stream(seed: options.seed, replicate: 0, name: "explain.orders"))
    }

    private var coalitions: [UInt64] { sample?.coalitions ?? Array(0...pair.all) }

    /// The switches, and how many runs it takes.
    var plan: String {
        let lines = pair.switches.map { own in
            "\(own.id)  \(own.name[tongue])\n" + own.elements.map { "    \($0)\n" }.joined()
        }
        let (scenarios, runs) = (coalitions.count, coalitions.count * replicates)
        return lines.joined()
            + said(
                "\(pair.switches.count) switches, \(scenarios) scenarios, \(replicates) replicates: \(runs) runs\n",
                "\(pair.switches.count) 个开关、\(scenarios) 个情景、\(replicates) 次重复：\(runs) 次运行\n")
    }

    func callAsFunction() async throws {
        let folder = archive.out ?? "Results/explain-" + pair.pair.id
        var keeping = Keeping(months: .chosen(months), money: false)
        keeping.communities = options.communities
        let experiment: Experiment
        do throws(ScenarioFaults) {
            experiment = try Experiments.Sweep.between(
                pair, coalitions: coalitions, seed: options.seed, replicates: replicates, keeping: keeping)
        } catch {
            Terminal.complain(error.faults.map { $0.text[tongue] }.joined(separator: "\n"))
            throw Ending.badInput
        }
        try await Sweeping(
            experiment: experiment, folder: folder, fresh: archive.fresh, cores: options.threads ?? Machine.cores,
            verbose: options.verbose, quiet: common.quiet)()
        let report: ExplanationReport
        do throws(ArchiveError) {
            report = try self.report(Archive.read(folder))
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.failed
        }
        try ResultFiles.tell(report, in: folder, quiet: common.quiet)
    }

    /// Months that are kept: those asked for, and the end of every year, for what may be asked next.
    private var months: [Int] {
        let asked = measures.flatMap { Array($0.months(of: pair.length) ?? 1...1) }
        return Set(asked + stride(from: 12, through: pair.length, by: 12) + [pair.length]).sorted()
    }

    private func report(_ archive: Archive) throws(ArchiveError) -> ExplanationReport {
        let values = try LeverShares.values(
            of: measures, in: archive, scenario: pair.pair.id, coalitions: coalitions, replicates: replicates,
            point: SwitchedPair.number)
        let (first, second) = (pair.pair.first.specification, pair.pair.second.specification)
        let head = ExplanationReport.Head(
            first: (first.id, first.title), second: (second.id, second.title), place: first.place?.title ?? first.title,
            months: pair.length, replicates: replicates, scenarios: coalitions.count, pairs: sample?.pairs,
            seed: options.seed, program: Cogov.program, command: Invocation.arguments.joined(separator: " "))
        return ExplanationReport(
            head, switches: pair.switches,
            measures: zip(measures, values).map { measure, values in
                LeverShares(measure, values: values, players: pair.switches.count, sample: sample)
            })
    }
}

import Analysis
import Archive
import ArgumentParser
import Experiments
import Foundation
import Reporting
import Scenarios

struct Calibrate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Find behavioural parameters that give what is known.", "寻找与已知事实相符的行为参数。"),
            discussion: said(
                """
                Approximate Bayesian computation by sequential Monte Carlo: sets of parameters are drawn over their declared
                ranges, lived in every run of the targets, and kept as they come near to the patterns. Goes on where it
                was stopped. Then sets are drawn from what was kept and lived under fresh draws: the posterior predictive check tells
                whether they show the patterns. Writes posterior.csv, patterns.csv, predictive.csv and calibration.json; changes no
                default by itself.

                Example: cogov calibrate Scenarios/calibration.yaml --particles 200
                """,
                """
                近似贝叶斯计算（序贯蒙特卡罗）：在各参数的声明范围内抽样，逐组运行目标文件中的情景，保留与目标接近者。
                中断后可继续。随后从保留的参数组中抽取若干组，以新的随机数运行（后验预测检验），看其是否呈现各项目标。
                写出 posterior.csv、patterns.csv、predictive.csv 与 calibration.json；不会自动修改缺省值。

                例：cogov calibrate Scenarios/calibration.yaml --particles 200
                """))
    }

    @Argument(
        help: ArgumentHelp(said("The file of targets.", "目标文件。"), valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var file: String

    @Option(help: ArgumentHelp(said("Sets of parameters that a generation keeps.", "每代保留的参数组数。"), valueName: "n"))
    var particles = 200

    @Option(help: ArgumentHelp(said("Sets that are tried at most.", "至多尝试的参数组数。"), valueName: "n"))
    var tries = 4000

    @Option(help: ArgumentHelp(said("Runs of each scenario for a set.", "每组参数下各情景的运行次数。"), valueName: "n"))
    var replicates = 1

    @Option(
        help: ArgumentHelp(
            said(
                "How sets are moved: separate (each parameter by itself) or joint (as they vary together).",
                "参数组的移动方式：separate（各参数独立）或 joint（按其共同变化）。"), valueName: "kernel"))
    var kernel = Moves.separate

    enum Moves: String, CaseIterable, ExpressibleByArgument { case separate, joint }

    @Option(
        help: ArgumentHelp(
            said("Share of a generation's distances that the next tolerance leaves.", "下一代容差保留的距离分位（份额）。"),
            valueName: "share"))
    var quantile = 0.5

    @Option(
        help: ArgumentHelp(
            said("Stop once a smaller share of what is tried is kept.", "接受率低于此值即停止。"), valueName: "share"))
    var leastAcceptance = 0.0

    @Option(
        help: ArgumentHelp(
            said("Sets drawn from the posterior for the predictive check.", "后验预测检验所抽取的参数组数。"), valueName: "n"))
    var predictive = 50

    @Option(help: ArgumentHelp(said("Seed of all random draws.", "随机种子。"), valueName: "s"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(said("Cores to use (default: all).", "使用的核数（默认全部）。"), valueName: "t"))
    var threads: Int?

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        for (value, name, least) in [
            (particles, "--particles", 4), (tries, "--tries", 4), (replicates, "--replicates", 1),
            (threads ?? 1, "--threads", 1), (predictive, "--predictive", 0),
        ] where value < least {
            throw ValidationError(
                said("\(name) must be at least \(least), not \(value).", "\(name) 至少为 \(least)，而不是 \(value)。"))
        }
        if !(quantile > 0 && quantile < 1) || !(0..<1).contains(leastAcceptance) {
            throw ValidationError(
                said(
                    "--quantile must be above 0 and below 1, --least-acceptance from 0 to below 1.",
                    "--quantile 须大于 0 且小于 1，--least-acceptance 须不小于 0 且小于 1。"))
        }
    }

    func run() async throws {
        let trial: CalibrationTrial
        let path = Shipped.path(of: file, in: "Scenarios")
        do throws(ScenarioFaults) {
            trial = try CalibrationTrial(
                try CalibrationTargets.read(path: path), folder: (path as NSString).deletingLastPathComponent,
                seed: seed, replicates: replicates)
        } catch {
            Terminal.complain(error.faults.map { $0.text[tongue] }.joined(separator: "\n"))
            throw Ending.badInput
        }
        let store = CalibrationStore(folder: archive.out ?? "Results/calibration-\(trial.targets.id)")
        let fresh = SequentialABC(
            zip(trial.targets.parameters, trial.ranges).map { .init(key: $0, range: $1) }, size: particles, seed: seed,
            kernel: kernel == .joint ? .joint : .separate, quantile: quantile)
        let inputs =
            Digest.sha256(of: trial.targets.files.flatMap(\.bytes)) + "/\(replicates)/\(ModelFingerprint.current)"
        var search: SequentialABC
        do {
            search = try archive.fresh ? fresh : store.search(like: fresh, inputs: inputs) ?? fresh
        } catch {
            Terminal.complain(
                said(
                    "\(store.folder) holds a calibration of other inputs; name another folder with --out, or begin anew with "
                        + "--fresh.", "\(store.folder) 中的校准使用了不同的输入；请用 --out 指定其他目录，或用 --fresh 重新开始。"))
            throw Ending.badInput
        }
        let stop = StopSignal()
        try await go(&search, trial, store, inputs: inputs, stop: stop)
        try await tell(search, trial, store, inputs: inputs, stop: stop)
    }

    /// Tries sets, batch by batch, until every pattern is met, no more may be tried, or somebody stops it.
    private func go(
        _ search: inout SequentialABC, _ trial: CalibrationTrial, _ store: CalibrationStore, inputs: String,
        stop: StopSignal
    ) async throws {
        let isShown = Terminal.hasWatcher && !common.quiet
        let signals = Signals(stop: stop) {
            Terminal.complain(said("Stopping; what was tried is kept.", "正在停止；已尝试的结果会保留。"))
        }
        defer { signals.end() }
        let cores = threads ?? Machine.cores
        let clock = ContinuousClock()
        let (began, before) = (clock.now, search.tried)
        while search.tried < tries, !search.isDone, search.acceptance >= leastAcceptance, !stop.isRaised {
            let batch = search.candidates(min(4 * cores, tries - search.tried))
            guard !batch.isEmpty else {
                Terminal.complain(said("No set of parameters could be lived.", "没有一组参数能够运行。"))
                throw Ending.failed
            }
            let values = await trial.measure(batch.map { ($0.number, $0.values) }, cores: cores, stop: stop)
            guard !stop.isRaised else { break }
            search.take(batch, distances: values.map(trial.targets.distance))
            try store.keep(search, inputs: inputs)
            if isShown {
                let each = (clock.now - began) / max(1, search.tried - before)
                let left = TimeText(each * (tries - search.tried))
                Terminal.showProgress(
                    said(
                        "generation \(search.generation), \(search.tried) tried, at most \(left) left",
                        "第 \(search.generation) 代，已试 \(search.tried) 组，至多剩余\(left)"))
            }
        }
        if isShown { ProgressLine.clear() }
        guard !stop.isRaised else {
            Terminal.complain(
                said(
                    "Interrupted: \(search.tried) sets are kept in \(store.folder). The same command goes on.",
                    "已中断：\(search.tried) 组结果保存在 \(store.folder)。重复同一命令即可继续。"))
            throw Ending.interrupted
        }
        guard search.generation > 0 else {
            Terminal.complain(
                said("--tries ended before the first generation was whole.", "--tries 在首代完成之前已用尽。"))
            throw Ending.failed
        }
    }

    /// Measures the patterns at the defaults and at the parameters chosen, with other draws than the search had, and writes.
    private func tell(
        _ search: SequentialABC, _ trial: CalibrationTrial, _ store: CalibrationStore, inputs: String, stop: StopSignal
    ) async throws {
        guard let chosen = search.nearest(to: trial.standing) else { throw Ending.failed }
        let again = 10
        let both = (0..<2 * again).map { n in
            (number: 1_000_000 + n / 2, values: n % 2 == 0 ? trial.standing : chosen.values)
        }
        let measured = await trial.measure(both, cores: threads ?? Machine.cores, stop: stop)
        func mean(_ offset: Int, _ p: Int) -> Double {
            stride(from: offset, to: 2 * again, by: 2).reduce(0) { $0 + measured[$1][p] } / Double(again)
        }
        let predicted = try await predict(search, trial, store, inputs: inputs, stop: stop)
        let patterns = trial.targets.patterns.enumerated().map { p, pattern in
            CalibrationReport.Pattern(
                id: pattern.id, meaning: pattern.meaning, low: pattern.low, high: pattern.high, atDefaults: mean(0, p),
                atChosen: mean(1, p), predicted: predicted.map { $0[p] })
        }
        let report = CalibrationReport(search, standing: trial.standing, patterns: patterns)
        try store.write(report)
        Terminal.print(report.screen(in: tongue, style: Terminal.style()))
        if !common.quiet {
            Terminal.print("\n\(store.folder): calibration.json, patterns.csv, posterior.csv, predictive.csv\n")
        }
    }

    /// The patterns of sets drawn from the posterior, each lived under draws that no search had; goes on where it was stopped.
    private func predict(
        _ search: SequentialABC, _ trial: CalibrationTrial, _ store: CalibrationStore, inputs: String, stop: StopSignal
    ) async throws -> [[Double]] {
        let sets = search.drawn(predictive)
        let inputs = inputs + "/\(seed)/\(search.tried)/\(kernel)/\(quantile)/\(particles)/\(predictive)"
        var measured = archive.fresh ? [] : store.predicted(inputs: inputs)
        let cores = threads ?? Machine.cores
        let signals = Signals(stop: stop) {
            Terminal.complain(said("Stopping; what was tried is kept.", "正在停止；已尝试的结果会保留。"))
        }
        defer { signals.end() }
        while measured.count < sets.count {
            let numbers = measured.count..<min(sets.count, measured.count + 2 * cores)
            let values = await trial.measure(
                numbers.map { (number: 2_000_000 + $0, values: sets[$0]) }, cores: cores, stop: stop)
            guard !stop.isRaised else {
                if Terminal.hasWatcher { ProgressLine.clear() }
                Terminal.complain(
                    said(
                        "Interrupted: \(measured.count) predictions are kept in \(store.folder). The same command goes on.",
                        "已中断：\(measured.count) 组预测保存在 \(store.folder)。重复同一命令即可继续。"))
                throw Ending.interrupted
            }
            measured += values
            try store.keep(predicted: measured, inputs: inputs)
            if Terminal.hasWatcher, !common.quiet {
                Terminal.showProgress(
                    said(
                        "predictive check: \(measured.count) of \(sets.count) sets",
                        "后验预测检验：\(measured.count)/\(sets.count) 组"))
            }
        }
        if Terminal.hasWatcher, !common.quiet { ProgressLine.clear() }
        return measured
    }
}

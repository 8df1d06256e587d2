import Archive
import ArgumentParser
import Claims
import Experiments
import Foundation
import Reporting
import Scenarios

struct Verify: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Hold the model against known answers.", "以已知结果检验模型。"),
            discussion: said(
                """
                Equilibria, steady states, rates and winners that theory, experiments or other programs tell, against what the
                model does. Exit 0 if all agree, 1 if one does not. Writes verify.csv.

                The names: \(names).

                Example: cogov verify --only binary-choice --only hysteresis
                """,
                """
                将理论、实验或其他程序给出的均衡、稳态、速率与结果，与模型的实际行为比较。全部相符时退出码为 0，有一项不符则为 1。写出 verify.csv。

                名称：\(names)。

                例：cogov verify --only binary-choice --only hysteresis
                """))
    }

    private static let names = Verification.all.map(\.id).joined(separator: ", ")

    @Option(help: ArgumentHelp(said("Verify this alone; may be given again.", "只做此项验证；可重复。"), valueName: "name"))
    var only: [String] = []

    @Option(
        help: ArgumentHelp(
            said("Folder for the result (default: Results/verify).", "结果目录（默认 Results/verify）。"), valueName: "dir"),
        completion: .directory)
    var out = "Results/verify"

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let threads, threads < 1 {
            throw ValidationError(
                said("--threads must be at least 1, not \(threads).", "--threads 至少为 1，而不是 \(threads)。"))
        }
        for name in only where Verification.named(name) == nil {
            let near = NearestName.of(name, among: Verification.all.map(\.id))
            throw ValidationError(
                said(
                    "--only: found no verification “\(name)”; expected one of \(Self.names)"
                        + (near.map { " (did you mean \($0)?)" } ?? "") + ".",
                    "--only：没有名为“\(name)”的验证；应为 \(Self.names) 之一" + (near.map { "（是否想写 \($0)?）" } ?? "") + "。"))
        }
    }

    func run() async throws {
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        } catch {
            Terminal.complain(said("--out: \(out) cannot be made or written.", "--out：\(out) 无法创建或写入。"))
            throw Ending.badInput
        }
        let chosen = Verification.all.filter { only.isEmpty || only.contains($0.id) }
        let report = VerificationReport(try await verify(chosen))
        do {
            try report.write(to: out)
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.failed
        }
        Terminal.print(report.screen(in: tongue, style: Terminal.style()))
        if !common.quiet { Terminal.print("\(out): \(VerificationReport.file)\n") }
        guard report.passes else { throw Ending.failed }
    }

    private func verify(_ chosen: [Verification]) async throws -> [VerificationResult] {
        let isShown = Terminal.hasWatcher && !common.quiet
        let stop = StopSignal()
        let signals = Signals(stop: stop) {
            Terminal.complain(said("Stopping after the verifications under way.", "正在进行的验证完成后停止。"))
        }
        defer { signals.end() }
        let setting = VerificationSetting(effort: .full, library: Shipped.library, elections: Shipped.elections)
        let results = await VerificationRun.verify(
            chosen, setting, cores: threads ?? Machine.cores, stop: stop
        ) { done in
            guard isShown else { return }
            Terminal.showProgress(
                said("\(done) of \(chosen.count) verifications", "\(done)/\(chosen.count) 项验证"))
        }
        if isShown { ProgressLine.clear() }
        guard !stop.isRaised else {
            Terminal.complain(said("Interrupted: nothing was written.", "已中断：未写入任何内容。"))
            throw Ending.interrupted
        }
        return results
    }
}

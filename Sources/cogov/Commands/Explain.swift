import Analysis
import Archive
import ArgumentParser
import Experiments
import Scenarios

struct Explain: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Tell which levers make the difference between two scenarios.", "说明两个情景的差异来自哪些杠杆。"),
            discussion: said(
                """
                What differs between the two is found by itself and gathered into switches (money, rights, organisations and so on, or those of
                --groups). The scenarios between the two are lived, each with some switches as in the second, all on the same
                draws, and the difference is shared out among the switches by Shapley values: all combinations up to \(ShapleyGame.most)
                switches, sampled orders beyond. Goes on where it was stopped. Writes shares.csv, interactions.csv,
                switches.csv and report.html.

                Example: cogov explain street-committee x-community --on reference --dry-run
                         cogov explain street-committee x-community --on reference --metric need.mean@85-120
                         cogov explain street-committee jinsong --on reference --permutations 10 --replicates 20
                """,
                """
                自动找出两个情景的差异，并归入若干开关（资金、权利、组织等，或由 --groups 指定）。运行两者之间的情景：各开关分别取自前者或
                后者，共用随机数；再以 Shapley 值把差值分摊给各开关：不超过 \(ShapleyGame.most) 个开关时运行全部组合，更多时抽样次序。
                中断后可继续。写出 shares.csv、interactions.csv、switches.csv 与 report.html。

                例：cogov explain street-committee x-community --on reference --dry-run
                    cogov explain street-committee x-community --on reference --metric need.mean@85-120
                    cogov explain street-committee jinsong --on reference --permutations 10 --replicates 20
                """))
    }

    @Argument(
        help: ArgumentHelp(
            said("The scenario to begin from: a file, or an id in the library.", "起始情景：文件，或情景库中的 id。"),
            valueName: "first"), completion: .scenarios)
    var first: String

    @Argument(help: ArgumentHelp(said("The scenario to end at.", "终点情景。"), valueName: "second"), completion: .scenarios)
    var second: String

    @Option(
        help: ArgumentHelp(
            said(
                "What to explain: an observable in the last month (KEY), in a month (KEY@36) or as a mean over months (KEY@85-120); may be "
                    + "repeated.", "要解释的指标：末月（KEY）、某月（KEY@36）或若干月均值（KEY@85-120）；可重复。"), valueName: "key"),
        completion: .observables)
    var metric: [String] = []

    @Option(
        help: ArgumentHelp(
            said(
                "File that says which levers are one switch; what it leaves out is in the usual ones.",
                "指定开关的文件；未列出的差异归入通常的开关。"),
            valueName: "file"), completion: .file(extensions: ["yaml"]))
    var groups: String?

    @Option(
        help: ArgumentHelp(
            said(
                "Sample so many antithetic pairs of orders instead of living all combinations (default beyond \(ShapleyGame.most) switches: "
                    + "\(Explaining.usualPairs)).",
                "改为抽样若干对正反次序，而不运行全部组合（开关多于 \(ShapleyGame.most) 个时默认 \(Explaining.usualPairs) 对）。"), valueName: "n"))
    var permutations: Int?

    @Flag(help: ArgumentHelp(said("Tell the switches and the number of runs; nothing is run.", "只列出开关与运行次数；不运行。")))
    var dryRun = false

    @OptionGroup var options: RunOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let permutations, permutations < 2 {
            throw ValidationError(
                said(
                    "--permutations must be at least 2, not \(permutations).",
                    "--permutations 至少为 2，而不是 \(permutations)。"))
        }
    }

    func run() async throws {
        let pair = try switchedPair()
        guard pair.switches.count <= SwitchedPair.most else {
            throw refused([
                said(
                    "\(pair.switches.count) switches; at most \(SwitchedPair.most). Join some with --groups.",
                    "共 \(pair.switches.count) 个开关，至多 \(SwitchedPair.most) 个；请用 --groups 合并。")
            ])
        }
        let measures = try Measures(metric.isEmpty ? Explaining.usualMeasures : metric, months: pair.length).orFail()
        let explaining = Explaining(
            pair: pair, measures: measures, pairs: permutations, options: options, archive: archive, common: common)
        if dryRun { return Terminal.print(explaining.plan) }
        try await explaining()
    }

    private func switchedPair() throws -> SwitchedPair {
        let missing =
            [Reading.missing(options.on, on: .places)] + [first, second].map { Reading.missing($0, on: .regimes) }
        guard missing.allSatisfy({ $0 == nil }) else { throw refused(missing.compactMap(\.self)) }
        do throws(ScenarioFaults) {
            let place = options.on.map { Shipped.path(of: $0, on: .places) }
            let pair = try ScenarioPair(
                ScenarioSource(path: Shipped.path(of: first, on: .regimes), on: place),
                ScenarioSource(path: Shipped.path(of: second, on: .regimes), on: place),
                changes: options.changes.map { ScenarioChange($0) })
            let switches =
                try groups.map { path throws(ScenarioFaults) in
                    try pair.switches(path: Shipped.path(of: path, in: "Designs/switches"))
                } ?? pair.switches
            return SwitchedPair(
                pair, switches: switches, months: options.months, attentionUntil: options.attentionUntil)
        } catch {
            throw refused(error.faults.map { $0.text[tongue] })
        }
    }

    private func refused(_ lines: [String]) -> Ending {
        Terminal.complain(lines.joined(separator: "\n"))
        return .badInput
    }
}

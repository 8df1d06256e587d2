import Archive
import ArgumentParser
import Experiments
import Foundation
import Governance
import Reporting
import Scenarios

struct ScaleUp: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scaleup",
            abstract: said("Find out what a pilot's effect keeps at scale.", "考察试点效果推广后能保留多少。"),
            discussion: said(
                """
                A scenario with rollout: is lived with the regime nowhere, with pilots alone, and with all others following, in
                cities of several sizes whose people share their draws. Retention is the effect a community at scale, of that in
                the pilots; it is taken apart into selection, dilution, heterogeneity and spill-over. --keep asks how many trainers
                keep a share. Goes on where it was stopped, and with more cities, choices or replicates. Writes scaleup.csv,
                trainers.csv and report.html.

                Example: cogov scaleup qingyuan
                         cogov scaleup qingyuan --pilots 4 --to 28,280 --choice best,random,volunteers --trainers 6 --keep 0.8
                         cogov scaleup qingyuan --check
                """,
                """
                含 rollout: 的情景在不同规模的城市中分别运行：无人实施、仅试点实施、其余社区全部跟进；各城市的居民共用随机数。
                保留率为全面推广时每个社区的效果占试点效果的比例，并分解为选择、稀释、异质性与外溢。--keep 给出保留某一比例所需的培训者人数。
                中断后可继续，也可增加城市、选择方式或重复次数。写出 scaleup.csv、trainers.csv 与 report.html。

                例：cogov scaleup qingyuan
                    cogov scaleup qingyuan --pilots 4 --to 28,280 --choice best,random,volunteers --trainers 6 --keep 0.8
                    cogov scaleup qingyuan --check
                """))
    }

    @Argument(
        help: ArgumentHelp(
            said(
                "A scenario with rollout:, or the id of one in Scenarios/scaleups.",
                "含 rollout: 的情景文件，或 Scenarios/scaleups 中的 id。"), valueName: "file"), completion: .rollouts)
    var file: String

    @Option(
        help: ArgumentHelp(
            said(
                "Communities of the cities, with commas between (default: the place's own).",
                "各城市的社区数，以逗号分隔（默认为该地点的社区数）。"),
            valueName: "n,n"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            said(
                "How pilots are chosen, with commas between: best, random, volunteers, named (default: best,random,volunteers).",
                "试点的选择方式，以逗号分隔：best 择优、random 随机、volunteers 自愿、named 按地点指定（默认 best,random,volunteers）。"),
            valueName: "ways"))
    var choice = "best,random,volunteers"

    @Option(help: ArgumentHelp(said("Pilots, in place of the file's.", "试点数，替代文件中的设定。"), valueName: "n"))
    var pilots: Int?

    @Option(
        help: ArgumentHelp(
            said(
                "Months after the pilots in which all others join, in place of the file's.", "其余社区在试点之后多少个月加入，替代文件中的设定。"
            ),
            valueName: "m"))
    var expansion: Int?

    @Option(
        help: ArgumentHelp(
            said("Workers of the outside organisations together, at the pay that they have.", "外来组织人员总数（报酬标准不变）。"),
            valueName: "n"))
    var trainers: Double?

    @Option(
        help: ArgumentHelp(
            said(
                "Share of the pilots' effect for which trainers are wanted, such as 0.8.", "希望保留的试点效果比例，如 0.8；给出所需培训者。"),
            valueName: "share"))
    var keep: Double?

    @Option(
        help: ArgumentHelp(
            said(
                "Months after joining over which effects are measured (default: the year after the expansion).",
                "测量效果的月份，自加入起计（默认为推广后的一年）。"), valueName: "from-until"))
    var window: String?

    @Option(
        help: ArgumentHelp(said("The observable of effects.", "衡量效果的观测指标。"), valueName: "key"), completion: .observables
    )
    var observable = "participation.rung2plus"

    @Option(
        help: ArgumentHelp(
            said(
                "Part of each community's people to live: quicker, and not the same (the report says how).",
                "每个社区模拟的人口比例：更快，但结果不同（报告中说明）。"), valueName: "share"))
    var people: Double?

    @Option(help: ArgumentHelp(said("Runs of each world.", "每个世界的运行次数。"), valueName: "n"))
    var replicates = 10

    @Option(help: ArgumentHelp(said("Seed of all random draws.", "随机种子。"), valueName: "s"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            said(
                "Put it on this place instead of its own: a file, or the id of one in Scenarios/places.",
                "置于此地点而非其原地点：文件，或 Scenarios/places 中的 id。"), valueName: "place"), completion: .places)
    var on: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            said("Change a value of the scenario, by its key path.", "按键路径修改情景中的一个值。"), valueName: "key=value"),
        completion: .changes)
    var changes: [String] = []

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @Flag(help: ArgumentHelp(said("Read and check, tell what it takes; nothing is run.", "读取、检查并估计所需；不运行。")))
    var check = false

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        for (value, name, least) in [
            (replicates, "--replicates", 2), (threads ?? 1, "--threads", 1), (pilots ?? 1, "--pilots", 1),
            (expansion ?? 1, "--expansion", 1),
        ] where value < least {
            throw ValidationError(
                said("\(name) must be at least \(least), not \(value).", "\(name) 至少为 \(least)，而不是 \(value)。"))
        }
        for (value, name, most) in [
            (keep, "--keep", 10.0), (people, "--people", 1), (trainers, "--trainers", 100_000),
        ] {
            guard let value, !(value > 0 && value <= most) else { continue }
            throw ValidationError(
                said(
                    "\(name) must be above 0 and at most \(most), not \(value).",
                    "\(name) 须大于 0 且不超过 \(most)，而不是 \(value)。"))
        }
        _ = try ScaleUpWords.sizes(to)
        _ = try ScaleUpWords.choices(choice)
        _ = try ScaleUpWords.window(window)
        try ScaleUpWords.check(observable: observable)
    }

    func run() async throws {
        let (document, plan) = try self.plan()
        let trial = ScaleUpTrial(plan, replicates: replicates, seed: seed)
        let folder = archive.out ?? "Results/scaleup-\(document.specification.id)"
        let scaling = ScalingUp(
            trial: trial, document: document, folder: folder, fresh: archive.fresh, cores: threads ?? Machine.cores,
            quiet: common.quiet)
        if check { try scaling.tellCost(of: file) } else { try await scaling() }
    }

    /// The scenario and what is asked of it, or all faults on standard error and exit 2.
    private func plan() throws -> (ScenarioDocument, ScaleUpPlan) {
        let faults = [Reading.missing(on, on: .places), Reading.missing(file, on: .scaleups)].compactMap(\.self)
        guard faults.isEmpty else { return try fail(faults) }
        let document: ScenarioDocument
        let path = Shipped.path(of: file, on: .scaleups)
        do throws(ScenarioFaults) {
            document = try ScenarioReader.read(
                path: path, on: on.map { Shipped.path(of: $0, on: .places) }, overrides: changes)
        } catch { return try fail(error.faults.map { $0.text[tongue] }) }
        var terms = ScaleUpTerms(
            sizes: try ScaleUpWords.sizes(to) ?? [document.specification.people.communities.count],
            choices: try ScaleUpWords.choices(choice))
        (terms.observable, terms.pilots, terms.expansion, terms.trainers) = (observable, pilots, expansion, trainers)
        (terms.window, terms.keep, terms.people) = (try ScaleUpWords.window(window), keep, people)
        do throws(ScaleUpFault) {
            return (document, try ScaleUpPlan(document.specification, terms))
        } catch { return try fail([said("\(path): \(error.message.en)", "\(path)：\(error.message.zh)")]) }
    }

    private func fail<Value>(_ faults: [String]) throws -> Value {
        Terminal.complain(faults.joined(separator: "\n"))
        throw Ending.badInput
    }
}

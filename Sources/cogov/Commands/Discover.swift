import Analysis
import Archive
import ArgumentParser
import Foundation
import Reporting

struct Discover: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Find under which inputs outcomes of interest come about.", "寻找在哪些输入下会出现所关注的结果。"),
            discussion: said(
                """
                Boxes in the space of factors in which cases of interest are dense (PRIM, Friedman and Fisher 1999), with the
                trajectory to choose from, quasi-p-values and resampling; and a regression tree pruned by cross-validation.
                Cases are the points of a finished sweep, or the lines of a CSV file with a name above each column.

                --where says which cases are of interest: what is measured, of runs with its month (at month 36; in months 25
                to 36, the mean; at end), compared with numbers or with quantile(0.9), its own quantile over all cases; joined
                by and, or, not.

                Example: cogov discover Results/task-load --scenario qingyuan --where "trust.committee at month 36 > quantile(0.75)"
                         cogov discover --table cases.csv --where "cost > 10 and yield < 2" --box 14
                """,
                """
                在因素空间中寻找所关注样本密集的盒（PRIM；Friedman 与 Fisher 1999），附剥离轨迹、准 p 值与重抽样；并给出经交叉验证剪枝的回归树。
                样本为已完成的批量运行（sweep）的各点，或首行为列名的 CSV 文件的各行。

                --where 说明关注哪些样本：指标（运行结果可加月份：at month 36；in months 25 to 36 为均值；at end），与数或
                quantile(0.9)（该指标在全部样本中的分位数）比较，以 and、or、not 连接。

                例：cogov discover Results/task-load --scenario qingyuan --where "trust.committee at month 36 > quantile(0.75)"
                    cogov discover --table cases.csv --where "cost > 10 and yield < 2" --box 14
                """))
    }

    @Argument(
        help: ArgumentHelp(said("The folder of a sweep's results.", "批量运行的结果目录。"), valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Option(
        help: ArgumentHelp(said("A CSV file of cases instead.", "改用样本的 CSV 文件。"), valueName: "file.csv"),
        completion: .file(extensions: ["csv"]))
    var table: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(said("Which cases are of interest.", "关注哪些样本。"), valueName: "rule"))
    var rule: String

    @Option(
        help: ArgumentHelp(said("The scenario of the sweep that is looked at.", "考察批量运行中的哪个情景。"), valueName: "id"),
        completion: .scenarios)
    var scenario: String?

    @Option(
        help: ArgumentHelp(
            said("Look at the difference from this scenario's runs.", "考察与此情景运行之差。"), valueName: "id"),
        completion: .scenarios)
    var against: String?

    @Option(
        name: .customLong("input"),
        help: ArgumentHelp(
            said(
                "A column of the table that is an input (default: all not measured); may be repeated.",
                "表中作为输入的列（默认为未作指标的各列）；可重复。"),
            valueName: "column"))
    var inputs: [String] = []

    @Option(
        name: .customLong("box"),
        help: ArgumentHelp(
            said("The step of the trajectory to take; given again, of the next box.", "取轨迹中的第几步；再次给出则用于下一个盒。"),
            valueName: "n"))
    var steps: [Int] = []

    @Option(
        help: ArgumentHelp(
            said("Take the box of greatest coverage that is at least so dense.", "取密度不低于此值中覆盖率最大的盒。"),
            valueName: "share"))
    var density: Double?

    @Option(
        help: ArgumentHelp(
            said("Take the densest box that covers at least so much.", "取覆盖率不低于此值中密度最大的盒。"), valueName: "share"))
    var coverage: Double?

    @Option(help: ArgumentHelp(said("Boxes at most.", "盒的最多个数。"), valueName: "n"))
    var boxes = 3

    @Option(help: ArgumentHelp(said("Share of a box that is peeled off at once.", "每次剥离的比例。"), valueName: "share"))
    var peel = 0.05

    @Option(help: ArgumentHelp(said("Share that is given back at once.", "每次粘贴的比例。"), valueName: "share"))
    var paste = 0.05

    @Option(help: ArgumentHelp(said("Least share of all cases in a box.", "盒内样本占全部的最低比例。"), valueName: "share"))
    var leastMass = 0.05

    @Option(help: ArgumentHelp(said("Samples in which boxes are found anew.", "重抽样的次数。"), valueName: "n"))
    var samples = 50

    @Option(help: ArgumentHelp(said("Seed of all random draws.", "随机种子。"), valueName: "s"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(said("Folder for the results.", "结果目录。"), valueName: "dir"), completion: .directory)
    var out: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (folder == nil) != (table == nil) else {
            throw ValidationError(
                said("Name either a folder of a sweep or a table with --table.", "请指定批量运行的目录，或以 --table 指定表格。"))
        }
        if table != nil, scenario != nil || against != nil {
            throw ValidationError(
                said("--scenario and --against are for sweeps, not for tables.", "--scenario 与 --against 用于批量运行，不用于表格。")
            )
        }
        if folder != nil, !inputs.isEmpty {
            throw ValidationError(
                said("--input is for tables; a sweep's inputs are its factors.", "--input 用于表格；批量运行的输入即其因素。"))
        }
        guard [steps.isEmpty, density == nil, coverage == nil].count(where: { !$0 }) <= 1 else {
            throw ValidationError(
                said("Only one of --box, --density and --coverage.", "--box、--density 与 --coverage 只能选其一。"))
        }
        for (value, name, most) in [
            (density, "--density", 1.0), (coverage, "--coverage", 1), (peel, "--peel", 0.5), (paste, "--paste", 0.5),
            (leastMass, "--least-mass", 1),
        ] {
            guard let value, !(value > 0 && value <= most) else { continue }
            throw ValidationError(
                said(
                    "\(name) must be above 0 and at most \(most), not \(value).",
                    "\(name) 须大于 0 且不超过 \(most)，而不是 \(value)。"))
        }
        for (value, name, least) in [(boxes, "--boxes", 1), (samples, "--samples", 0)] + steps.map({ ($0, "--box", 0) })
        where value < least {
            throw ValidationError(
                said("\(name) must be at least \(least), not \(value).", "\(name) 至少为 \(least)，而不是 \(value)。"))
        }
    }

    private var settings: Discovery.Settings {
        var settings = Discovery.Settings()
        (settings.prim.peel, settings.prim.paste, settings.prim.leastMass) = (peel, paste, leastMass)
        settings.choices =
            density.map { [.density($0)] } ?? coverage.map { [.coverage($0)] }
            ?? steps.map(BoxChoice.step) + [.balanced]
        (settings.boxes, settings.samples, settings.seed) = (boxes, samples, seed)
        return settings
    }

    func run() throws {
        let input: DiscoveryInput
        if let table {
            input = try .table(table, inputs: inputs, rule: rule)
        } else {
            input = try .sweep(folder ?? "", scenario: scenario, against: against, rule: rule)
        }
        let discovery: Discovery
        do throws(Discovery.MissingStep) {
            discovery = try Discovery(
                input.table, isOfInterest: input.isOfInterest, values: input.values, settings: settings)
        } catch {
            Terminal.complain(
                said(
                    "--box: box \(error.box) has the steps 0 to \(error.steps - 1).",
                    "--box：第 \(error.box) 个盒的步数为 0 至 \(error.steps - 1)。"))
            throw Ending.badInput
        }
        var subject = DiscoveryReport.Subject(
            title: input.title, rule: rule, measure: input.measure, program: Cogov.program,
            command: Invocation.arguments)
        subject.leftOut = input.leftOut
        let report = DiscoveryReport(discovery, of: subject)
        let target = out ?? "Results/discover-" + name
        try ResultFiles.tell(report, in: target, quiet: common.quiet)
    }

    /// The last part of what was named, without what tells its kind.
    private var name: String {
        let last = ((table ?? folder ?? "") as NSString).standardizingPath as NSString
        return (last.lastPathComponent as NSString).deletingPathExtension
    }
}

import ArgumentParser
import Experiments

struct Compare: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Compare scenarios that share people, money and chance.", "在相同人口、资金与随机性下比较情景。"),
            discussion: said(
                """
                Replicate r of every scenario has the same random draws, so that differences are paired; each is given
                with its 95 % interval. Without files, all ways to govern in Scenarios/regimes are put on one reference
                place, the upper level's attention moves on after month \(Shipped.attentionUntil) of \(Shipped.months), and \(Shipped.baseline) is
                the baseline. Four scenarios or more beside the baseline are shown in one table.

                Example: cogov compare Scenarios/street-committee.yaml Scenarios/qingyuan.yaml --replicates 20
                         cogov compare
                         cogov compare --on qingyuan-street --attention-until 60 --replicates 10
                """,
                """
                各情景的第 r 次重复使用相同的随机数，因此差异是成对的，并给出 95% 区间。不指定文件时，将 Scenarios/regimes
                中的全部治理方式置于同一参照地点，上级关注在第 \(Shipped.attentionUntil) 个月（共 \(Shipped.months) 个月）之后转移，以 \(Shipped.baseline)
                为基线。基线之外有四个或更多情景时，结果列于一张表中。

                例：cogov compare Scenarios/street-committee.yaml Scenarios/qingyuan.yaml --replicates 20
                    cogov compare
                    cogov compare --on qingyuan-street --attention-until 60 --replicates 10
                """))
    }

    @Argument(
        help: ArgumentHelp(
            said(
                "Two scenario files or more, or one with branches; or their ids in the library; none: all of them.",
                "两个或更多情景文件，或一个含分支的文件；也可用情景库中的 id；不指定则为全部。"), valueName: "file"), completion: .scenarios)
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            said("Id of the scenario that others are compared with (default: the first).", "作为基线的情景 id（默认第一个）。"),
            valueName: "id"), completion: .scenarios)
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            said(
                "Add replicates until the difference in a measure is known so precisely, in the unit of series.csv; may be repeated. "
                    + "--replicates are then the pilot.",
                "增加重复，直至某指标的差值达到所要求的精度（单位同 series.csv）；可重复。此时 --replicates 为预试次数。"),
            valueName: "key@month=±x"))
    var precision: [String] = []

    @Option(
        help: ArgumentHelp(
            said("The most replicates that --precision may take.", "--precision 至多可用的重复次数。"), valueName: "n"))
    var atMost = 200

    @OptionGroup var options: RunOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let scenarios = try files.isEmpty ? regimes() : Reading(files, options: options.scenario).orFail()
        let ids = scenarios.map(\.id)
        guard ids.count > 1 else {
            Terminal.complain(
                said(
                    "compare needs two scenario files or more, or one with branches.", "compare 需要两个或更多情景文件，或一个含分支的文件。")
            )
            throw Ending.badInput
        }
        let baseline = baseline ?? ids[0]
        var archive = archive
        if files.isEmpty, archive.out == nil { archive.out = "Results/regimes" }
        guard ids.contains(baseline) else {
            Terminal.complain(
                said(
                    "--baseline is \(baseline), but must be one of \(ids.joined(separator: ", ")).",
                    "--baseline 为 \(baseline)，应为 \(ids.joined(separator: "、")) 之一。"))
            throw Ending.badInput
        }
        var living = Living(
            scenarios: scenarios, replicates: options.replicates ?? 20, options: options, archive: archive,
            common: common, baseline: baseline)
        living.goals = try Goals(precision, months: scenarios.map(\.specification.months).min() ?? 1).orFail()
        living.most = atMost
        try await living()
    }

    func validate() throws {
        guard !precision.isEmpty, (options.replicates ?? 20) < Self.leastPilot || atMost < (options.replicates ?? 20)
        else { return }
        throw ValidationError(
            said(
                "--precision needs a pilot of \(Self.leastPilot) --replicates or more, and --at-most not below them.",
                "--precision 需要至少 \(Self.leastPilot) 次 --replicates 作为预试，且 --at-most 不少于该数。"))
    }

    /// A smaller pilot hardly tells how much replicates vary.
    private static let leastPilot = 5

    /// The ways to govern that come with the project, on one place, with the attention that programmes lose.
    private func regimes() throws -> [PlannedScenario] {
        let names = try Shipped.regimes()
        var options = options
        options.on = options.on ?? Shipped.place
        options.months = options.months ?? Shipped.months
        options.attentionUntil = options.attentionUntil ?? Shipped.attentionUntil
        return try Reading(names, options: options.scenario).orFail()
    }
}

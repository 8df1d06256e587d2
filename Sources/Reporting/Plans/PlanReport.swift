public import Analysis
public import Archive
import Governance
public import Scenarios

/// What a search for plans found, for planners: what to do, what it costs, what could break it; on the screen, as CSV files and as a
/// page.
public struct PlanReport: FiledReport {
    let plan: Plan
    let findings: PlanFindings
    let search: NSGA2
    let values: @Sendable ([Double]) -> [Plan.Lever.Value]
    /// Fresh runs without a plan.
    let without: [PlanRun]
    let program: String
    let command: [String]

    public init(
        _ plan: Plan, findings: PlanFindings, search: NSGA2,
        values: @escaping @Sendable ([Double]) -> [Plan.Lever.Value], without: [PlanRun], program: String,
        command: [String]
    ) {
        self.plan = plan
        self.findings = findings
        self.search = search
        self.values = values
        self.without = without
        self.program = program
        self.command = command
    }

    public var files: [String] { ["front.csv", "search.csv", "robustness.csv", Page.name] }

    public func screen(in language: Language, style: ScreenStyle) -> String {
        PlanScreen(report: self, language: language).lines(style).map { $0 + "\n" }.joined()
    }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    public func write(to folder: String, language: Language) throws(ArchiveError) {
        for (name, text) in [
            ("front.csv", frontCSV), ("search.csv", searchCSV), ("robustness.csv", robustnessCSV),
            (Page.name, Page({ PlanChapter(report: self, language: $0) }, language: language).source),
        ] {
            let file = try WholeFile(name, in: folder)
            try file.append(text)
            try file.finish()
        }
    }

    /// A plan of the final front.
    struct Member {
        let number: Int
        let values: [Plan.Lever.Value]
        let effect: PlanEffect
        let robustness: PlanRobustness?
    }

    var members: [Member] {
        findings.front.enumerated().compactMap { number, place in
            guard let effect = findings.effects[place] else { return nil }
            return Member(
                number: number + 1, values: values(findings.candidates[place].values), effect: effect,
                robustness: number < findings.robustness.count ? findings.robustness[number] : nil)
        }
    }

    // MARK: Words

    var headline: Text {
        let (tried, front, budget) = (
            search.tried.count, findings.front.count, NumberText.whole(Int(plan.budget.yearly))
        )
        let fallen = findings.fallen.count
        return Text(
            en:
                "\(tried) plans tried; \(findings.candidates.count) of the best lived again \(plan.check.replicates) times under fresh "
                + "draws: \(fallen) fell out, \(front) are left, none of which is better than another in every goal. "
                + "Budget: \(budget) yuan a year.",
            zh: "共试 \(tried) 个规划；其中最优的 \(findings.candidates.count) 个以新的随机数重新运行 \(plan.check.replicates) 次，"
                + "淘汰 \(fallen) 个，余 \(front) 个，互不全面占优。预算：每年 \(budget) 元。")
    }

    /// A value of a lever in words.
    func text(_ value: Plan.Lever.Value, of lever: Plan.Lever, in language: Language) -> String {
        switch (value, lever.kind) {
        case (.option(let place), .options(let options)): return options[place].name[language]
        case (.value(.flag(let flag)), _): return Text(en: flag ? "yes" : "no", zh: flag ? "是" : "否")[language]
        case (.value(.number(let number)), .factor(let factor)):
            if factor.unit == "share" { return (NumberText.fixed(100 * number, decimals: 0) ?? "–") + " %" }
            return NumberText.short(number)
        case (.value(let value), _): return value.text
        default: return "–"
        }
    }

    func quantity(_ goal: Int, in language: Language, showing estimates: [Estimate]) -> Quantity {
        Quantity(
            unit: plan.goals[goal].unit, in: language, showing: estimates.map(\.mean),
            steps: estimates.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 2 } })
    }

    /// Without a plan, by goal.
    var levelsWithout: [Estimate] {
        plan.goals.indices.map { goal in Estimate(of: without.map { $0.goals[goal] ?? .nan }) }
    }

    // MARK: Files

    private func words(_ value: Plan.Lever.Value, of lever: Plan.Lever) -> String {
        switch (value, lever.kind) {
        case (.option(let place), .options(let options)): options[place].id
        case (.value(let value), _): value.text
        default: ""
        }
    }

    private var frontCSV: String {
        let goals = plan.goals.flatMap { goal in
            ["", ".lower", ".upper", ".gain", ".gain_lower", ".gain_upper", ".promised", ".left"].map { goal.id + $0 }
        }
        var lines = [
            CSV.line(
                ["plan"] + plan.levers.map(\.id) + goals + ["dearest_year", "kept", "undominated", "in_budget", "sets"])
        ]
        for member in members {
            let effect = member.effect
            let numbers = plan.goals.indices.flatMap { goal -> [Double?] in
                let (level, gain) = (effect.levels[goal], effect.gains[goal])
                return [
                    level.mean, level.interval?.lowerBound, level.interval?.upperBound, gain.mean,
                    gain.interval?.lowerBound, gain.interval?.upperBound, effect.promised[goal],
                    effect.left[goal]?.ratio,
                ]
            }
            let robust = member.robustness
            let shares: [Double?] = [
                effect.dearest, robust?.kept.share, robust?.undominated.share, robust?.inBudget.share,
            ]
            lines.append(
                CSV.line(
                    ["\(member.number)"] + zip(member.values, plan.levers).map { words($0, of: $1) }
                        + (numbers + shares).map { $0.map(CSV.number) ?? "" } + ["\(robust?.sets ?? 0)"]))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var searchCSV: String {
        var lines = [CSV.line(["number", "violation"] + plan.levers.map(\.id) + plan.goals.map(\.id))]
        for candidate in search.tried {
            let objectives = zip(plan.goals, candidate.objectives).map { $0.isLess ? $1 : -$1 }
            lines.append(
                CSV.line(
                    ["\(candidate.number)", CSV.number(candidate.violation)]
                        + zip(values(candidate.values), plan.levers).map { words($0, of: $1) }
                        + plan.goals.indices.map { $0 < objectives.count ? CSV.number(objectives[$0]) : "" }))
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var robustnessCSV: String {
        var lines = ["plan,parameter,pawn,kept_low_third,kept_high_third"]
        for member in members {
            for influence in member.robustness?.deciding ?? [] {
                lines.append(
                    CSV.line(
                        ["\(member.number)", influence.key]
                            + [influence.index, influence.low?.share ?? .nan, influence.high?.share ?? .nan].map(
                                CSV.number)))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

import Analysis
import Governance
import Scenarios

/// The plans of the front for a terminal.
struct PlanScreen {
    let report: PlanReport
    let language: Language

    private var plan: Plan { report.plan }
    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    func lines(_ style: ScreenStyle) -> [String] {
        func wrapped(_ text: String) -> [String] { TextLayout.wrapped(text, to: style.width) }
        let members = report.members
        var lines = wrapped(plan.title[language]).map(style.bold) + wrapped(report.headline[language])
        // As many beside one another as fit.
        var shown = 0
        while shown < members.count {
            var count = members.count - shown
            while count > 1, !table(Array(members[shown..<shown + count])).fits(in: style.width, label: 26) {
                count -= 1
            }
            lines += [""] + table(Array(members[shown..<shown + count])).lines(style)
            shown += count
        }
        return lines + members.flatMap { wrapped(breaking($0)) } + wrapped(Self.legend[language])
    }

    private func table(_ members: [PlanReport.Member]) -> ScreenTable {
        let columns =
            [ScreenTable.Column(heading: say("none", "无规划"))]
            + members.map { ScreenTable.Column(heading: say("plan \($0.number)", "规划 \($0.number)")) }
        var rows: [ScreenTable.Row] = [.group(say("What to do", "做什么"))]
        rows += plan.levers.enumerated().map { place, lever in
            let cells = members.map { report.text($0.values[place], of: lever, in: language) }
            return ScreenTable.Row.cells(label: lever.name[language], stacked([""] + cells))
        }
        rows.append(.group(say("What it brings and costs", "成效与成本")))
        for (goal, own) in plan.goals.enumerated() {
            let levels = [report.levelsWithout[goal]] + members.map { $0.effect.levels[goal] }
            let quantity = report.quantity(goal, in: language, showing: levels)
            let unit = quantity.unit.isEmpty ? "" : say(", in \(quantity.unit)", "（\(quantity.unit)）")
            let clear = members.map { member -> String in
                let gain = member.effect.gains[goal]
                return gain.isAboveZero ? "+" : gain.isBelowZero ? "-" : " "
            }
            rows.append(
                .cells(
                    label: own.name[language] + unit,
                    [zip(levels, [" "] + clear).map { (quantity.text($0.mean) ?? "–") + " " + $1 }]))
            if own.before != nil {
                rows.append(
                    .cells(
                        label: say("  of its gain left", "  其增益的留存"),
                        [
                            ["  "]
                                + members.map {
                                    ($0.effect.left[goal].map { DiscoveryReport.percent($0.ratio) } ?? "–") + "  "
                                }
                        ]))
            }
        }
        let dearest = members.map { NumberText.whole(Int($0.effect.dearest.rounded())) + "  " }
        rows.append(.cells(label: say("dearest year, yuan", "最贵一年（元）"), [["  "] + dearest]))
        if members.contains(where: { $0.robustness != nil }) {
            rows.append(.group(say("Under other behaviour", "其他行为参数下")))
            for (name, share) in [
                (say("keeps its goals", "达到目标"), \PlanRobustness.kept),
                (say("undominated", "未被占优"), \PlanRobustness.undominated),
                (say("within the budget", "未超预算"), \PlanRobustness.inBudget),
            ] {
                rows.append(
                    .cells(
                        label: name,
                        [
                            ["  "]
                                + members.map {
                                    ($0.robustness.map { DiscoveryReport.percent($0[keyPath: share].share) } ?? "–")
                                        + "  "
                                }
                        ]))
            }
        }
        return ScreenTable(columns: columns, rows: rows)
    }

    /// Words of several cells in lines short enough to stand side by side.
    private func stacked(_ cells: [String]) -> [[String]] {
        let wrapped = cells.map { TextLayout.wrapped($0, to: 14) }
        let height = wrapped.map(\.count).max() ?? 1
        return (0..<height).map { line in wrapped.map { line < $0.count ? $0[line] + "  " : "" } }
    }

    private func breaking(_ member: PlanReport.Member) -> String {
        guard let robustness = member.robustness else { return "" }
        let names = robustness.deciding.prefix(3).map { PlanWords.direction($0, in: language) }
        guard !names.isEmpty else {
            return say(
                "Plan \(member.number): no single parameter decides whether it keeps its goals.",
                "规划 \(member.number)：没有任何单个参数决定其是否达到目标。")
        }
        let words = names.joined(separator: say("; ", "；"))
        return say("Plan \(member.number) could break by \(words).", "规划 \(member.number) 可能因以下而落空：\(words)。")
    }

    private static let legend = Text(
        en:
            "None: the place as it goes on without a plan. + and -: clearly better or worse than that (95 %). Keeps its goals: the share of sets of "
            + "behavioural parameters in which every gain is the smallest that counts or more, and the dearest year within the budget.",
        zh: "无规划：维持原状。+ 与 -：明显优于或劣于维持原状（95%）。达到目标：在多大比例的行为参数组下，各项增益均不低于最小关注变化且最贵一年不超预算。")
}

/// Sentences on plans that the screen and the page share.
enum PlanWords {
    /// Which way a parameter breaks a plan.
    static func direction(_ influence: PlanRobustness.Influence, in language: Language) -> String {
        let (low, high) = (influence.low?.share ?? .nan, influence.high?.share ?? .nan)
        let (worse, better) = low <= high ? (low, high) : (high, low)
        let name = influence.meaning[language]
        let (a, b) = (DiscoveryReport.percent(worse), DiscoveryReport.percent(better))
        let end = low <= high ? Text(en: "low", zh: "偏低") : Text(en: "high", zh: "偏高")
        return Text(
            en:
                "\(end.en) values of “\(name)” (\(influence.key)): keeps its goals in \(a) of the sets, against \(b) at the other end",
            zh: "“\(name)”（\(influence.key)）\(end.zh)：达到目标的比例为 \(a)，另一端为 \(b)")[language]
    }
}

import Allocation
import Governance

/// Who gets what under one rule, who is left out, and what decided.
struct OutcomeScreen {
    let report: AllocationReport
    let trial: RuleTrial
    let language: Language

    func lines(_ style: ScreenStyle) -> [String] {
        let title = "\(trial.rule.name[language]) (\(trial.rule.id))"
        switch trial.result {
        case .failure(let error):
            return [style.bold(title)] + TextLayout.wrapped(error.message[language], to: style.width)
        case .success(let finding):
            var lines = [style.bold(title)] + TextLayout.wrapped(trial.rule.meaning[language], to: style.width) + [""]
            let barred = projects(finding, barred: true)
            let table = barred.fits(in: style.width, label: 32) ? barred : projects(finding, barred: false)
            lines += table.lines(style) + [""]
            for sentence in sentences(finding) { lines += TextLayout.wrapped(sentence[language], to: style.width) }
            let tables = LeftOutTables(measures: finding.measures, language: language)
            for table in [tables.tags, tables.groups] where !table.rows.isEmpty { lines += [""] + table.lines(style) }
            return lines
        }
    }

    /// The longest bar, in columns of the terminal.
    private static let bar = 14.0

    private func projects(_ finding: RuleTrial.Finding, barred: Bool) -> ScreenTable {
        let (votes, amounts) = (report.votes, report.amounts(finding.outcome))
        let largest = max(1, amounts.max() ?? 1)
        var columns = [
            Text(en: "votes", zh: "票数"), Text(en: "asks for", zh: "申请"), Text(en: "receives", zh: "获得"),
        ].map { ScreenTable.Column(heading: $0[language]) }
        if barred { columns.append(ScreenTable.Column(heading: "", alignment: .left)) }
        let row = { (project: Int) -> ScreenTable.Row in
            let bar = Int((Double(amounts[project]) / Double(largest) * Self.bar).rounded(.up))
            let cells = [
                NumberText.whole(Int(votes[project])), report.money(report.election.projects[project].cost),
                amounts[project] > 0 ? report.money(amounts[project]) : "-",
            ]
            return .cells(
                label: report.label(project), [barred ? cells + [String(repeating: "#", count: bar)] : cells])
        }
        let funded = finding.outcome.steps.map(\.project)
        let others = report.byVotes.filter { !funded.contains($0) }
        var rows: [ScreenTable.Row] = []
        if !funded.isEmpty {
            rows += [
                .group(Text(en: "funded, in this order (\(funded.count))", zh: "获得资助，依次（\(funded.count)）")[language])
            ]
        }
        rows += funded.map(row)
        if !others.isEmpty {
            rows += [.group(Text(en: "not funded (\(others.count))", zh: "未获资助（\(others.count)）")[language])]
        }
        rows += others.map(row)
        return ScreenTable(
            labelHeading: Text(en: "project", zh: "项目")[language], columns: columns, rows: rows)
    }

    /// What the numbers say.
    private func sentences(_ finding: RuleTrial.Finding) -> [Text] {
        let (outcome, measures) = (finding.outcome, finding.measures)
        let (spent, nothing) = (
            AllocationReport.percent(measures.spentShare), AllocationReport.percent(measures.shareWithNothing)
        )
        let (mean, gini) = (
            report.level(measures.averageSatisfaction),
            measures.gini.flatMap { NumberText.fixed($0, decimals: 3) } ?? "-"
        )
        let by = report.satisfaction.label
        return [
            Text(
                en: "\(spent) % of the budget is given; \(report.money(outcome.leftOver)) is left.",
                zh: "拨付预算的 \(spent)%，余 \(report.money(outcome.leftOver))。"),
            Text(
                en:
                    "\(nothing) % of voters get nothing that they support. Satisfaction (\(by.en)): \(mean) on average, "
                    + "Gini \(gini).",
                zh: "\(nothing)% 的投票人所支持的项目全部落空。满意度（\(by.zh)）：平均 \(mean)，基尼系数 \(gini)。"),
        ] + wronged(finding) + ties(outcome)
    }

    private func wronged(_ finding: RuleTrial.Finding) -> [Text] {
        guard let worst = finding.wronged.first else {
            return [
                Text(
                    en:
                        "No group is wronged: none could have paid for a project that it misses (EJR+ up to any project).",
                    zh: "没有群体受亏待：没有群体本可用自己的份额买下其落空的项目（EJR+ 至任一项目）。")
            ]
        }
        let (label, count) = (report.label(worst.project), NumberText.whole(worst.voters.count))
        let (owed, level) = (report.level(worst.owed), report.level(worst.satisfaction))
        let more = finding.wronged.count - 1
        return [
            Text(
                en:
                    "Wronged (EJR+ up to any project): the \(count) voters who want \(label) and are served worst; some of "
                    + "them ought to have more than \(owed), and with it all would have at most \(level)."
                    + (more > 0 ? " So it is for \(more) more projects." : ""),
                zh: "受亏待的群体（EJR+ 至任一项目）：支持“\(label)”而所得最少的 \(count) 名投票人；其中应有人超过 \(owed)，"
                    + "而即使加上该项目，每人也不超过 \(level)。" + (more > 0 ? "另有 \(more) 个项目也是如此。" : ""))
        ]
    }

    private func ties(_ outcome: Outcome) -> [Text] {
        outcome.decisiveTies.map { tie in
            let winner = report.label(outcome.steps[tie.step].project)
            let losers = tie.others.map { report.label($0) }
            return Text(
                en:
                    "The convention (\(report.ties)) decided a tie: \(winner) before \(losers.joined(separator: "; ")).",
                zh: "平局依惯例（\(report.ties)）裁定：\(winner) 先于 \(losers.joined(separator: "；"))。")
        }
    }
}

import Allocation
import Governance

/// Several rules side by side: what each funds, and how voters fare under each.
struct RulesScreen {
    let report: AllocationReport
    let language: Language

    func lines(_ style: ScreenStyle) -> [String] {
        let rules = rules
        let told = rules.rows.isEmpty ? [] : rules.lines(style) + [""]
        let legend = Text(
            en:
                "Columns are the rules above. x: funded; a number: that many per cent of what is asked for; -: nothing. "
                + "Real: what was decided in reality, where the file tells.",
            zh: "各列为上表所列规则。x：获得资助；数字：所得占申请额的百分比；-：未获资助。实际：文件所载的实际结果。")
        let measures = Text(
            en:
                "Given: % of the budget. With nothing: % of voters for whom nothing that they support is funded in full. "
                + "Satisfaction: \(report.satisfaction.label.en), mean over voters. Wronged: projects that a group of their "
                + "supporters could have paid for from equal shares (EJR+ up to any project). Ties: choices that the "
                + "convention (\(report.ties)) made.",
            zh: "拨付：占预算 %。落空：所支持的项目无一获全额资助的投票人 %。满意度：\(report.satisfaction.label.zh)，投票人平均。"
                + "受亏待：其支持者本可用等额份额买下的项目数（EJR+ 至任一项目）。平局：依惯例（\(report.ties)）裁定的次数。")
        return told + TextLayout.wrapped(measures[language], to: style.width) + [""] + projects(style).lines(style)
            + TextLayout.wrapped(legend[language], to: style.width) + failures(style)
    }

    private var working: [(number: Int, trial: RuleTrial, finding: RuleTrial.Finding)] {
        report.trials.enumerated().compactMap { place, trial in trial.finding.map { (place + 1, trial, $0) } }
    }

    private var rules: ScreenTable {
        let headings = [
            Text(en: "funded", zh: "资助数"), Text(en: "given", zh: "拨付"), Text(en: "nothing", zh: "落空"),
            Text(en: "satisf.", zh: "满意度"), Text(en: "Gini", zh: "基尼"), Text(en: "wronged", zh: "受亏待"),
            Text(en: "ties", zh: "平局"),
        ]
        return ScreenTable(
            labelHeading: Text(en: "rule", zh: "规则")[language],
            columns: headings.map { .init(heading: $0[language]) },
            rows: working.map { number, trial, finding in
                let measures = finding.measures
                return .cells(
                    label: "\(number) \(trial.rule.name[language])",
                    [
                        [
                            "\(finding.outcome.steps.count)", AllocationReport.percent(measures.spentShare),
                            AllocationReport.percent(measures.shareWithNothing),
                            report.level(measures.averageSatisfaction),
                            measures.gini.flatMap { NumberText.fixed($0, decimals: 2) } ?? "-",
                            "\(finding.wronged.count)", "\(finding.outcome.decisiveTies.count)",
                        ]
                    ])
            })
    }

    /// A line for each project, names cut to the room there is.
    private func projects(_ style: ScreenStyle) -> ScreenTable {
        let widths = stride(from: 60, to: 16, by: -4)
        let tables = widths.lazy.map { (table(of: $0), $0) }
        return tables.first { $0.0.fits(in: style.width, label: $0.1 + 2) }?.0 ?? table(of: 16)
    }

    private func table(of width: Int) -> ScreenTable {
        let votes = report.votes
        let amounts = working.map { report.amounts($0.finding.outcome) }
        let fixed = [Text(en: "votes", zh: "票数"), Text(en: "asks for", zh: "申请")].map { $0[language] }
        let selected = report.file.selected.map(Set.init)
        let real = selected == nil ? [] : [Text(en: "real", zh: "实际")[language]]
        return ScreenTable(
            labelHeading: Text(en: "project", zh: "项目")[language],
            columns: (fixed + working.map { "\($0.number)" } + real).map { .init(heading: $0) },
            rows: report.byVotes.map { project in
                let cost = report.election.projects[project].cost
                let marks = amounts.map { mark($0[project], of: cost) }
                let decided = selected.map { [$0.contains(project) ? "x" : "-"] } ?? []
                return .cells(
                    label: report.label(project, within: width),
                    [[NumberText.whole(Int(votes[project])), report.money(cost)] + marks + decided])
            })
    }

    private func mark(_ amount: Int64, of cost: Int64) -> String {
        if amount == 0 { return "-" }
        return amount >= cost ? "x" : "\(max(1, Int(Double(amount) / Double(cost) * 100)))"
    }

    /// Rules that came to nothing, and why.
    private func failures(_ style: ScreenStyle) -> [String] {
        report.trials.flatMap { trial -> [String] in
            guard case .failure(let error) = trial.result else { return [] }
            return TextLayout.wrapped("\(trial.rule.id): \(error.message[language])", to: style.width)
        }
    }
}

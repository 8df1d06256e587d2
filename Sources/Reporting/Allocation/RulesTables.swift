import Allocation
import Governance

/// The tables that put rules side by side; on narrow screens the columns that matter least give way.
struct RulesTables {
    private struct Worked {
        /// The rule's number in both tables.
        let number: Int
        let rule: RuleDescription
        let finding: RuleTrial.Finding
        let amounts: [Int64]
    }

    private let report: AllocationReport
    private let language: Language
    private let worked: [Worked]

    init(report: AllocationReport, language: Language) {
        self.report = report
        self.language = language
        worked = report.trials.enumerated().compactMap { place, trial in
            trial.finding.map {
                Worked(
                    number: place + 1, rule: trial.rule, finding: $0, amounts: report.amounts($0.outcome))
            }
        }
    }

    /// A line for each rule: how voters fare.
    func rules(in width: Int) -> ScreenTable {
        let all = [0, 1, 2, 3, 4, 5, 6]
        let choices = [all, [0, 1, 2, 3, 5, 6], [0, 1, 2, 3, 5], [1, 2, 3]].map { rules($0) }
        return choices.first { $0.fits(in: width, label: 16) } ?? choices[3]
    }

    private func rules(_ columns: [Int]) -> ScreenTable {
        let headings = [
            Text(en: "funded", zh: "资助数"), Text(en: "given", zh: "拨付"), Text(en: "nothing", zh: "落空"),
            Text(en: "satisf.", zh: "满意度"), Text(en: "Gini", zh: "基尼"), Text(en: "wronged", zh: "受亏待"),
            Text(en: "ties", zh: "平局"),
        ]
        return ScreenTable(
            labelHeading: Text(en: "rule", zh: "规则")[language],
            columns: columns.map { .init(heading: headings[$0][language]) },
            rows: worked.map { work in
                let cells = cells(work.finding)
                return .cells(label: "\(work.number) \(work.rule.name[language])", [columns.map { cells[$0] }])
            })
    }

    private func cells(_ finding: RuleTrial.Finding) -> [String] {
        let measures = finding.measures
        return [
            "\(finding.outcome.steps.count)", AllocationReport.percent(measures.spentShare),
            AllocationReport.percent(measures.shareWithNothing), report.level(measures.averageSatisfaction),
            measures.gini.flatMap { NumberText.fixed($0, decimals: 2) } ?? "-", "\(finding.wronged.count)",
            "\(finding.outcome.decisiveTies.count)",
        ]
    }

    /// A line for each project, names cut to the room there is: who funds it.
    func projects(in width: Int) -> ScreenTable {
        let least = 16
        for leading in [2, 1, 0] where projects(leading, label: least).fits(in: width, label: least + 2) {
            let widths = stride(from: 60, to: least, by: -4)
            let room = widths.first { projects(leading, label: $0).fits(in: width, label: $0 + 2) }
            return projects(leading, label: room ?? least)
        }
        return projects(0, label: least)
    }

    /// - Parameter leading: how many of votes and cost are shown.
    private func projects(_ leading: Int, label width: Int) -> ScreenTable {
        let votes = report.votes
        let fixed = [Text(en: "votes", zh: "票数"), Text(en: "asks for", zh: "申请")].prefix(leading)
        let selected = report.file.selected.map(Set.init)
        let real = selected == nil ? [] : [Text(en: "real", zh: "实际")[language]]
        let headings = fixed.map { $0[language] } + worked.map { "\($0.number)" } + real
        return ScreenTable(
            labelHeading: Text(en: "project", zh: "项目")[language], columns: headings.map { .init(heading: $0) },
            rows: report.byVotes.map { project in
                let cost = report.election.projects[project].cost
                let facts = [NumberText.whole(Int(votes[project])), report.money(cost)].prefix(leading)
                let marks = worked.map { mark($0.amounts[project], of: cost) }
                let decided = selected.map { [$0.contains(project) ? "x" : "-"] } ?? []
                return .cells(label: report.label(project, within: width), [facts + marks + decided])
            })
    }

    private func mark(_ amount: Int64, of cost: Int64) -> String {
        if amount == 0 { return "-" }
        return amount >= cost ? "x" : "\(max(1, Int(Double(amount) / Double(cost) * 100)))"
    }
}

import Allocation
import Governance

/// Several rules side by side: what each funds, and how voters fare under each.
struct RulesScreen {
    let report: AllocationReport
    let language: Language

    func lines(_ style: ScreenStyle) -> [String] {
        let tables = RulesTables(report: report, language: language)
        let told = tables.rules(in: style.width).lines(style) + [""]
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
        return told + TextLayout.wrapped(measures[language], to: style.width) + [""]
            + tables.projects(in: style.width).lines(style)
            + TextLayout.wrapped(legend[language], to: style.width) + failures(style)
    }

    /// Rules that came to nothing, and why.
    private func failures(_ style: ScreenStyle) -> [String] {
        report.trials.flatMap { trial -> [String] in
            guard case .failure(let error) = trial.result else { return [] }
            return TextLayout.wrapped("\(trial.rule.id): \(error.message[language])", to: style.width)
        }
    }
}

import Analysis
import Governance

extension Chapter {
    /// All observables in the last month.
    var observablesSection: Markup {
        let contrasts = report.contrasts
        let rows = Theme.allCases.flatMap { theme -> [Markup] in
            let places = series.observables.indices.filter { Theme(of: series.observables[$0].key) == theme }
            guard !places.isEmpty else { return [] }
            let span = String(1 + series.scenarios.count + 2 * contrasts.count)
            let group = tag(
                "tr", ["class": "group"],
                tag("th", ["colspan": span, "scope": "rowgroup"], Markup(theme.label[language])))
            return [group] + places.map { row($0, contrasts) }
        }
        let compared = contrasts.flatMap { contrast -> [Heading] in
            let id = series.scenarios[contrast.other].id
            return [numbers("\(id): difference", "\(id)：差值"), words("\(id) is", "\(id) 比基线")]
        }
        return section(
            "observables", say("All observables", "全部观测指标"),
            [
                table(
                    say(
                        "In the last month: means over replicates and 95 % intervals",
                        "最后一个月：各次重复的均值及 95% 区间"),
                    head: [words("Observable", "观测指标")] + series.scenarios.map { Heading($0.id, isNumber: true) }
                        + compared, rows: rows),
                paragraph(
                    say(
                        "All months are in summary.csv, single replicates in series.csv.",
                        "所有月份见 summary.csv，各次重复见 series.csv。")),
            ])
    }

    private func row(_ place: Int, _ contrasts: [PairedContrast]) -> Markup {
        let observable = series.observables[place]
        let levels = series.scenarios.indices.map {
            series.estimate(scenario: $0, month: series.scenarios[$0].months, observable: place)
        }
        let differences = contrasts.map { $0.difference(observable: place, month: $0.months).difference }
        let quantity = Quantity(observable, in: language, showing: levels + differences)
        let name = tag(
            "th", ["scope": "row", "title": observable.formula],
            Markup(observable.named(with: quantity.unit, in: language)), tag("code", [:], Markup(observable.key)))
        return tag(
            "tr", [:],
            [name] + levels.map { cell(quantity, $0) }
                + differences.flatMap {
                    [
                        cell(quantity, $0, plus: true),
                        tag("td", ["class": "verdict"], Markup(Verdict($0).label[language])),
                    ]
                })
    }
}

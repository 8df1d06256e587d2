import Analysis
import Governance

extension Chapter {
    /// All observables in the last month.
    var observablesSection: Markup {
        section(
            "observables", say("All observables", "全部观测指标"),
            [
                observablesTable(Array(series.scenarios.indices), report.contrasts),
                paragraph(
                    say(
                        "All months are in summary.csv, single replicates in series.csv.",
                        "所有月份见 summary.csv，各次重复见 series.csv。")),
            ])
    }

    /// All observables of some scenarios in the last month, and what they change.
    func observablesTable(_ scenarios: [Int], _ contrasts: [PairedContrast]) -> Markup {
        let rows = Theme.allCases.flatMap { theme -> [Markup] in
            let places = series.observables.indices.filter { Theme(of: series.observables[$0].key) == theme }
            guard !places.isEmpty else { return [] }
            let span = String(1 + scenarios.count + contrasts.count)
            let group = tag(
                "tr", ["class": "group"],
                tag("th", ["colspan": span, "scope": "rowgroup"], Markup(theme.label[language])))
            return [group] + places.map { row($0, scenarios, contrasts) }
        }
        let compared = contrasts.map { contrast -> Heading in
            let id = series.scenarios[contrast.other].id
            return numbers("\(id): difference", "\(id)：差值")
        }
        return table(
            say("In the last month: means over replicates and 95 % intervals", "最后一个月：各次重复的均值及 95% 区间"),
            head: [words("Observable", "观测指标")]
                + scenarios.map { Heading(series.scenarios[$0].id, isNumber: true) } + compared, rows: rows)
    }

    private func row(_ place: Int, _ scenarios: [Int], _ contrasts: [PairedContrast]) -> Markup {
        let observable = series.observables[place]
        let levels = scenarios.map {
            series.estimate(scenario: $0, month: series.scenarios[$0].months, observable: place)
        }
        let differences = contrasts.map { $0.difference(observable: place, month: $0.months).difference }
        let quantity = Quantity(observable, in: language, showing: levels + differences)
        let name = tag(
            "th", ["scope": "row", "title": observable.formula],
            Markup(observable.named(with: quantity.unit, in: language)), tag("code", [:], Markup(observable.key)))
        return tag(
            "tr", [:],
            [name] + levels.map { cell(quantity, $0) } + differences.map { difference($0, quantity) })
    }

    /// A cell with a difference, its interval, and what that says.
    private func difference(_ estimate: Estimate, _ quantity: Quantity) -> Markup {
        let mean = quantity.text(estimate.mean, plus: true, minus: Self.minus) ?? "–"
        let interval = estimate.interval.flatMap { quantity.text($0, plus: true, minus: Self.minus) } ?? ""
        return tag(
            "td", ["class": "number"], Markup(mean), tag("small", [:], Markup(interval)),
            tag("small", [:], Markup(Verdict(estimate).label[language])))
    }
}

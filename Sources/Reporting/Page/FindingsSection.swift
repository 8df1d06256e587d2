import Analysis
import Governance

extension Chapter {
    /// The headline observables of scenarios that are not compared.
    var headlineSection: Markup {
        let months = summaryMonths(of: series.months)
        let rows = Headlines.places(in: series.observables).flatMap { place in
            series.scenarios.indices.map { headlineRow(place, scenario: $0, months) }
        }
        return section(
            "headlines", say("In short", "要点"),
            [
                table(
                    say("Means over replicates with 95 % intervals", "各次重复的均值及 95% 区间"),
                    head: [words("Observable", "观测指标"), words("Scenario", "情景")]
                        + months.map { numbers("Month \($0)", "第 \($0) 个月") }, rows: rows)
            ])
    }

    private func headlineRow(_ place: Int, scenario: Int, _ months: [Int]) -> Markup {
        let observable = series.observables[place]
        let estimates = months.map { month in
            month > series.scenarios[scenario].months
                ? Estimate(of: []) : series.estimate(scenario: scenario, month: month, observable: place)
        }
        let quantity = Quantity(observable, in: language, showing: estimates)
        return tag(
            "tr", [:],
            [
                tag("th", ["scope": "row"], Markup(observable.named(with: quantity.unit, in: language))),
                tag("td", [:], tag("code", [:], Markup(series.scenarios[scenario].id))),
            ] + estimates.map { cell(quantity, $0) })
    }

    /// What a scenario changes against the baseline.
    func findingsSection(_ contrast: PairedContrast) -> Markup {
        let other = series.scenarios[contrast.other].title
        return section(
            "findings-\(contrast.other)", say("In short: \(other.en)", "要点：\(other.zh)"), findings(contrast))
    }

    /// What a scenario changes against the baseline, in words and numbers.
    func findings(_ contrast: PairedContrast) -> [Markup] {
        let baseline = series.scenarios[contrast.baseline]
        let clock = RunClock([contrast.baseline, contrast.other].map { series.scenarios[$0] })
        let findings = Headlines.places(in: series.observables).map { Finding(contrast, observable: $0) }
        return [
            tag("ul", ["class": "findings"], findings.map { tag("li", [:], sentence($0, clock)) }),
            table(
                say("Month by month, against \(baseline.title.en)", "逐月与“\(baseline.title.zh)”比较"),
                head: [
                    words("Month", "月份"), numbers("Baseline", "基线"), numbers("Other", "比较情景"),
                    numbers("Difference", "差值"), numbers("95 % interval", "95% 区间"), "",
                    words("The other is", "比较结果"),
                ],
                rows: findings.flatMap {
                    rows($0, clock, style: isCrowded ? .scenario(0) : .scenario(contrast.other))
                }),
            paragraph(Legend.comparison(replicates: series.wholeReplicates)[language]),
        ]
    }

    private func sentence(_ finding: Finding, _ clock: RunClock) -> Markup {
        let name = tag("strong", [:], Markup(finding.observable.meaning[language].sentenceCased))
        let colon = Markup(say(": ", "\u{FF1A}"))
        guard let last = finding.rows.last, last.paired.pairs > 0 else {
            return name + colon + Markup(say("has no value at the end.", "期末无取值。"))
        }
        let quantity = finding.quantity(in: language)
        let (before, after) = (quantity.phrase(last.paired.baselineMean), quantity.phrase(last.paired.otherMean))
        let difference = quantity.difference(last.paired.difference)
        let (month, date) = (last.month, clock.date(last.month, in: language))
        let levels = say(
            "\(after) instead of \(before) in month \(month)\(date), a difference of \(difference). ",
            "第 \(month) 个月\(date)为 \(after)，基线为 \(before)，差值 \(difference)。")
        return name + colon + Markup(levels) + Markup(finding.sentence(clock)[language])
    }

    private func number(_ text: String?) -> Markup { tag("td", ["class": "number"], Markup(text ?? "–")) }

    private func rows(_ finding: Finding, _ clock: RunClock, style: LineStyle) -> [Markup] {
        let quantity = finding.quantity(in: language)
        let bound = finding.rows.map { $0.paired.difference.largestMagnitude }.max() ?? 0
        let name = finding.observable.named(with: quantity.units(in: language), in: language)
        let group = tag("tr", ["class": "group"], tag("th", ["colspan": "7", "scope": "rowgroup"], Markup(name)))
        let rows = finding.rows.map { row in
            let difference = row.paired.difference
            return tag(
                "tr", [:], tag("th", ["scope": "row"], Markup(clock.label(row.month))),
                number(quantity.text(row.paired.baselineMean, minus: Self.minus)),
                number(quantity.text(row.paired.otherMean, minus: Self.minus)),
                number(quantity.text(difference.mean, plus: true, minus: Self.minus)),
                number(difference.interval.flatMap { quantity.text($0, plus: true, minus: Self.minus) }),
                tag("td", [:], IntervalPlot(difference, bound: bound, style: style).markup),
                tag("td", ["class": "verdict"], Markup(Verdict(difference).label[language])))
        }
        return [group] + rows
    }
}

extension Estimate {
    /// The largest number that is shown of it, by size.
    var largestMagnitude: Double {
        let bounds = interval.map { [$0.lowerBound, $0.upperBound] } ?? []
        return (bounds + [mean]).filter(\.isFinite).map(abs).max() ?? 0
    }
}

extension String {
    /// With a capital at its beginning.
    var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}

import Analysis
import Governance

/// Who takes part how far, by age.
extension Chapter {
    /// Rungs by age in the last year; nil where runs did not record them.
    var rungsSection: Markup? {
        guard let places = rungPlaces else { return nil }
        let groups = AgeGroup.allCases.map { age in
            (
                name: say("Residents of \(age.label.en)", "\(age.label.zh)居民"),
                rows: series.scenarios.indices.map { row($0, age, places[age] ?? []) }
            )
        }
        let title = say("Rungs of participation by age", "各年龄组的参与层级")
        let span = min(12, series.scenarios.map(\.months).min() ?? 12)
        let chart = StackChart(
            title: title,
            description: say(
                "Shares of each age group at rungs 1 to 4 over the last \(span) months, by scenario",
                "最后 \(span) 个月各年龄组处于第 1 至第 4 级的占比，按情景"),
            unit: say("% of the age group", "占该年龄组的百分比"), groups: groups,
            file: ChartFile(
                name: "rungs-by-age", columns: ["age", "scenario", "rung", "share", "lower", "upper"]),
            id: "\(language.rawValue)-rungs-chart")
        let shades = Self.rungs.map { rung in
            (
                kind: "piece r\(rung.rawValue)", text: "\(rung.rawValue) " + rung.label[language], opacity: Double?.none
            )
        }
        return section(
            "rungs", say("Rungs by age", "各年龄组的参与层级"),
            [
                paragraph(
                    say(
                        "Means over the last \(span) months and all replicates; the rest of each group takes no part in a "
                            + "month. Point at a piece, or go through the chart with the arrow keys, for its number and 95 % "
                            + "interval.",
                        "最后 \(span) 个月及各次重复的均值；各组其余居民当月未参与。将指针移至色块，或用方向键逐块查看数值与 95% 区间。")),
                swatches(shades),
                tag(
                    "figure", ["class": "stack"],
                    tag("figcaption", [:], Markup(title + say(", % of the age group", "（占该年龄组的百分比）"))), chart.markup),
            ])
    }

    private static let rungs = Rung.allCases.filter { $0 != .none }

    /// By age group, the places of the shares that reached rung 1, 2, 3, 4 or higher.
    private var rungPlaces: [AgeGroup: [Int]]? {
        var places: [AgeGroup: [Int]] = [:]
        for age in AgeGroup.allCases {
            for rung in Self.rungs {
                let key = "participation.rung\(rung.rawValue)plus.\(age.rawValue)"
                guard let place = series.index(ofObservable: key) else { return nil }
                places[age, default: []].append(place)
            }
        }
        return places
    }

    private func row(_ scenario: Int, _ age: AgeGroup, _ places: [Int]) -> StackChart.Row {
        let title = series.scenarios[scenario].title[language]
        let pieces = Self.rungs.enumerated().map { order, rung -> StackChart.Piece in
            let next = order + 1 < places.count ? places[order + 1] : nil
            let share = share(scenario, at: places[order], without: next)
            let quantity = Quantity(unit: "share", in: language, showing: [share.mean])
            let number = quantity.phrase(share.mean)
            let interval = share.interval.flatMap { quantity.text($0, minus: Self.minus) } ?? ""
            let words = say(
                "\(title)\n\(age.label.en), rung \(rung.rawValue) (\(rung.label.en)): \(number) \(interval)",
                "\(title)\n\(age.label.zh)，第 \(rung.rawValue) 级（\(rung.label.zh)）：\(number) \(interval)")
            return StackChart.Piece(
                share: share.mean,
                words: MarkWords(
                    tip: words,
                    fields: [age.rawValue, series.scenarios[scenario].id, String(rung.rawValue)]
                        + [share.mean, share.interval?.lowerBound, share.interval?.upperBound].map(ChartFile.number)))
        }
        return StackChart.Row(name: series.scenarios[scenario].id, pieces: pieces)
    }

    /// What is at a rung and no higher: the mean of the last months in each replicate.
    private func share(_ scenario: Int, at place: Int, without next: Int?) -> Estimate {
        let months = CommunityTable.Moment.end.months(of: series.scenarios[scenario].months)
        return Estimate(
            of: (0..<series.replicates).map { replicate in
                let values = months.map { month in
                    series[scenario: scenario, replicate: replicate, month: month, observable: place]
                        - (next.map {
                            series[scenario: scenario, replicate: replicate, month: month, observable: $0]
                        } ?? 0)
                }
                return values.reduce(0, +) / Double(values.count)
            })
    }
}

import Analysis
import Claims
import Governance

/// A claim's sides over time: each observable that the verdict rests on, on each place.
struct ClaimCharts {
    let result: ClaimResult
    let language: Language

    /// More sides than this and only those of the main metric's ends are drawn.
    private static let most = 6

    /// The sides that are drawn, by their places among the arms.
    private var arms: [Int] {
        let claim = result.claim
        let used = claim.arms(in: [result.main.metric])
        let all = claim.arms.indices.filter { used.contains(claim.arms[$0].id) }
        return all.count <= Self.most ? all : [all.first, all.last].compactMap(\.self)
    }

    private var observables: [String] {
        var keys: [String] = []
        for metric in result.metrics where !metric.metric.isReported {
            for key in metric.metric.parts.flatMap({ $0.terms + $0.per }).flatMap(\.quantity.observables)
            where !keys.contains(key) { keys.append(key) }
        }
        return Array(keys.prefix(6))
    }

    var entries: [(style: LineStyle, text: String, id: String?)] {
        arms.enumerated().map { style, arm in
            (LineStyle.scenario(style), result.claim.arms[arm].name[language], result.claim.arms[arm].id)
        }
    }

    var markup: Markup {
        tag(
            "div", ["class": "charts"],
            observables.enumerated().flatMap { number, key in
                result.claim.places.indices.map { figure(key, number, place: $0) }
            })
    }

    private func figure(_ key: String, _ number: Int, place: Int) -> Markup {
        let series = result.runs.series
        guard let column = series.index(ofObservable: key) else { return Markup([]) }
        let observable = series.observables[column]
        let lines = arms.enumerated().map { style, arm in
            LineChart.Line(
                name: result.claim.arms[arm].id, style: .scenario(style), start: YearMonth(ordinal: 1),
                estimates: series.estimates(scenario: result.runs.scenario(place: place, arm: arm), observable: column))
        }
        let quantity = Quantity(observable, in: language, showing: lines.flatMap(\.estimates))
        let ends = lines.map { line in
            "\(line.name): \(line.estimates.last.flatMap { quantity.text($0.mean, minus: "\u{2212}") } ?? "–")"
        }
        let chart = LineChart(
            title: observable.meaning[language].sentenceCased, description: ends.joined(separator: "; "),
            unit: quantity.unit,
            factor: quantity.factor, lines: lines, marks: marks(key), isNumbered: true,
            id: "\(language.rawValue)-\(result.claim.id)-\(number)-\(place)")
        let name = result.runs.claim.placeNames[place][language]
        return tag(
            "figure", [:],
            tag(
                "figcaption", [:],
                Markup(
                    observable.meaning[language].sentenceCased + Text(en: ", ", zh: "，")[language] + name),
                tag("code", [:], Markup(key))), chart.markup())
    }

    /// The months between which metrics of an observable are taken, and the end of attention.
    private func marks(_ key: String) -> [DateMark] {
        var months: [(Int, Text)] = []
        for metric in result.metrics where !metric.metric.isReported {
            for quantity in metric.metric.parts.flatMap({ $0.terms + $0.per }).map(\.quantity)
            where quantity.observables.contains(key) {
                let span = Text(
                    en: "measured from month \(quantity.from) to \(quantity.until)",
                    zh: "度量区间：第 \(quantity.from) 至 \(quantity.until) 个月")
                months += [(quantity.from, span), (quantity.until, span)]
            }
        }
        for month in Set(result.claim.arms.compactMap(\.attentionUntil)) {
            months.append((month, Text(en: "last month of attention", zh: "上级关注的最后一个月")))
        }
        var seen: Set<Int> = []
        return months.filter { seen.insert($0.0).inserted }.map {
            DateMark(month: YearMonth(ordinal: $0.0), text: $0.1[language], style: nil)
        }
    }
}

import Analysis
import Governance

extension Chapter {
    /// All scenarios side by side: levels and, below each, what it changes against the baseline.
    func overviewSection(_ overview: Overview) -> Markup {
        let words = OverviewWords(overview: overview, replicates: series.wholeReplicates)
        let quantities = overview.measures.indices.map { words.quantity(of: $0, in: language) }
        var head = [self.words("Scenario", "情景")]
        head += zip(overview.measures, quantities).map { measure, quantity in
            Heading([measure.short[language], quantity.unit], isNumber: true, title: measure.meaning[language])
        }
        if overview.attentionMovesOn {
            head.append(Heading([OverviewWords.persistenceHeading[language], "%"], isNumber: true))
        }
        let rows = overview.rows.map { row in
            tag(
                "tr", row.changes.isEmpty ? ["class": "baseline"] : [:],
                [name(row)] + overview.measures.indices.map { cell(overview, row, $0, quantities[$0]) }
                    + (overview.attentionMovesOn ? [persistence(row)] : []))
        }
        let notes = [words.months, words.marks, words.persistence, shading].filter { !$0.isEmpty }
        return section(
            "overview", say("At a glance", "总览"),
            [
                table(
                    say(
                        "\(overview.rows.count) scenarios, the baseline first; intervals on pointing at a number",
                        "\(overview.rows.count) 个情景，基线列于首行；将指针移至数字可见区间"),
                    head: head, rows: rows, kind: "overview")
            ] + notes.map { paragraph($0[language]) })
    }

    private var shading: Text {
        Text(
            en: "Shaded cells: blue higher, orange lower than the baseline, the darker the larger within the column; only "
                + "what is marked + or - is shaded. The numbers are in overview.csv.",
            zh: "底色：蓝为高于基线，橙为低于基线，同列中差异越大颜色越深；仅标 + 或 - 的单元格有底色。数据见 overview.csv。")
    }

    private func name(_ row: Overview.Row) -> Markup {
        let scenario = series.scenarios[row.scenario]
        let title = Markup(scenario.title[language])
        let isListed = isCrowded && !row.changes.isEmpty
        return tag(
            "th", ["scope": "row"],
            isListed ? tag("a", ["href": "#\(language.rawValue)-scenario-\(row.scenario)"], title) : title,
            tag("code", [:], Markup(scenario.id)))
    }

    private func cell(_ overview: Overview, _ row: Overview.Row, _ column: Int, _ quantity: Quantity) -> Markup {
        let level = row.levels[column]
        let measure = overview.measures[column].meaning[language].sentenceCased
        let interval = level.interval.flatMap { quantity.text($0, minus: Self.minus) } ?? ""
        var hint = "\(measure): \(quantity.phrase(level.mean)) \(interval)"
        let number = Markup(quantity.text(level.mean, minus: Self.minus) ?? "–")
        guard !row.changes.isEmpty else { return tag("td", ["class": "number", "title": hint], number) }
        let change = row.changes[column]
        let (mark, difference) = (OverviewMark(change), change.paired.difference)
        hint += say("; difference ", "；差值 ") + quantity.difference(difference)
        if let probability = change.adjusted.flatMap({ NumberText.fixed($0, decimals: 3) }) {
            hint += ", p (Holm) " + (probability == "0.000" ? "< 0.001" : "= \(probability)")
        }
        let largest =
            overview.rows.compactMap { $0.changes.isEmpty ? nil : abs($0.changes[column].paired.difference.mean) }
            .filter(\.isFinite).max() ?? 0
        let shaded = shade(mark, largest > 0 ? abs(difference.mean) / largest : 0)
        let sign = mark.sign.isEmpty ? [] : [tag("b", [:], Markup(mark.sign.replacing("-", with: Self.minus)))]
        return tag(
            "td", ["class": shaded.isEmpty ? "number" : "number \(shaded)", "title": hint],
            sign + [
                number, tag("small", [:], Markup(quantity.text(difference.mean, plus: true, minus: Self.minus) ?? "–")),
            ])
    }

    /// The class that shades a cell: which way, and how far among the column's differences.
    private func shade(_ mark: OverviewMark, _ share: Double) -> String {
        let step = share > 2.0 / 3 ? 3 : share > 1.0 / 3 ? 2 : 1
        return switch mark {
        case .higher: "up\(step)"
        case .lower: "down\(step)"
        default: ""
        }
    }

    private func persistence(_ row: Overview.Row) -> Markup {
        guard let share = row.persistence?.share else { return tag("td", ["class": "number"], "–") }
        let quantity = Quantity(unit: "share", in: language, showing: [1])
        return tag(
            "td", ["class": "number"], Markup(quantity.text(share.ratio, minus: Self.minus) ?? "–"),
            tag("small", [:], Markup(quantity.text(share.interval, minus: Self.minus) ?? "")))
    }
}

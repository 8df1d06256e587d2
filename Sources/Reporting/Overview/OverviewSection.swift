import Analysis
import Governance

extension Chapter {
    /// All scenarios side by side: levels and, below each, what it changes against the baseline.
    func overviewSection(_ overview: Overview) -> Markup {
        let words = OverviewWords(overview: overview, replicates: series.wholeReplicates)
        let quantities = overview.measures.indices.map {
            (level: words.quantity(of: $0, in: language), difference: words.differenceQuantity(of: $0, in: language))
        }
        var head = [self.words("Scenario", "情景")]
        head += zip(overview.measures, quantities).map { measure, quantity in
            Heading([measure.short[language], quantity.level.unit], isNumber: true, title: measure.meaning[language])
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
            ] + notes.map { paragraph($0[language]) }, isWide: true)
    }

    private var shading: Text {
        Text(
            en:
                "Shaded cells: blue higher, orange lower than the baseline, in three steps: up to 5 %, up to 25 %, and more "
                + "of the baseline's level (of the column's largest difference where that is more). Only what is marked + or - "
                + "is shaded. The numbers are in overview.csv.",
            zh: "底色：蓝为高于基线，橙为低于基线，由浅到深分三档：占基线水平（若该列最大差异更大，则占该差异）的 5% 以内、25% 以内、超过 25%。"
                + "仅标 + 或 - 的单元格有底色。数据见 overview.csv。")
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

    private func cell(
        _ overview: Overview, _ row: Overview.Row, _ column: Int, _ quantities: (level: Quantity, difference: Quantity)
    ) -> Markup {
        let quantity = quantities.level
        let level = row.levels[column]
        let measure = overview.measures[column].meaning[language].sentenceCased
        let interval = level.interval.flatMap { quantity.text($0, minus: Self.minus) } ?? ""
        var hint = "\(measure): \(quantity.phrase(level.mean)) \(interval)"
        let number = Markup(quantity.text(level.mean, minus: Self.minus) ?? "–")
        guard !row.changes.isEmpty else { return tag("td", ["class": "number", "title": hint], number) }
        let change = row.changes[column]
        let (mark, difference) = (OverviewMark(change), change.paired.difference)
        hint += say("; difference ", "；差值 ") + quantities.difference.difference(difference)
        if let probability = change.adjusted.flatMap({ NumberText.fixed($0, decimals: 3) }) {
            hint += ", p (Holm) " + (probability == "0.000" ? "< 0.001" : "= \(probability)")
        }
        let shaded = shade(mark, abs(difference.mean) / scale(of: column, overview))
        let sign = mark.sign.isEmpty ? [] : [tag("b", [:], Markup(mark.sign.replacing("-", with: Self.minus)))]
        return tag(
            "td", ["class": shaded.isEmpty ? "number" : "number \(shaded)", "title": hint],
            sign + [
                number,
                tag(
                    "small", [:],
                    Markup(quantities.difference.text(difference.mean, plus: true, minus: Self.minus) ?? "–")),
            ])
    }

    /// What a column's differences are held against: the baseline's level, or the largest of them where that is more.
    private func scale(of column: Int, _ overview: Overview) -> Double {
        let differences = overview.rows.compactMap {
            $0.changes.isEmpty ? nil : $0.changes[column].paired.difference.mean
        }
        return (differences + [overview.rows[0].levels[column].mean]).filter(\.isFinite).map(abs).max() ?? 0
    }

    /// The class that shades a cell: which way, and how far.
    private func shade(_ mark: OverviewMark, _ share: Double) -> String {
        let step = share > 0.25 ? 3 : share > 0.05 ? 2 : 1
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

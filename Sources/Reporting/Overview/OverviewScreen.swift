import Analysis
import Governance

/// All scenarios side by side on the screen: a row for each, in as many tables as the width asks for.
struct OverviewScreen {
    let series: SeriesTable
    let overview: Overview
    let language: Language

    private var words: OverviewWords { OverviewWords(overview: overview, replicates: series.wholeReplicates) }

    func lines(_ style: ScreenStyle) -> [String] {
        let baseline = series.scenarios[overview.rows[0].scenario]
        let heading = Text(
            en: "\(overview.rows.count - 1) scenarios against the baseline \(baseline.id), which stands first",
            zh: "\(overview.rows.count - 1) 个情景与基线 \(baseline.id)（列于首行）比较")
        var lines = TextLayout.wrapped(heading[language], to: style.width).map(style.bold) + [""]
        for table in tables(width: style.width) { lines += table.lines(style) + [""] }
        let notes = [words.months, words.marks, words.persistence, details].filter { !$0.isEmpty }
        return lines + notes.flatMap { TextLayout.wrapped($0[language], to: style.width) }
    }

    private var details: Text {
        Text(
            en: "Intervals of this table are in overview.csv; every observable and month against the baseline is in "
                + "comparison.csv and, drawn, in report.html.",
            zh: "本表的区间见 overview.csv；所有指标逐月与基线的比较见 comparison.csv，图见 report.html。")
    }

    /// The columns, as many in each table as fit beside the ids.
    private func tables(width: Int) -> [ScreenTable] {
        var columns = overview.measures.indices.map(column)
        if overview.attentionMovesOn { columns.append(persistence) }
        let label = 2 + (series.scenarios.map { DisplayWidth.of($0.id) }.max() ?? 0)
        var tables: [[Column]] = [[]]
        for column in columns {
            let wider = tables[tables.count - 1] + [column]
            if wider.count > 1, !table(wider).fits(in: width, label: label) { tables.append([]) }
            tables[tables.count - 1].append(column)
        }
        return tables.filter { !$0.isEmpty }.map(table)
    }

    /// A column and its cells, one for each row of the overview.
    private struct Column {
        let heading: String
        let cells: [String]
    }

    private func table(_ columns: [Column]) -> ScreenTable {
        ScreenTable(
            columns: columns.map { ScreenTable.Column(heading: $0.heading) },
            rows: overview.rows.enumerated().map { place, row in
                .cells(label: series.scenarios[row.scenario].id, [columns.map { $0.cells[place] }])
            })
    }

    private func column(_ place: Int) -> Column {
        let quantity = words.quantity(of: place, in: language)
        let cells = overview.rows.map { row in
            let sign = row.changes.isEmpty ? "" : OverviewMark(row.changes[place]).sign
            return (quantity.text(row.levels[place].mean) ?? "-") + " " + TextLayout.padded(sign, to: 3, .left)
        }
        return Column(heading: heading(overview.measures[place].short, unit: quantity.unit), cells: cells)
    }

    private var persistence: Column {
        let quantity = Quantity(unit: "share", in: language, showing: [1])
        let cells = overview.rows.map { row in
            guard let share = row.persistence?.share else { return "-" }
            return [quantity.text(share.ratio), quantity.text(share.interval)].compactMap(\.self).joined(separator: " ")
        }
        return Column(heading: heading(OverviewWords.persistenceHeading, unit: "%"), cells: cells)
    }

    private func heading(_ words: Text, unit: String) -> String {
        (TextLayout.wrapped(words[language], to: 11) + [unit]).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

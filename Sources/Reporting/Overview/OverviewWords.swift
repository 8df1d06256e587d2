import Analysis
import Governance

/// What an overview is of and how it is read, in both languages.
struct OverviewWords {
    let overview: Overview
    let replicates: Int

    /// Which months the numbers are of.
    var months: Text {
        let (month, year) = (overview.month, max(1, overview.month - 11))
        let why =
            overview.attentionMovesOn
            ? Text(en: ", the last with the upper level's attention", zh: "（上级关注的最后一个月）") : Text("")
        let span = Text(en: "months \(year) to \(month)", zh: "第 \(year) 至 \(month) 个月")
        return Text(
            en:
                "Means over \(replicates) replicate\(replicates == 1 ? "" : "s"): participation, need and trust of month "
                + "\(month)\(why.en); match, costs, money, leakage and committee tasks of \(span.en).",
            zh: "\(replicates) 次重复的均值：参与、需求和信任为第 \(month) 个月\(why.zh)的数值；"
                + "供需匹配、成本、资金、资金流失和上级任务为\(span.zh)的数值。")
    }

    /// How differences are marked.
    var marks: Text {
        let count = overview.comparisons
        return Text(
            en:
                "Differences from the baseline: + higher, - lower, clear even though \(count) differences are looked at "
                + "together (Holm's method: a single false mark in the whole table has a chance of at most 5 %). "
                + "(+) and (-): clear by the difference's own 95 % interval only, as chance makes one in twenty where nothing "
                + "differs. No mark: no clear difference. Neither sign means better or worse.",
            zh: "与基线的差异：+ 更高，- 更低，表示同时考察 \(count) 个差异时仍然明显"
                + "（Holm 法：全表出现任何一个误标的概率不超过 5%）。(+) 与 (-)：仅就该差异自身的 95% 区间而言明显，"
                + "本无差异时二十个中约有一个会因偶然而如此。无标记：无明显差异。正负号不表示好坏。")
    }

    /// What persistence is; empty where attention does not move on.
    var persistence: Text {
        guard overview.attentionMovesOn else { return Text("") }
        return Text(
            en:
                "Persistence: the part of the gain in rung 2+ over the baseline in month \(overview.month) that is left "
                + "in month \(overview.end), with its 95 % interval; 100 %: all of it, below 0 %: less than the baseline "
                + "has. None where month \(overview.month) shows no clear gain.",
            zh: "持续性：第 \(overview.month) 个月 2 级以上参与高于基线的部分，到第 \(overview.end) 个月还剩多少，并给出 95% 区间；"
                + "100% 为全部保留，低于 0% 为已低于基线。第 \(overview.month) 个月无明显增益时不给出。")
    }

    static let persistenceHeading = Text(en: "persistence of rung 2+", zh: "2 级以上 持续性")

    /// How the levels of a column are shown together.
    func quantity(of column: Int, in language: Language) -> Quantity {
        Quantity(
            unit: overview.measures[column].unit, in: language, showing: overview.rows.map { $0.levels[column].mean })
    }

    /// How its differences are: with decimals enough to show each that is clear.
    func differenceQuantity(of column: Int, in language: Language) -> Quantity {
        let clear = overview.rows.compactMap { $0.changes.isEmpty ? nil : $0.changes[column] }
            .filter(\.isClearTogether).map(\.paired.difference.mean)
        return Quantity(
            unit: overview.measures[column].unit, in: language,
            showing: overview.rows.map { $0.levels[column].mean }, steps: clear)
    }
}

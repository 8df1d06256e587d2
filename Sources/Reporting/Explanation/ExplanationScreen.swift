import Analysis
import Governance
import Scenarios

/// The shares of every measure as a table for a terminal.
struct ExplanationScreen {
    let report: ExplanationReport
    let language: Language

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    func lines(_ style: ScreenStyle) -> [String] {
        let head = report.head
        let heading = say("From \(head.first.id) to \(head.second.id)", "从 \(head.first.id) 到 \(head.second.id)")
        var lines = TextLayout.wrapped(heading, to: style.width).map(style.bold)
        lines += TextLayout.wrapped("\(head.first.title[language]) / \(head.second.title[language])", to: style.width)
        lines += TextLayout.wrapped(report.way[language], to: style.width) + [""]
        let forms = [(true, true), (true, false), (false, false)].map { table(interval: $0, ends: $1) }
        lines += (forms.first { $0.fits(in: style.width, label: 26) } ?? forms[2]).lines(style)
        return lines + TextLayout.wrapped(report.legend[language], to: style.width)
    }

    private func table(interval: Bool, ends: Bool) -> ScreenTable {
        var columns = [ScreenTable.Column(heading: say("share", "份额")), ScreenTable.Column(heading: say("%", "%"))]
        if interval { columns.append(ScreenTable.Column(heading: say("95 % interval", "95% 区间"))) }
        if ends {
            columns += [
                ScreenTable.Column(heading: say("alone", "单独")), ScreenTable.Column(heading: say("last", "最后")),
            ]
        }
        return ScreenTable(
            labelHeading: say("switch", "开关"), columns: columns,
            rows: report.measures.flatMap { rows($0, interval: interval, ends: ends) })
    }

    private func rows(_ shares: LeverShares, interval: Bool, ends: Bool) -> [ScreenTable.Row] {
        let quantity = report.quantity(shares, in: language)
        let unit = quantity.units(in: language)
        func text(_ estimate: Estimate) -> String {
            (quantity.text(estimate.mean, plus: true) ?? "-") + (estimate.excludesZero ? "*" : " ")
        }
        func range(_ estimate: Estimate) -> String {
            estimate.interval.flatMap { quantity.text($0, plus: true) } ?? "-"
        }
        let name = report.name(shares, in: language)
        var rows: [ScreenTable.Row] = [.group(unit.isEmpty ? name : say("\(name), in \(unit)", "\(name)，\(unit)"))]
        for place in report.order(shares) {
            let share = shares.shares[place]
            var cells = [text(share.estimate), part(share.estimate.mean, of: shares.difference)]
            if interval { cells.append(range(share.estimate)) }
            if ends { cells += [text(share.alone), text(share.last)] }
            rows.append(.cells(label: report.switches[place].name[language], [cells]))
        }
        var sum = [text(shares.difference), "100"]
        if interval { sum.append(range(shares.difference)) }
        if ends { sum += ["", ""] }
        rows.append(.cells(label: say("all: the difference", "合计：差值"), [sum]))
        return rows + notes(shares, quantity)
    }

    private func part(_ share: Double, of difference: Estimate) -> String {
        guard difference.excludesZero else { return "-" }
        return NumberText.fixed(100 * share / difference.mean, decimals: 0) ?? "-"
    }

    private func notes(_ shares: LeverShares, _ quantity: Quantity) -> [ScreenTable.Row] {
        let (first, second) = (quantity.phrase(shares.first.mean), quantity.phrase(shares.second.mean))
        var notes = [say("From \(first) to \(second).", "从 \(first) 到 \(second)。")]
        let strongest = report.interactions(shares).prefix(3)
        if !strongest.isEmpty {
            let told = strongest.map { pair in
                "\(report.switches[pair.first].name[language]) × \(report.switches[pair.second].name[language]) "
                    + (quantity.text(pair.estimate.mean, plus: true) ?? "-")
            }
            notes.append(
                say(
                    "Strongest interactions: \(told.joined(separator: "; ")).",
                    "最强的交互作用：\(told.joined(separator: "；"))。"))
        }
        if shares.dropped > 0 {
            notes.append(
                say(
                    "Left out: \(shares.dropped) replicates in which some scenario has no value.",
                    "已略去 \(shares.dropped) 次重复：其中有情景没有数值。"))
        }
        return notes.map { .note($0) }
    }
}

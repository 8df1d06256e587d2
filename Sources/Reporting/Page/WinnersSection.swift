import Analysis
import Governance

extension Chapter {
    /// Who wins and who loses by each scenario; nil where no run tells how communities stand at the end.
    var winnersSection: Markup? {
        let told = report.contrasts.flatMap(winners)
        return told.isEmpty ? nil : section("winners", winnersTitle, [winnersNote] + told)
    }

    var winnersTitle: String { say("Who wins, who loses", "谁受益，谁受损") }

    /// How the tables of winners are read.
    var winnersNote: Markup {
        let span = Standing.span
        return paragraph(
            say(
                "Each against the baseline over the last \(span) months: mean difference with its 95 % interval. Less "
                    + "unmet need, more residents who co-decide and more money granted count as a win; where the "
                    + "interval includes 0 nothing is told. Of many rows without any difference about one in twenty "
                    + "will seem to have one. A type is the mean over its communities. All numbers are in winners.csv.",
                "均为最后 \(span) 个月与基线之差：平均差值及 95% 区间。未满足需求减少、共同决策居民增多、资助额增加算作受益；"
                    + "区间包含 0 时不作判断。即使毫无差异，约每二十行也会有一行显得有差异。类型为所属社区的平均。全部数字见 winners.csv。"))
    }

    /// Who wins and who loses by one scenario; nothing where no run tells how communities stand at the end.
    func winners(_ contrast: PairedContrast) -> [Markup] {
        let standing = report.results.standing
        guard standing.tells(of: contrast.baseline), standing.tells(of: contrast.other) else { return [] }
        return [paragraph(tally(contrast)), winnersTable(contrast)]
    }

    private func tally(_ contrast: PairedContrast) -> String {
        let winners = report.winners(contrast)
        let (other, all) = (
            series.scenarios[contrast.other].title,
            Winners.Fate.allCases.reduce(0) { $0 + winners.communities($1, by: .need) }
        )
        let counts = Standing.Subject.allCases.map { subject in
            let (won, lost) = (winners.communities(.wins, by: subject), winners.communities(.loses, by: subject))
            return Text(
                en: "\(subject.label.en): \(won) win, \(lost) lose",
                zh: "\(subject.label.zh)\u{FF1A}\(won) 个受益，\(lost) 个受损")
        }
        return say(
            "\(other.en). Of \(all) communities, by " + counts.map(\.en).joined(separator: "; by ") + ".",
            "\(other.zh)。\(all) 个社区中，" + counts.map(\.zh).joined(separator: "；") + "。")
    }

    private func winnersTable(_ contrast: PairedContrast) -> Markup {
        let winners = report.winners(contrast)
        let subjects = Standing.Subject.allCases
        let quantities = subjects.map { subject in
            let differences = winners.rows.compactMap { $0.differences[subject]?.difference }
            // A digit more than half an interval needs, so that a bound near 0 is told from 0.
            return Quantity(
                unit: subject.unit, in: language, showing: differences.map(\.mean),
                steps: differences.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 20 } })
        }
        let title = series.scenarios[contrast.other].title[language]
        let baseline = series.scenarios[contrast.baseline].title[language]
        var kind = ""
        let rows = winners.rows.flatMap { row -> [Markup] in
            let heading = heading(of: row.party)
            let cells = zip(subjects, quantities).map { fate(row, $0, $1) }
            let line = tag("tr", [:], [tag("th", ["scope": "row"], Markup(name(of: row.party)))] + cells)
            guard heading != kind else { return [line] }
            kind = heading
            let group = tag("th", ["colspan": "\(subjects.count + 1)", "scope": "rowgroup"], Markup(heading))
            return [tag("tr", ["class": "group"], group), line]
        }
        return table(
            say("\(title), against \(baseline)", "\(title)，与“\(baseline)”比较"),
            head: [words("Who", "对象")]
                + zip(subjects, quantities).map { subject, quantity in
                    let unit = quantity.differenceUnit
                    let label = subject.label[language].sentenceCased
                    return Heading(
                        unit.isEmpty ? label : say("\(label), \(unit)", "\(label)（\(unit)）"), isNumber: true)
                }, rows: rows)
    }

    /// A difference, its interval and what it means for the party.
    private func fate(_ row: Winners.Row, _ subject: Standing.Subject, _ quantity: Quantity) -> Markup {
        guard let difference = row.differences[subject]?.difference, difference.mean.isFinite else {
            return tag("td", ["class": "number fate"], "–")
        }
        let fate = row.verdict(subject)
        let mean = quantity.text(difference.mean, plus: true, minus: Self.minus) ?? "–"
        let interval = difference.interval.flatMap { quantity.text($0, plus: true, minus: Self.minus) }
        let word = fate.label[language]
        let small = [interval ?? "", word].filter { !$0.isEmpty }.joined(separator: " ")
        return tag(
            "td", ["class": "number fate \(fate.rawValue)"], Markup(mean), tag("small", [:], Markup(small)))
    }

    private func heading(of party: Winners.Party) -> String {
        switch party {
        case .whole, .group: say("Residents", "居民")
        case .domain: say("Domains", "服务领域")
        case .type: say("Types of community", "社区类型")
        case .community(let community):
            say("Communities", "社区") + (community.type.map { say(": ", "\u{FF1A}") + $0[language] } ?? "")
        }
    }

    private func name(of party: Winners.Party) -> String {
        switch party {
        case .whole: say("Everyone", "全体居民")
        case .group(let group): group.label[language].sentenceCased
        case .domain(let domain): domain.label[language].sentenceCased
        case .type(let type): type[language].sentenceCased
        case .community(let community): community.name?[language] ?? community.id
        }
    }
}

extension Winners.Fate {
    /// What people read; nothing where nothing is told.
    var label: Text {
        switch self {
        case .wins: Text(en: "wins", zh: "受益")
        case .loses: Text(en: "loses", zh: "受损")
        case .unclear, .unknown: Text("")
        }
    }
}

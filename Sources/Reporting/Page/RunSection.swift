import Archive
import Governance

extension Chapter {
    /// What was run: scenarios, replicates, seed, months.
    var runSection: Markup {
        let rows = series.scenarios.map { scenario in
            let input = manifest.scenarios.first { $0.input.id == scenario.id }?.input
            let last = scenario.start + (scenario.months - 1)
            let span = MonthText.long(scenario.start, in: language) + " – " + MonthText.long(last, in: language)
            return tag(
                "tr", [:],
                tag(
                    "th", ["scope": "row"], Markup(scenario.title[language]), tag("br"),
                    tag("code", [:], Markup(scenario.id))),
                tag(
                    "td", [:], Markup(span),
                    tag("small", [:], Markup(say("\(scenario.months) months", "\(scenario.months) 个月")))),
                tag("td", ["class": "number"], Markup(input.map { NumberText.whole($0.residents) } ?? "–")),
                tag("td", ["class": "number"], Markup(input.map { NumberText.whole($0.communities.count) } ?? "–")),
                tag("td", [:], tag("code", [:], Markup(changes(in: input)))))
        }
        return section(
            "run", say("What was run", "运行内容"),
            [
                table(
                    say("Scenarios", "情景"),
                    head: [
                        words("Scenario", "情景"), words("Months", "时段"),
                        numbers("Residents of 16 and older", "16 岁及以上居民"), numbers("Communities", "社区"),
                        words("Changed on the command line", "命令行所作改动"),
                    ], rows: rows),
                paragraph(replicates),
            ])
    }

    private func changes(in input: ScenarioInput?) -> String {
        guard let input, !input.changes.isEmpty else { return say("nothing", "无") }
        return input.changes.joined(separator: " ")
    }

    private var replicates: String {
        let (count, seed) = (series.wholeReplicates, manifest.seed)
        let pairs =
            report.baseline == nil
            ? Text("")
            : Text(
                en:
                    " Replicate by replicate the scenarios share their random draws, so their differences are told apart "
                    + "from chance with fewer runs.",
                zh: "各情景的同一次重复共用随机数，因此用较少的运行即可把差异与偶然区分开。")
        return say(
            "Each scenario was run \(count) time\(count == 1 ? "" : "s") with other random draws, from seed \(seed)."
                + pairs.en + (count < 2 ? " One replicate gives no intervals." : ""),
            "每个情景以不同随机数运行 \(count) 次，随机种子为 \(seed)。" + pairs.zh + (count < 2 ? "只有一次重复，无法给出区间。" : ""))
    }
}

import Analysis
import Archive
import Governance

/// A sweep's page in one language.
struct SweepChapter: PageChapter {
    let report: SweepReport
    let language: Language

    private var design: DesignInput { report.ends.design }

    var title: String { design.title[language] }

    var sections: [Markup] {
        [heading, runSection, factorsSection] + report.ends.observables.indices.map(observableSection)
            + [precisionSection, reproduceSection]
    }

    private var heading: Markup {
        tag(
            "header", [:], tag("h1", [:], Markup(title)),
            tag(
                "p", ["class": "lead"],
                Markup(
                    say(
                        "Computed by \(report.manifest.program). Every number comes from a model, not from the field.",
                        "由 \(report.manifest.program) 计算。所有数字来自模型，而非实地调查。"))))
    }

    // MARK: What was run

    private var runSection: Markup {
        let standing = report.standing
        let missing = standing.runs - standing.done
        let rows = report.manifest.scenarios.map(\.input).map { input in
            tag(
                "tr", [:],
                tag("th", ["scope": "row"], Markup(input.title[language]), tag("code", [:], Markup(input.id))),
                tag("td", ["class": "number"], Markup(String(input.months))),
                tag("td", ["class": "number"], Markup(NumberText.whole(input.residents))),
                tag("td", ["class": "number"], Markup(NumberText.whole(input.communities.count))))
        }
        return section(
            "run", say("What was run", "运行内容"),
            [
                paragraph(
                    say(
                        "\(design.points.count) points (\(design.sampling)), each with \(design.replicates) replicates of "
                            + "\(standing.scenarios.count) scenario\(standing.scenarios.count == 1 ? "" : "s"): "
                            + "\(standing.runs) runs"
                            + (missing > 0 ? ", of which \(missing) are missing so far." : "."),
                        "\(design.points.count) 个点（\(design.sampling)），\(standing.scenarios.count) 个情景各重复 "
                            + "\(design.replicates) 次，共 \(standing.runs) 次运行"
                            + (missing > 0 ? "，其中 \(missing) 次尚缺。" : "。"))),
                table(
                    say("Scenarios", "情景"),
                    head: [
                        words("Scenario", "情景"), numbers("Months", "月数"),
                        numbers("Residents of 16 and older", "16 岁及以上居民"), numbers("Communities", "社区"),
                    ], rows: rows),
            ])
    }

    private var factorsSection: Markup {
        let rows = design.factors.map { factor in
            tag(
                "tr", [:],
                tag("th", ["scope": "row"], Markup(factor.id), tag("code", [:], Markup(factor.key))),
                tag("td", [:], Markup(factor.meaning?[language] ?? "")), tag("td", [:], Markup(factor.unit ?? "")),
                tag("td", [:], Markup(span(factor))))
        }
        return section(
            "factors", say("What was varied", "变动的因素"),
            [
                table(
                    say("Factors", "因素"),
                    head: [
                        words("Factor", "因素"), words("Meaning", "含义"), words("Unit", "单位"),
                        words("Values", "取值"),
                    ], rows: rows)
            ])
    }

    private func span(_ factor: FactorInput) -> String {
        if let values = factor.values { return values.map(\.text).joined(separator: say(", ", "、")) }
        guard let low = factor.low, let high = factor.high else { return "–" }
        return [low, high].map { NumberText.short($0, digits: 4, minus: Self.minus) }.joined(separator: " – ")
    }

    // MARK: What it shows

    private var legendEntries: [(style: LineStyle, text: String, id: String?)] {
        report.standing.scenarios.enumerated().map { place, id in
            let title = report.manifest.scenarios.first { $0.input.id == id }?.input.title
            return (.scenario(place), title?[language] ?? id, id)
        }
    }

    /// How an observable goes with each factor.
    private func observableSection(_ place: Int) -> Markup {
        let key = report.ends.observables[place]
        let observable = Observable.named(key)
        let name = observable?.meaning[language].sentenceCased ?? key
        let lines = design.factors.indices.map { factor in
            report.standing.scenarios.map { id in
                report.ends.slices(scenario: id, observable: place, factor: factor).slices
            }
        }
        let shown = lines.flatMap { $0.flatMap { $0.map(\.estimate) } }
        let quantity = Quantity(
            unit: observable?.unit ?? "", in: language, showing: shown.map(\.mean),
            steps: shown.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 2 } })
        let all = shown.flatMap { $0.interval.map { [$0.lowerBound, $0.upperBound] } ?? [$0.mean] }.filter(\.isFinite)
        let figures = design.factors.indices.map { factor in
            figure(place, name, factor, lines[factor], quantity, beside: all)
        }
        return section(
            "observable-\(place)", name,
            [
                paragraph(
                    say(
                        "The last month kept. Dots are means over the points in slices of a factor, whiskers their 95 % "
                            + "intervals; the other factors vary within each slice as the design lays them.",
                        "所保留的最后一个月。点为按因素分段后段内各设计点的均值，竖线为 95% 区间；其余因素在各段内按设计变动。")),
                legend(legendEntries), tag("div", ["class": "charts"], figures),
            ])
    }

    private func figure(
        _ place: Int, _ name: String, _ factor: Int, _ slices: [[FactorSlices.Slice]], _ quantity: Quantity,
        beside: [Double]
    ) -> Markup {
        let input = design.factors[factor]
        let lines = zip(report.standing.scenarios, slices).enumerated().map { order, both in
            FactorChart.Line(
                name: both.0, style: .scenario(order), slices: both.1,
                words: both.1.map { words(both.0, input, $0, quantity) })
        }
        let unit = [input.id, input.unit ?? ""].filter { !$0.isEmpty }
        let key = report.ends.observables[place]
        let chart = FactorChart(
            title: say("\(name) by \(input.id)", "\(name)，按 \(input.id)"),
            description: say("Means in slices of the factor, by scenario", "按因素分段的均值，分情景"),
            factor: unit.joined(separator: say(", ", "，")), unit: quantity.unit, scale: quantity.factor, lines: lines,
            beside: beside,
            file: ChartFile(
                name: "\(key)-by-\(input.id)", columns: ["scenario", input.id, key, "lower", "upper", "points"]),
            id: "\(language.rawValue)-factor-\(place)-\(factor)")
        return tag(
            "figure", [:],
            tag("figcaption", [:], Markup(say("by \(input.id)", "按 \(input.id)")), tag("code", [:], Markup(input.key))),
            chart.markup)
    }

    private func words(
        _ scenario: String, _ input: FactorInput, _ slice: FactorSlices.Slice, _ quantity: Quantity
    ) -> MarkWords {
        let value = slice.word ?? NumberText.short(slice.value, minus: Self.minus)
        let interval = slice.estimate.interval.flatMap { quantity.text($0, minus: Self.minus) } ?? ""
        let count = slice.estimate.count
        return MarkWords(
            tip: "\(scenario)\n\(input.id) = \(value): \(quantity.phrase(slice.estimate.mean)) \(interval)\n"
                + say("\(count) point\(count == 1 ? "" : "s")", "\(count) 个点"),
            fields: [
                scenario, slice.word ?? ChartFile.number(slice.value), ChartFile.number(slice.estimate.mean),
                ChartFile.number(slice.estimate.interval?.lowerBound),
                ChartFile.number(slice.estimate.interval?.upperBound), String(count),
            ])
    }

    private var precisionSection: Markup {
        let rows = report.standing.precision.map { own in
            let halves = [own.overPoints, own.atPoint].compactMap(\.self)
            let quantity = Quantity(
                unit: Observable.named(own.observable)?.unit ?? "", in: language, showing: [own.mean], steps: halves)
            func half(_ value: Double?) -> String { value.flatMap { quantity.text($0) }.map { "± " + $0 } ?? "–" }
            return tag(
                "tr", [:],
                [
                    tag("th", ["scope": "row"], tag("code", [:], Markup(own.observable))),
                    tag("td", [:], tag("code", [:], Markup(own.scenario))),
                ]
                    + [quantity.phrase(own.mean), half(own.overPoints), half(own.atPoint), String(own.runs)].map {
                        tag("td", ["class": "number"], Markup($0))
                    })
        }
        return section(
            "precision", say("How precisely it is known", "精度"),
            [
                table(
                    say("At the last month kept: half of the 95 % interval", "所保留的最后一个月：95% 区间的一半"),
                    head: [
                        words("Observable", "观测指标"), words("Scenario", "情景"), numbers("Mean", "均值"),
                        numbers("Over points", "各点之间"), numbers("At a point", "单点"), numbers("Runs", "运行"),
                    ], rows: rows)
            ])
    }

    private var reproduceSection: Markup {
        let commands = report.manifest.sessions.map { $0.command.map(Chapter.quoted).joined(separator: " ") }
        let unique = commands.enumerated().filter { commands.firstIndex(of: $1) == $0 }.map(\.element)
        let files = [(design.file, design.sha256)] + report.manifest.scenarios.map { ($0.input.file, $0.input.sha256) }
        return section(
            "reproduce", say("How to reproduce", "如何复现"),
            [
                paragraph(
                    say(
                        "\(report.manifest.program), seed \(report.manifest.seed). The same files and seed give the same numbers, "
                            + "whatever the number of threads. cogov sensitivity and cogov discover take this folder.",
                        "\(report.manifest.program)，随机种子 \(report.manifest.seed)。相同的文件和种子得到相同的数字，与线程数无关。"
                            + "cogov sensitivity 与 cogov discover 可直接使用本目录。")),
                tag("pre", [:], Markup(unique.joined(separator: "\n"))),
                table(
                    say("Files", "文件"), head: [words("File", "文件"), "SHA-256"],
                    rows: files.map { file, digest in
                        tag(
                            "tr", [:], tag("th", ["scope": "row"], tag("code", [:], Markup(file))),
                            tag("td", [:], tag("code", ["class": "hash"], Markup(digest))))
                    }),
            ])
    }
}

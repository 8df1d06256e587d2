public import Analysis
public import Governance

/// What a calibration found: the parameters that agree with the targets, and what the targets' patterns come to.
public struct CalibrationReport: Sendable {
    let search: SequentialABC
    /// Defaults of the parameters, in the search's order.
    let standing: [Double]
    let patterns: [Pattern]

    /// A pattern with where it should lie and what it is, at the defaults and at the parameters that were chosen.
    public struct Pattern: Sendable {
        public let id: String
        public let meaning: Text
        public let low: Double
        public let high: Double
        public let atDefaults: Double
        public let atChosen: Double
        /// In runs of sets drawn from the posterior, each under fresh draws.
        public let predicted: [Double]

        public init(
            id: String, meaning: Text, low: Double, high: Double, atDefaults: Double, atChosen: Double,
            predicted: [Double] = []
        ) {
            self.id = id
            self.meaning = meaning
            self.low = low
            self.high = high
            self.atDefaults = atDefaults
            self.atChosen = atChosen
            self.predicted = predicted
        }

        var prediction: PosteriorPrediction { PosteriorPrediction(predicted, target: low...high) }
    }

    public init(_ search: SequentialABC, standing: [Double], patterns: [Pattern]) {
        self.search = search
        self.standing = standing
        self.patterns = patterns
    }

    /// Both tables for a terminal.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        var lines = TextLayout.wrapped(headline[language], to: style.width) + [""]
        lines += parameterTable(language).lines(style) + [""] + patternTable(language).lines(style)
        lines += TextLayout.wrapped(Self.legend[language], to: style.width)
        return lines.map { $0 + "\n" }.joined()
    }

    private var headline: Text {
        let worst = search.population.map(\.distance).max() ?? .nan
        let (tried, kept, n) = (search.tried, search.population.count, Int(search.effectiveSize.rounded()))
        return Text(
            en: "Generation \(search.generation): \(kept) sets of parameters kept, as good as \(n) of equal weight; "
                + "\(tried) tried; largest distance \(Self.number(worst))"
                + (search.isDone ? ": every pattern is met by all of them" : ""),
            zh: "第 \(search.generation) 代：保留 \(kept) 组参数（相当于 \(n) 组等权样本），共试 \(tried) 组；最大距离 \(Self.number(worst))"
                + (search.isDone ? "：全部目标均已满足" : ""))
    }

    private func parameterTable(_ language: Language) -> ScreenTable {
        let columns = [("range", "范围"), ("default", "缺省值"), ("chosen", "选定值"), ("median", "中位数"), ("90 %", "90% 区间")]
        let chosen = search.nearest(to: standing)?.values ?? []
        let rows = search.priors.enumerated().map { k, prior in
            ScreenTable.Row.cells(
                label: prior.key,
                [
                    [
                        "\(Self.number(prior.low)) .. \(Self.number(prior.high))", Self.number(standing[k]),
                        k < chosen.count ? Self.number(chosen[k]) : "-", Self.number(search.quantile(k, at: 0.5)),
                        "\(Self.number(search.quantile(k, at: 0.05))) .. \(Self.number(search.quantile(k, at: 0.95)))",
                    ]
                ])
        }
        return ScreenTable(
            labelHeading: Text(en: "parameter", zh: "参数")[language],
            columns: columns.map { ScreenTable.Column(heading: Text(en: $0.0, zh: $0.1)[language]) }, rows: rows)
    }

    private func patternTable(_ language: Language) -> ScreenTable {
        let columns = [
            ("should be", "目标"), ("at defaults", "缺省参数下"), ("at chosen", "选定参数下"), ("met", "是否满足"),
            ("predicted 90 %", "后验预测 90%"), ("within", "落入目标"),
        ]
        let rows = patterns.map { pattern in
            let isMet = (pattern.low...pattern.high).contains(pattern.atChosen)
            return ScreenTable.Row.cells(
                label: pattern.meaning[language],
                [
                    [
                        "\(Self.number(pattern.low)) .. \(Self.number(pattern.high))", Self.number(pattern.atDefaults),
                        Self.number(pattern.atChosen),
                        (isMet ? Text(en: "yes", zh: "是") : Text(en: "no", zh: "否"))[language],
                        pattern.prediction.interval.map {
                            "\(Self.number($0.lowerBound)) .. \(Self.number($0.upperBound))"
                        } ?? "-",
                        pattern.prediction.within.map { "\(Int((100 * $0.share).rounded())) %" } ?? "-",
                    ]
                ])
        }
        return ScreenTable(
            labelHeading: Text(en: "pattern", zh: "目标")[language],
            columns: columns.map { ScreenTable.Column(heading: Text(en: $0.0, zh: $0.1)[language]) }, rows: rows)
    }

    private static let legend = Text(
        en:
            "Chosen: of the sets that agree best with the targets the one nearest to the defaults, in units of the ranges. Median "
            + "and 90 %: of all that were kept in the last generation. Predicted, within: in runs of sets drawn from these, under fresh draws; a "
            + "pattern that few of them meet is one that the model does not carry, or that noise blurs.",
        zh: "选定值：与目标最相符的各组参数中，以范围为单位距缺省值最近的一组。中位数与 90% 区间来自最后一代保留的全部参数组。"
            + "后验预测与落入目标：从中抽取参数组并以新的随机数运行所得；若很少落入目标，则模型不能呈现该目标，或其受随机性影响过大。")

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "-" }
        let rounded = (value * 1000).rounded() / 1000
        return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : "\(rounded)"
    }

    /// The last generation as CSV: number, distance, weight, and a column a parameter.
    public var populationCSV: String {
        let head = ["number", "distance", "weight"] + search.priors.map(\.key)
        let rows = search.population.map { particle in
            ["\(particle.number)", "\(particle.distance)", "\(particle.weight)"] + particle.values.map { "\($0)" }
        }
        return ([head] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    /// The patterns as CSV.
    public var patternsCSV: String {
        let rows = patterns.map { pattern in
            [pattern.id] + [pattern.low, pattern.high, pattern.atDefaults, pattern.atChosen].map { "\($0)" }
        }
        return ([["pattern", "low", "high", "defaults", "chosen"]] + rows).map { $0.joined(separator: ",") + "\n" }
            .joined()
    }

    /// The predictions as CSV: a row a set drawn from the posterior, a column a pattern.
    public var predictiveCSV: String {
        let sets = patterns.map(\.predicted.count).min() ?? 0
        let rows = (0..<sets).map { set in patterns.map { $0.predicted[set].isFinite ? "\($0.predicted[set])" : "" } }
        return ([patterns.map(\.id)] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    }
}

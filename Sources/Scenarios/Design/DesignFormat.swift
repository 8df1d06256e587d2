import Governance

/// The keys of a design's file.
enum DesignFormat {
    /// What is read before the parts are joined.
    struct Draft: Sendable {
        var design = Design()
        var constraints: [Written] = []
        var changes: [Written] = []
        var sampling = SamplingFormat.Draft.factorial
    }

    /// A text and where it begins.
    struct Written: Sendable {
        var text: String
        var place: Place
    }

    static let root = Mapping<Draft>(
        expected: Text(en: "a mapping with the keys of a design", zh: "由设计各键组成的映射"),
        fields: [
            .required("id", \.design.id, .name, "its name", "名称"),
            .required("title", \.design.title, .bilingual, "what people call it", "标题"),
            .required("summary", \.design.summary, .bilingual, "what it asks", "要回答的问题"),
            .optional(
                "experimental", \.design.experimental, .words,
                "words that say why behavioural parameters are varied, where they are", "改动行为参数的理由"),
            .required(
                "scenarios", \.design.subjects, .list(of: subject, minimum: 1, "scenarios", "情景"),
                "scenarios that are run at every point", "在每个点运行的情景"),
            .optional(
                "set", \.changes, .list(of: .written, "changes, key=value", "改动（键=值）"),
                "changes that hold at every point, as --set has them", "对所有点生效的改动（同 --set）"),
            .required(
                "factors", \.design.factors, .list(of: FactorFormat.factor, minimum: 1, "factors", "因素"),
                "what is varied", "变动的因素"),
            .optional(
                "constraints", \.constraints, .list(of: .written, "comparisons", "比较式"),
                "rules between factors; points that break one are left out", "因素之间的约束；不满足者略去"),
            .required("sampling", \.sampling, SamplingFormat.sampling, "how points are laid", "布点方式"),
            .optional(
                "replicates", \.design.replicates, .count(1...1_000_000), "runs of each scenario at each point",
                "每个点每个情景的运行次数"),
            .optional(
                "seed", \.design.seed, Shape<Int>.count(0...Int.max).map { UInt64($0) }, "seed of all random draws",
                "随机种子"),
            .optional(
                "draws", \.design.ownDraws, Shape<String>.choice(["common", "own"]).map { $0 == "own" },
                "whether replicate r of every point has the same draws (common) or draws of its own",
                "各点第 r 次重复共用随机数（common）或各自独立（own）"),
            .optional("keep", \.design.keeping, keeping, "what is kept of each run", "每次运行保留的内容"),
            .optional(
                "watch", \.design.watched,
                .names(.choice(Observable.all.map(\.key)), minimum: 1, "observables", "观测指标"),
                "observables whose precision sweep status tells", "sweep status 报告其精度的观测指标"),
        ], isCovering: false)

    private static let subject = Shape<Design.Subject>.object(
        Text(en: "a mapping that names a scenario", zh: "指明情景的映射"), blank: Design.Subject(),
        [
            .optional("id", \.id, .name, "its name in the results, where not its own", "结果中的名称（若与情景 id 不同）"),
            .required(
                "scenario", \.scenario, .words, "its file, relative to this one, or its id in the library",
                "情景文件（相对路径）或情景库中的 id"),
            .optional(
                "place", \.place, .words, "the place to put it on: a file relative to this one, or an id in the library",
                "所置地点：文件（相对路径）或情景库中的 id"),
        ], isCovering: false)

    private static let keeping = Shape<Design.Keeping>.object(
        Text(en: "a mapping that tells what is kept", zh: "说明保留内容的映射"), blank: Design.Keeping(),
        [
            .optional("months", \.months, months, "months whose values are kept", "保留数值的月份"),
            .optional("money", \.money, .flag, "also keep every transfer of money", "同时保留每笔资金往来"),
            .optional("communities", \.communities, .flag, "also keep values by community", "同时保留各社区的数值"),
        ], isCovering: false)

    private static let months: Shape<Design.Months> = {
        let words = Shape<String>.choice(["all", "final"])
        let list = Shape<[Int]>.list(of: .count(1...1200), minimum: 1, "months, from 1", "月份（从 1 计）")
        let expected = Text(en: "all, final, or \(list.expected.en)", zh: "all、final，或\(list.expected.zh)")
        return Shape(
            expected: expected, schema: { ["anyOf": [words.schema($0), list.schema($0)]] },
            read: { tree, path, reading in
                if case .list = tree.content {
                    return list.read(tree, path, &reading).map { .chosen(Set($0).sorted()) }
                }
                guard let word = tree.text, ["all", "final"].contains(word) else {
                    reading.refuse(tree, path, expected)
                    return nil
                }
                return word == "all" ? .all : .final
            })
    }()
}

extension Shape<DesignFormat.Written> {
    /// A text on one line, whose letters faults can point at.
    static let written = Shape(
        expected: Shape<String>.words.expected, schema: Shape<String>.words.schema,
        read: { tree, path, reading in
            guard let text = Shape<String>.words.read(tree, path, &reading) else { return nil }
            guard case .scalar(_, let isPlain) = tree.content, !text.contains("\n") else {
                reading.refuse(tree, path, Text(en: "a text on one line", zh: "单行文本"))
                return nil
            }
            var place = tree.place
            if !isPlain { place.column = place.column.map { $0 + 1 } }
            return DesignFormat.Written(text: text, place: place)
        })
}

extension Shape<Double> {
    /// A number that a design chooses: it claims nothing, so nobody has to vouch for it.
    static let chosen = scalar(Text(en: "a number", zh: "数"), schema: ["type": "number"]) { text, isPlain in
        isPlain && !text.isEmpty ? NumberText.double(text) : nil
    }
}

extension Shape<Int> {
    /// A whole number that a design chooses.
    static func count(_ range: ClosedRange<Int>) -> Shape {
        scalar(
            range.upperBound == .max
                ? Text(en: "a whole number from \(range.lowerBound)", zh: "不小于 \(range.lowerBound) 的整数")
                : Text(
                    en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
                    zh: "\(range.lowerBound) 至 \(range.upperBound) 之间的整数"),
            schema: ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        ) { text, isPlain in
            guard isPlain, let value = NumberText.integer(text), range.contains(value) else { return nil }
            return value
        }
    }
}

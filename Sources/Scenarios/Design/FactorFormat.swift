import Governance

/// A factor in a design's file: a key, and its values as a list, a range or a distribution; the registry's range without.
enum FactorFormat {
    private struct Draft: Sendable {
        var id: String?
        var key = ""
        var values: [LeverValue]?
        var range: [Double]?
        var isLogarithmic = false
        var distribution: Factor.Spread?
        var decimals: Int?
        var levels: Int?
    }

    static let factor: Shape<Factor> = {
        let draft = Shape<Draft>.object(
            Text(en: "a mapping that tells of a factor", zh: "描述一个因素的映射"), blank: Draft(),
            [
                .optional("id", \.id, id, "its name in tables and constraints (the key, where not given)", "名称（缺省为键）"),
                .required("key", \.key, .words, "the path of the value, as --set has it", "值的路径（同 --set）"),
                .optional("values", \.values, values, "the values it takes", "取值列表"),
                .optional(
                    "range", \.range, .list(of: .chosen, minimum: 2, "numbers: the least and the greatest", "数：下限与上限"),
                    "the least and the greatest value", "取值范围"),
                .optional(
                    "scale", \.isLogarithmic, Shape<String>.choice(["linear", "log"]).map { $0 == "log" },
                    "how a range is divided", "范围的划分方式"),
                .optional("distribution", \.distribution, spread, "the distribution of its values", "取值分布"),
                .optional("decimals", \.decimals, .count(0...15), "decimals to which values are rounded", "保留小数位数"),
                .optional(
                    "levels", \.levels, .count(2...10_000), "values that a full factorial takes of a range", "全因子设计的水平数"
                ),
            ], isCovering: false)
        return Shape(
            expected: draft.expected, paths: draft.paths, schema: draft.schema,
            read: { tree, path, reading in
                guard let draft = draft.read(tree, path, &reading), reading.isClean(at: path) else { return nil }
                return joined(draft, tree, path, &reading)
            })
    }()

    /// The schema of a factor that has a name too.
    static func named(_ name: JSONValue, _ isWhole: Bool) -> JSONValue {
        let own = factor.schema(isWhole)
        guard case .object(let members) = own, case .object(let properties)? = members["properties"] else { return own }
        return own.with(["properties": .object(properties.merging(["name": name]) { $1 })])
    }

    private static func joined(_ draft: Draft, _ tree: Tree, _ path: String, _ reading: inout Reading) -> Factor? {
        var factor = Factor()
        factor.key = draft.key
        factor.id = draft.id ?? draft.key
        factor.decimals = draft.decimals
        factor.levels = draft.levels
        factor.place = tree["key"]?.place ?? tree.place
        let given = [draft.values == nil, draft.range == nil, draft.distribution == nil].filter { !$0 }.count
        guard given <= 1 else {
            reading.refuse(
                tree.place, path, Text(en: "\(given) ways to take values", zh: "\(given) 种取值方式"),
                Text(en: "one of values, range and distribution", zh: "values、range、distribution 之一"))
            return nil
        }
        if let values = draft.values {
            factor.space = .listed(values)
        } else if let range = draft.range {
            guard let ends = ends(range, draft.isLogarithmic, tree["range"] ?? tree, path, &reading) else { return nil }
            factor.space = .range(ends, isLogarithmic: draft.isLogarithmic)
        } else if let distribution = draft.distribution {
            factor.space = .distribution(distribution)
        } else {
            guard let declared = factor.declared else {
                refuseUndeclared(factor, path, &reading)
                return nil
            }
            factor.space = declared
        }
        reading.give(factor.id, .factor, factor.place, KeyPath.key(path, draft.id == nil ? "key" : "id"))
        return factor
    }

    private static func ends(
        _ range: [Double], _ isLogarithmic: Bool, _ tree: Tree, _ path: String, _ reading: inout Reading
    ) -> ClosedRange<Double>? {
        guard range.count == 2, range[0] < range[1], !isLogarithmic || range[0] > 0 else {
            let found = "[" + range.map(NumberText.plain).joined(separator: ", ") + "]"
            reading.refuse(
                tree.place, KeyPath.key(path, "range"), Text(en: found, zh: found),
                isLogarithmic
                    ? Text(en: "two numbers above 0, the second greater", zh: "两个大于 0 的数，后者较大")
                    : Text(en: "two numbers, the second greater", zh: "两个数，后者较大"))
            return nil
        }
        return range[0]...range[1]
    }

    private static func refuseUndeclared(_ factor: Factor, _ path: String, _ reading: inout Reading) {
        let names = Parameters.all.map { "parameters." + $0.key } + Lever.all.map { "institutions." + $0.key }
        reading.refuse(
            factor.place, KeyPath.key(path, "key"),
            Text(en: "\(factor.key) without values", zh: "未给出取值的 \(factor.key)"),
            Text(
                en: "values, range or distribution; or a parameter or lever, whose declared range is then taken",
                zh: "values、range 或 distribution；或参数、杠杆的键（取其声明范围）"),
            nearest: NearestName.of(factor.key, among: names))
    }

    static let id = Shape<String>.scalar(
        Text(en: "a name of letters, digits, dots and underscores", zh: "由字母、数字、点与下划线组成的名称"),
        schema: ["type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_.]*$", "maxLength": 64]
    ) { text, _ in
        text.utf8.count <= 64 && text.wholeMatch(of: /[A-Za-z][A-Za-z0-9_.]*/) != nil
            && !["and", "or", "not", "true", "false", "point"].contains(text) ? text : nil
    }

    private static let values: Shape<[LeverValue]> = {
        let value = Shape<LeverValue>.scalar(
            Text(en: "a number, true, false or a name", zh: "数、true、false 或名称"), schema: true
        ) { text, isPlain in isPlain ? LeverValue(text: text) : .choice(text) }
        return Shape<[LeverValue]>.list(of: value, minimum: 1, "values", "取值").checked { values, tree, path, reading in
            if Set(values.map(\.text)).count < values.count {
                reading.refuse(
                    tree.place, path, Text(en: "a value twice", zh: "重复的取值"),
                    Text(en: "each value once", zh: "每个值只出现一次"))
            }
            if FactorKind.of(values) == nil {
                reading.refuse(
                    tree.place, path, Text(en: "values of several kinds", zh: "不同类型的取值"),
                    Text(en: "only numbers, only true and false, or only names", zh: "全为数、全为 true 与 false，或全为名称"))
            }
        }
    }()

    private static let spread = Shape<Factor.Spread>.oneOf(
        [
            ("uniform", uniform), ("normal", normal), ("lognormal", lognormal), ("triangular", triangular),
            ("integers", integers),
        ],
        "a distribution", "分布")

    private struct Numbers: Sendable {
        var centre = 0.0
        var width = 0.0
        /// Ends that must be there, and those that may.
        var from = 0.0
        var to = 1.0
        var low: Double?
        var high: Double?

        var within: ClosedRange<Double>? {
            low == nil && high == nil ? nil : (low ?? -.greatestFiniteMagnitude)...(high ?? .greatestFiniteMagnitude)
        }
    }

    private static func kind(_ name: String) -> [String: JSONValue] { ["kind": ["const": .text(name)]] }

    /// With the ends at which a distribution may be cut off.
    private static func cut(_ fields: [Field<Numbers>]) -> [Field<Numbers>] {
        fields + [
            .optional("low", \.low, .chosen, "the least value; the tail below is cut off", "下限（截断）"),
            .optional("high", \.high, .chosen, "the greatest value; the tail above is cut off", "上限（截断）"),
        ]
    }

    private static func numbers(
        _ name: String, _ en: String, _ zh: String, _ fields: [Field<Numbers>],
        _ isRight: @escaping @Sendable (Numbers) -> Bool
    ) -> Shape<Numbers> {
        Shape<Numbers>.object(
            Text(en: en, zh: zh), blank: Numbers(), fields, others: kind(name), isCovering: false
        )
        .checked { numbers, tree, path, reading in
            guard reading.isClean(at: path) else { return }
            let isOrdered = (numbers.low ?? -.infinity) < (numbers.high ?? .infinity)
            guard isOrdered, isRight(numbers) else {
                reading.refuse(tree, path, Text(en: en, zh: zh))
                return
            }
        }
    }

    private static let uniform = numbers(
        "uniform", "low and a greater high", "low 与较大的 high",
        [
            .required("low", \.from, .chosen, "the least value", "下限"),
            .required("high", \.to, .chosen, "the greatest value", "上限"),
        ], { $0.from < $0.to }
    ).map { Factor.Spread.uniform($0.from...$0.to) }

    private static let normal = numbers(
        "normal", "mean, an sd above 0, and at will low below high", "mean、大于 0 的 sd，可选 low 小于 high",
        cut([
            .required("mean", \.centre, .chosen, "the mean", "均值"),
            .required("sd", \.width, .chosen, "the standard deviation", "标准差"),
        ]), { $0.width > 0 }
    ).map { Factor.Spread.normal(mean: $0.centre, sd: $0.width, within: $0.within) }

    private static let lognormal = numbers(
        "lognormal", "a median and a logSd above 0, and at will low below high", "大于 0 的 median 与 logSd，可选 low 小于 high",
        cut([
            .required("median", \.centre, .chosen, "the median", "中位数"),
            .required("logSd", \.width, .chosen, "the logarithm's standard deviation", "对数的标准差"),
        ]), { $0.centre > 0 && $0.width > 0 && ($0.high ?? 1) > 0 }
    ).map { Factor.Spread.lognormal(median: $0.centre, logSd: $0.width, within: $0.within) }

    private static let triangular = numbers(
        "triangular", "low, mode and high, in rising order", "low、mode、high，依次递增",
        [
            .required("low", \.from, .chosen, "the least value", "下限"),
            .required("mode", \.centre, .chosen, "the likeliest value", "众数"),
            .required("high", \.to, .chosen, "the greatest value", "上限"),
        ], { $0.from <= $0.centre && $0.centre <= $0.to && $0.from < $0.to }
    ).map { Factor.Spread.triangular(low: $0.from, mode: $0.centre, high: $0.to) }

    private static let integers = numbers(
        "integers", "whole numbers low and a greater high", "整数 low 与较大的整数 high",
        [
            .required(
                "low", \.from, Shape<Int>.count(-1_000_000_000...1_000_000_000).map(Double.init), "the least", "下限"),
            .required(
                "high", \.to, Shape<Int>.count(-1_000_000_000...1_000_000_000).map(Double.init), "the greatest", "上限"),
        ], { $0.from < $0.to }
    ).map { Factor.Spread.integers(Int($0.from)...Int($0.to)) }
}

/// What a factor's values are, for the constraints that join them.
enum FactorKind {
    /// Nil where values are of several kinds.
    static func of(_ values: [LeverValue]) -> Expression.Kind? {
        let kinds = values.map { value -> Expression.Kind in
            switch value {
            case .number: .number
            case .flag: .truth
            case .choice: .word
            }
        }
        guard let first = kinds.first, kinds.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    static func of(_ factor: Factor) -> Expression.Kind {
        if case .listed(let values) = factor.space { of(values) ?? .word } else { .number }
    }
}

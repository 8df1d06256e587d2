import Governance

/// The keys of a claim's file.
enum ClaimFormat {
    static let root = Mapping<ClaimDraft>(
        expected: Text(en: "a mapping with the keys of a claim", zh: "由论断各键组成的映射"),
        fields: [
            .required("id", \.claim.id, .numbered("C"), "its number", "编号"),
            .required("title", \.claim.title, .bilingual, "the claim in one sentence", "一句话陈述"),
            .required("source", \.claim.source, source, "who claims it, and where", "出处"),
            .required("says", \.claim.says, .bilingual, "what the source says, in own words", "转述原文观点"),
            .required("kind", \.claim.kind, .choice, "built in or emergent", "内建或涌现"),
            .required(
                "because", \.claim.because, .bilingual, "why built in, or which mechanisms must work together",
                "为何属于内建，或需要哪些机制共同作用"),
            .required("scenario", \.claim.scenario, .words, "the scenario that arms start from", "各组共同的情景"),
            .required(
                "places", \.claim.places, .names(.words, minimum: 1, "places", "地点"),
                "places that it is made on, that of robustness runs first", "实验地点（首个用于稳健性运行）"),
            .required("months", \.claim.months, .integer(1...1200), "months that every run lasts", "运行月数"),
            .optional(
                "attentionUntil", \.attentionUntil, .integer(1...1200), "last month of the upper level's attention",
                "上级关注的最后一个月"),
            .optional("set", \.claim.settings, .settings, "changes to every arm", "对所有组的改动"),
            .optional(
                "levers", \.claim.levers, .names(.words, "levers or key paths", "杠杆或键路径"),
                "what arms may differ in", "各组可以不同之处"),
            .optional(
                "arms", \.claim.arms, .list(of: arm, minimum: 1, haveIDs: true, "arms", "组"),
                "the sides that are compared", "相比较的各组"),
            .optional(
                "factors", \.claim.factors, .list(of: factor, minimum: 1, haveIDs: true, "factors", "因子"),
                "levers that are crossed, instead of arms", "交叉的因子，代替 arms"),
            .required(
                "metrics", \.metrics, .list(of: metric, minimum: 1, haveIDs: true, "metrics", "度量"),
                "what is measured, the main one first", "所度量的量，主要者居首"),
            .optional(
                "unequal", \.claim.unequal, .list(of: unequal, "mappings with what and why", "含 what 与 why 的映射"),
                "what the sides may have unequal although it is no lever", "杠杆之外允许各组不同的量"),
        ], isCovering: false)

    private static let source = Shape<Claim.Source>.object(
        Text(en: "a mapping that tells of a source", zh: "描述出处的映射"), blank: Claim.Source(),
        [
            .required("author", \.author, .words, "who", "作者"),
            .required("year", \.year, .integer(1900...2199), "when", "年份"),
            .required("place", \.place, .bilingual, "where the sentence stands", "句子所在位置"),
        ], isCovering: false)

    private static let arm = Shape<Claim.Arm>.object(
        Text(en: "a mapping that tells of an arm", zh: "描述一组的映射"), blank: Claim.Arm(),
        [
            .required("id", \.id, .id(of: .arm), "its id", "编号"),
            .required("name", \.name, .bilingual, "what people call it", "名称"),
            .optional("scenario", \.scenario, .words, "a scenario of its own", "自有情景"),
            .optional(
                "attentionUntil", \.attentionUntil, .integer(1...1200), "last month of the upper level's attention",
                "上级关注的最后一个月"),
            .optional("set", \.settings, .settings, "what it changes in the scenario", "对情景的改动"),
        ], isCovering: false
    ).located { $0.place = $1 }

    private static let factor = Shape<Claim.Factor>.object(
        Text(en: "a mapping that tells of a factor", zh: "描述一个因子的映射"), blank: Claim.Factor(),
        [
            .required("id", \.id, .id(of: .factor), "its id", "编号"),
            .required("name", \.name, .bilingual, "what people call it", "名称"),
            .required("set", \.settings, .settings, "what changes where it is on", "开启时的改动"),
        ], isCovering: false
    ).located { $0.place = $1 }

    private static let unequal = Shape<Claim.Unequal>.object(
        Text(en: "a mapping with what and why", zh: "含 what 与 why 的映射"), blank: Claim.Unequal(),
        [
            .required(
                "what", \.what, .words, "an observable of money or hours, or the beginning of its key", "资金或工时指标"),
            .required("why", \.why, .bilingual, "why it differs", "为何不同"),
        ], isCovering: false)

    // MARK: Metrics

    private static let observable = Shape<String>.choice(Observable.all.map(\.key))

    private static let term = Shape<ClaimDraft.Term>.object(
        Text(en: "a mapping with arm and weight", zh: "含 arm 与 weight 的映射"), blank: ClaimDraft.Term(),
        [
            .required("arm", \.arm, .words, "the arm's id", "组的编号"),
            .required("weight", \.weight, .number(-1e6...1e6), "its weight", "权重"),
            .optional(
                "observable", \.observable, observable.map(Optional.some), "another observable than the metric's",
                "另一观测指标"),
            .optional("from", \.from, month, "first month", "首月"),
            .optional("until", \.until, month, "last month", "末月"),
            .optional("in", \.group, group, "over the communities of a group alone", "仅限某分组的社区"),
        ], isCovering: false)

    private static let group = Shape<String?>.object(
        Text(en: "a mapping with group", zh: "含 group 的映射"), blank: nil,
        [
            .required(
                "group", \.self, Shape<String>.words.map(Optional.some), "the group's name in the claim's scenario",
                "论断情景中的分组名称")
        ], isCovering: false)

    private static let month = Shape<Int>.integer(1...1200).map(Optional.some)
    private static let terms = Shape<[ClaimDraft.Term]>.list(of: term, minimum: 1, "terms", "项")

    private static let part = Shape<ClaimDraft.Part>.object(
        Text(en: "a mapping that tells of a part", zh: "描述一个组成部分的映射"), blank: ClaimDraft.Part(),
        [
            .required("weight", \.weight, .number(-1e6...1e6), "its weight", "权重"),
            .required("terms", \.terms, terms, "what is added up", "相加的各项"),
            .optional("per", \.per, terms, "what that is divided by", "除数各项"),
        ], isCovering: false)

    private static let metric = Shape<ClaimDraft.Metric>.object(
        Text(en: "a mapping that tells of a metric", zh: "描述一项度量的映射"), blank: ClaimDraft.Metric(),
        [
            .required("id", \.metric.id, .id(of: .metric), "its id", "编号"),
            .required("name", \.metric.name, .bilingual, "what the value is", "数值的含义"),
            .required("observable", \.quantity.observable, observable, "the observable", "观测指标"),
            .required("from", \.quantity.from, .integer(1...1200), "first month, from 1", "首月（从 1 计）"),
            .required("until", \.quantity.until, .integer(1...1200), "last month", "末月"),
            .optional("statistic", \.quantity.statistic, .choice, "what is made of a run's months", "每次运行的统计量"),
            .optional("behind", \.quantity.behind, observable, "what should come behind, for leadLag", "应滞后的指标"),
            .optional("lags", \.quantity.lags, .integer(1...60), "months that it is looked for", "考察的滞后月数"),
            .optional("terms", \.terms, terms, "the contrast of arms", "各组的对比"),
            .optional("per", \.per, terms, "what it is divided by", "除数"),
            .optional(
                "parts", \.parts, .list(of: part, minimum: 1, "parts", "部分"), "several ratios, instead of terms",
                "多个比值，代替 terms"),
            .optional("shapley", \.shapley, .words, "a factor whose Shapley value it is", "求 Shapley 值的因子"),
            .required("direction", \.metric.direction, .choice, "where the source claims it to lie", "论断的方向"),
            .optional("against", \.metric.against, .number(-1e9...1e9), "the value without effect", "无效应时的值"),
            .required(
                "smallest", \.metric.smallest, .number(1e-9...1e9), "smallest effect of interest", "最小关注效应"),
            .required("why", \.metric.why, .bilingual, "why that size", "为何取此大小"),
            .optional("reported", \.metric.isReported, .flag, "whether it is only shown", "是否仅报告"),
            .optional("perUnit", \.metric.ratioUnit, .bilingual, "the unit of a ratio", "比值的单位"),
        ], isCovering: false)
}

extension Shape {
    /// The same, which keeps where it was read.
    fileprivate func located(_ keep: @escaping @Sendable (inout Value, Place) -> Void) -> Shape {
        let read = read
        return Shape(expected: expected, paths: paths, schema: schema) { tree, path, reading in
            guard var value = read(tree, path, &reading) else { return nil }
            keep(&value, tree.place)
            return value
        }
    }
}

extension Shape<[Claim.Setting]> {
    /// Key paths with their values, as `--set` takes them.
    fileprivate static let settings = Shape(
        expected: Text(en: "a mapping of key paths and values", zh: "键路径与值的映射"),
        schema: { _ in ["type": "object", "minProperties": 1] },
        read: { tree, path, reading in
            guard case .mapping(let entries) = tree.content, !entries.isEmpty else {
                reading.refuse(tree, path, Text(en: "a mapping of key paths and values", zh: "键路径与值的映射"))
                return nil
            }
            for entry in entries where entry.key == "parameters" || entry.key.hasPrefix("parameters.") {
                reading.refuse(
                    entry.place, KeyPath.key(path, entry.key), Text(en: "a behavioural parameter", zh: "行为参数"),
                    Text(en: "institutions, money or people: a claim is about these", zh: "制度、资金或人口：论断只涉及这些"))
            }
            return entries.map { Claim.Setting(text: "\($0.key)=\($0.value.flow)", place: $0.place) }
        })
}

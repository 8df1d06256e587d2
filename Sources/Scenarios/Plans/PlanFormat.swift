import Governance

/// The keys of a plan's file.
enum PlanFormat {
    /// What is read before the parts are joined.
    struct Draft: Sendable {
        var plan = Plan()
        var constraints: [DesignFormat.Written] = []
        var changes: [DesignFormat.Written] = []
    }

    static let root = Mapping<Draft>(
        expected: Text(en: "a mapping with the keys of a plan", zh: "由规划各键组成的映射"),
        fields: [
            .required("id", \.plan.id, .name, "its name", "名称"),
            .required("title", \.plan.title, .bilingual, "what people call it", "标题"),
            .required("summary", \.plan.summary, .bilingual, "what it asks", "要回答的问题"),
            .required(
                "scenario", \.plan.scenario, .words,
                "how the place is governed before: a file relative to this one, or an id in the library",
                "此前的治理方式：文件（相对路径）或情景库中的 id"),
            .optional(
                "place", \.plan.place, .words, "the place: a file relative to this one, or an id in the library",
                "地点：文件（相对路径）或情景库中的 id"),
            .optional(
                "set", \.changes, .list(of: .written, "changes, key=value", "改动（键=值）"),
                "changes of the scenario that hold with any plan and without", "对情景的改动，有无规划均生效"),
            .required("months", \.plan.months, .count(1...1200), "months to run", "运行月数"),
            .optional(
                "from", \.plan.from, .count(1...1200), "the first month that a plan may have different", "规划开始的月份"),
            .optional(
                "attentionUntil", \.plan.attentionUntil, .count(1...1200),
                "the last month in which the upper level attends", "上级关注的最后一个月"),
            .optional("measures", \.plan.measures, measures, "what every plan does", "每个规划都采取的措施"),
            .required(
                "levers", \.plan.levers, .list(of: lever, minimum: 1, "levers", "杠杆"), "what may be decided", "可决定的事项"),
            .optional(
                "constraints", \.constraints, .list(of: .written, "comparisons", "比较式"),
                "rules between levers", "杠杆之间的约束"),
            .required("budget", \.plan.budget, budget, "what a plan may cost", "预算"),
            .required("goals", \.plan.goals, .list(of: goal, minimum: 2, "goals", "目标"), "what plans are for", "规划的目标"),
            .optional("search", \.plan.search, search, "how long is searched", "搜索规模"),
            .optional("check", \.plan.check, check, "how what was found is checked", "对结果的检验"),
        ], isCovering: false)

    /// As a branch has them; read whole with the scenario.
    private static let measures = BranchFormat.changes

    private static let name = Field<Plan.Lever>.required("name", \.name, .bilingual, "what people call it", "名称")

    private static let option = Shape<Plan.Option>.object(
        Text(en: "a mapping that tells of an option", zh: "描述一个选项的映射"), blank: Plan.Option(),
        [
            .required("id", \.id, .name, "its id", "编号"),
            .required("name", \.name, .bilingual, "what people call it", "名称"),
            .optional("measures", \.measures, measures, "what it does; nothing where left out", "措施（缺省为无）"),
        ], isCovering: false)

    private static let parcels = Shape<Plan.Lever>.object(
        Text(en: "a lever with options", zh: "带选项的杠杆"), blank: Plan.Lever(),
        [
            .required("id", \.id, FactorFormat.id, "its id", "编号"), name,
            .required(
                "options", \.kind,
                Shape<[Plan.Option]>.list(of: option, minimum: 2, "options", "选项").map(Plan.Lever.Kind.options),
                "what may be done, one of them", "可选做法（选一）"),
        ], isCovering: false)

    /// A factor as a design has it, with a name; or options, each of which does several things.
    private static let lever = Shape<Plan.Lever>(
        expected: Text(en: "a mapping that tells of a lever", zh: "描述一个杠杆的映射"),
        schema: { isWhole in
            ["anyOf": [parcels.schema(isWhole), FactorFormat.named(name.schema(isWhole), isWhole)]]
        },
        read: { tree, path, reading in
            if tree["options"] != nil {
                let lever = parcels.read(tree, path, &reading)
                if let lever {
                    reading.give(lever.id, .factor, tree["id"]?.place ?? tree.place, KeyPath.key(path, "id"))
                }
                return lever
            }
            guard let factor = FactorFormat.factor.read(tree.without(["name"]), path, &reading) else { return nil }
            var lever = Plan.Lever(
                id: factor.id, name: factor.meaning ?? Text(en: factor.id, zh: factor.id), kind: .factor(factor))
            if let words = tree["name"] {
                guard let name = Shape<Text>.bilingual.read(words, KeyPath.key(path, "name"), &reading) else {
                    return nil
                }
                lever.name = name
            }
            return lever
        })

    private static let purposes = Shape<[Purpose]>.list(of: .choice, "purposes", "用途")

    private static let budget = Shape<Plan.Budget>.object(
        Text(en: "a mapping that tells of money", zh: "说明资金的映射"), blank: Plan.Budget(),
        [
            .required("yearly", \.yearly, .number(0...1e12), "yuan in each year of a plan", "规划每年的金额（元）"),
            .optional(
                "payers", \.payers, .names(.choice(Account.payers), minimum: 1, "outside accounts", "外部账户"),
                "outside accounts whose money it is (all that may pay, where left out)", "出资的外部账户（缺省为全部）"),
            .optional(
                "except", \.except, purposes,
                "purposes that do not count (wages and publicService, where left out)", "不计入的用途（缺省为工资与标准公共服务）"),
        ])

    private struct GoalDraft: Sendable {
        var goal = Plan.Goal()
        var kind = "level"
        var observable: String?
        var months: [Int] = []
        var before: [Int] = []
    }

    private static let span = Shape<[Int]>.list(
        of: .count(1...1200), minimum: 2, "months: the first and the last", "月份：首月与末月")

    private static let goal: Shape<Plan.Goal> = {
        let draft = Shape<GoalDraft>.object(
            Text(en: "a mapping that tells of a goal", zh: "描述一个目标的映射"), blank: GoalDraft(),
            [
                .required("id", \.goal.id, .id(of: .pattern), "its id", "编号"),
                .required("name", \.goal.name, .bilingual, "what people call it", "名称"),
                .optional(
                    "kind", \.kind, .choice(["level", "lasting", "cost"]), "what is measured (level where left out)",
                    "类型（缺省为 level）"),
                .optional(
                    "observable", \.observable, .choice(Observable.all.map(\.key)),
                    "the observable", "观测指标"),
                .optional("months", \.months, span, "the first and the last month of its mean", "求均值的首末月份"),
                .optional(
                    "before", \.before, span, "the same while attention lasts, of lasting", "关注期内的首末月份（用于 lasting）"),
                .optional(
                    "aim", \.goal.isLess, Shape<String>.choice(["higher", "lower"]).map { $0 == "lower" },
                    "which is better", "何者为优"),
                .optional(
                    "smallest", \.goal.smallest, .number(0...1e12), "the least change that counts", "最小关注变化"),
            ])
        return Shape(
            expected: draft.expected, paths: draft.paths, schema: draft.schema,
            read: { tree, path, reading in
                guard let draft = draft.read(tree, path, &reading), reading.isClean(at: path) else { return nil }
                return joined(draft, tree, path, &reading)
            })
    }()

    private static func joined(_ draft: GoalDraft, _ tree: Tree, _ path: String, _ reading: inout Reading) -> Plan.Goal?
    {
        var goal = draft.goal
        func months(_ key: String, _ span: [Int]) -> ClosedRange<Int>? {
            guard span.count == 2, span[0] <= span[1] else {
                reading.refuse(
                    (tree[key] ?? tree).place, KeyPath.key(path, key),
                    Text(en: span.isEmpty ? "no \(key)" : "\(span)", zh: span.isEmpty ? "缺少 \(key)" : "\(span)"),
                    Text(en: "the first and the last month, in rising order", zh: "首月与末月，依次递增"))
                return nil
            }
            return span[0]...span[1]
        }
        func missing(_ key: String, _ en: String, _ zh: String) {
            reading.refuse(
                tree.place, KeyPath.key(path, key), Text(en: "no \(key)", zh: "缺少 \(key)"), Text(en: en, zh: zh))
        }
        if draft.kind == "cost" {
            if draft.observable != nil || !draft.months.isEmpty || !draft.before.isEmpty {
                reading.refuse(
                    tree.place, path, Text(en: "a cost with an observable or months", zh: "带观测指标或月份的 cost"),
                    Text(en: "kind: cost alone: the ledger's yuan a year", zh: "仅 kind: cost（账簿每年支出）"))
            }
            goal.isLess = true
            return goal
        }
        guard let observable = draft.observable else {
            missing("observable", "the key of an observable", "观测指标的键")
            return nil
        }
        if tree["aim"] == nil { missing("aim", "higher or lower", "higher 或 lower") }
        guard let span = months("months", draft.months) else { return nil }
        guard draft.kind == "lasting" else {
            goal.kind = .level(observable: observable, months: span)
            return goal
        }
        guard let before = months("before", draft.before) else { return nil }
        goal.kind = .lasting(observable: observable, months: span, before: before)
        return goal
    }

    private static let search = Shape<Plan.Search>.object(
        Text(en: "a mapping that tells how long is searched", zh: "说明搜索规模的映射"), blank: Plan.Search(),
        [
            .optional("population", \.population, .count(4...10_000), "plans of a generation", "每代规划数"),
            .optional("generations", \.generations, .count(1...100_000), "generations", "代数"),
            .optional("replicates", \.replicates, .count(1...1000), "runs of a plan", "每个规划的运行次数"),
            .optional("seed", \.seed, Shape<Int>.count(0...Int.max).map { UInt64($0) }, "seed of all draws", "随机种子"),
        ], isCovering: false)

    private static let check = Shape<Plan.Check>.object(
        Text(en: "a mapping that tells how plans are checked", zh: "说明检验方式的映射"), blank: Plan.Check(),
        [
            .optional("plans", \.plans, .count(1...1000), "plans that are lived again at most", "重新运行的规划数上限"),
            .optional(
                "replicates", \.replicates, .count(2...10_000), "runs of each under fresh draws", "各规划以新随机数运行的次数"),
            .optional("sets", \.sets, .count(0...100_000), "sets of behavioural parameters", "行为参数组数"),
            .optional("setReplicates", \.setReplicates, .count(1...1000), "runs in each set", "每组参数的运行次数"),
        ], isCovering: false)
}

import Governance

/// The keys of a lesson's file.
enum LessonFormat {
    static let root = Mapping<Lesson>(
        expected: Text(en: "a mapping with the keys of a lesson", zh: "由课程各键组成的映射"),
        fields: [
            .required("id", \.id, .name, "its id, as the file is called", "编号（与文件名相同）"),
            .optional("order", \.order, .integer(0...1000), "its place among the lessons", "顺序"),
            .optional("minutes", \.minutes, .integer(1...600), "minutes that it takes", "所需分钟"),
            .required("title", \.title, .bilingual, "its title", "标题"),
            .required("question", \.question, .bilingual, "what it asks", "问题"),
            .required(
                "regimes", \.regimes, .list(of: .name, minimum: 1, "ids of regimes", "治理模式的 id"),
                "one regime, or two to be compared", "一种治理模式，或作比较的两种"),
            .required("place", \.place, .name, "the id of the place", "地点的 id"),
            .required("months", \.months, .integer(1...1200), "months to run", "运行月数"),
            .optional("share", \.share, .number(0.001...1), "part of the place's people", "人口比例"),
            .optional("seed", \.seed, .integer(0...1_000_000), "the seed", "随机种子"),
            .optional(
                "changes", \.changes, .list(of: change, "changes", "改变"), "levers that change in mid-run", "运行中的制度改变"),
            .required(
                "watch", \.watch,
                .names(.choice(Observable.all.map(\.key)), minimum: 1, "keys of observables", "观测指标"),
                "what to look at", "观察的指标"),
            .required(
                "tasks", \.tasks, .list(of: step, minimum: 1, "steps", "步骤"), "what to try", "尝试什么"),
            .required("see", \.see, .list(of: .bilingual, minimum: 1, "texts", "文本"), "what is to be seen", "应看到什么"),
            .optional("explain", \.explain, .bilingual, "why", "解释"),
            .optional("caution", \.caution, .bilingual, "what it does not show", "局限"),
            .required(
                "claims", \.claims, .names(.numbered("C"), minimum: 1, "claims", "论断"), "the claims behind it", "所依据的论断"
            ),
        ], isCovering: false)

    private static let step = Shape<Lesson.Step>.object(
        Text(en: "a text with en and zh, and perhaps an action", zh: "含 en 与 zh 的文本，可附 action"),
        blank: Lesson.Step(),
        [
            .required("en", \.en, .words, "the text in English", "英文文本"),
            .required("zh", \.zh, .words, "the text in Chinese", "中文文本"),
            .optional("action", \.action, action, "what the page does for it", "页面可代为执行的操作"),
        ], isCovering: false)

    private static let action = Shape<Lesson.Action>.object(
        Text(en: "a mapping with kind", zh: "含 kind 的映射"), blank: Lesson.Action(),
        [
            .required(
                "kind", \.kind, .choice(Lesson.Action.Kind.allCases.map(\.rawValue)), "what is done", "操作类型"),
            .optional("month", \.month, .integer(1...1200), "the month, from 1", "月份（从 1 计）"),
            .optional("side", \.side, .integer(0...1), "which of the two regimes, 0 or 1", "哪一方（0 或 1）"),
            .optional("changes", \.changes, .list(of: move, minimum: 1, "levers", "杠杆"), "levers to be set", "设定的杠杆"),
            .optional("by", \.by, .choice(["rung", "trust", "need"]), "by what residents are coloured", "居民着色依据"),
            .optional("panel", \.panel, .name, "the panel to be shown", "显示的面板"),
        ], isCovering: false)

    private static let move = Shape<Lesson.Move>.object(
        Text(en: "a mapping with lever and value", zh: "含 lever 与 value 的映射"), blank: Lesson.Move(),
        [
            .required("lever", \.lever, .choice(Lever.all.map(\.key)), "the lever", "杠杆"),
            .required("value", \.value, value, "its value", "取值"),
        ], isCovering: false
    ).checked { move, tree, path, reading in
        var trial = Institutions()
        guard let lever = Lever.named(move.lever), (try? lever.set(move.value, in: &trial)) == nil else { return }
        reading.refuse(
            at: KeyPath.key(path, "value"), Text(en: move.value.text, zh: move.value.text),
            Text(en: lever.expected, zh: lever.expected))
    }

    private static let value = Shape<LeverValue>.scalar(
        Text(en: "a lever's value", zh: "杠杆的取值"), schema: ["type": ["number", "boolean", "string"]]
    ) { text, _ in LeverValue(text: text) }

    private static let change = Shape<Lesson.Change>.object(
        Text(en: "a mapping with month and institutions", zh: "含 month 与 institutions 的映射"), blank: Lesson.Change(),
        [
            .optional("side", \.side, .integer(0...1), "which of the two regimes, 0 or 1", "哪一方（0 或 1）"),
            .required("month", \.month, .integer(1...1200), "the month, from 1", "月份（从 1 计）"),
            .required(
                "institutions", \.levers, InstitutionFormat.changes, "levers and their new values", "杠杆及其新值"),
        ])
}

/// The keys of a workshop task's file.
enum WorkshopTaskFormat {
    static let root = Mapping<WorkshopTask>(
        expected: Text(en: "a mapping with the keys of a task", zh: "由任务各键组成的映射"),
        fields: [
            .required("id", \.id, .name, "its id, as the file is called", "编号（与文件名相同）"),
            .optional("order", \.order, .integer(0...1000), "its place among the tasks", "顺序"),
            .required("title", \.title, .bilingual, "its title", "标题"),
            .required("text", \.text, .bilingual, "what groups are to do", "任务说明"),
            .required("place", \.place, .name, "the id of the place", "地点的 id"),
            .required("regime", \.regime, .name, "the id of the regime to begin with", "起始治理模式的 id"),
            .required("months", \.months, .integer(1...1200), "months to run", "运行月数"),
            .required("turn", \.turn, .integer(1...120), "months of a turn", "每回合月数"),
            .optional("budget", \.budget, .yuan, "yuan that a group may spend in a year", "每组每年可用资金（元）"),
            .optional("share", \.share, .number(0.001...1), "part of the place's people", "人口比例"),
            .required(
                "goals", \.goals, .list(of: goal, minimum: 1, "goals", "目标"), "by what groups are compared", "比较各组的指标"),
            .required(
                "roles", \.roles, .list(of: role, minimum: 1, "roles", "角色"),
                "who groups are, and what they may change",
                "各组的角色及可调整的制度"),
        ], isCovering: false)

    /// Keys, and what stands for all below a head.
    private static let levers: [String] = {
        let keys = Lever.all.map(\.key)
        let heads = Set(
            keys.flatMap { key in
                let parts = key.split(separator: ".")
                return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: ".") + ".*" }
            })
        return keys + heads.sorted()
    }()

    private static let goal = Shape<WorkshopTask.Goal>.object(
        Text(en: "a mapping with observable and better", zh: "含 observable 与 better 的映射"), blank: WorkshopTask.Goal(),
        [
            .required(
                "observable", \.observable, .choice(Observable.all.map(\.key)), "the observable", "观测指标"),
            .required("better", \.better, .choice, "which direction is better", "越高或越低为好"),
        ])

    private static let role = Shape<WorkshopTask.Role>.object(
        Text(en: "a mapping with id and levers", zh: "含 id 与 levers 的映射"), blank: WorkshopTask.Role(),
        [
            .required("id", \.id, .choice, "government or committee", "政府或居委会"),
            .required(
                "levers", \.levers, .names(.choice(levers), minimum: 1, "keys of levers", "杠杆"),
                "the levers that it may move; head.* are all below", "可调整的杠杆；“前缀.*”表示其下全部"),
        ])
}

import Governance

/// The keys of a file of calibration targets.
enum TargetFormat {
    static let root = Mapping<CalibrationTargets>(
        expected: Text(en: "a mapping with the keys of calibration targets", zh: "由校准目标各键组成的映射"),
        fields: [
            .required("id", \.id, .name, "its name", "名称"),
            .required("title", \.title, .bilingual, "what people call it", "标题"),
            .required("summary", \.summary, .bilingual, "what it is about", "摘要"),
            .required(
                "sources", \.sources, .list(of: .words, minimum: 1, "texts", "文本"),
                "the literature and records it rests on", "所依据的文献与资料"),
            .required(
                "parameters", \.parameters,
                .names(.choice(Parameters.all.map(\.key)), minimum: 1, "behavioural parameters", "行为参数"),
                "behavioural parameters that are sampled over their ranges", "在其范围内抽样的行为参数"),
            .required(
                "runs", \.runs, .list(of: run, minimum: 1, haveIDs: true, "runs", "运行"),
                "scenarios that are lived with every set of parameters", "每组参数下运行的情景"),
            .required(
                "patterns", \.patterns, .list(of: pattern, minimum: 1, haveIDs: true, "patterns", "模式"),
                "what the runs should show", "运行应呈现的数值"),
        ], isCovering: false)

    private static let run = Shape<CalibrationTargets.Run>.object(
        Text(en: "a mapping that tells of a run", zh: "描述一次运行的映射"), blank: CalibrationTargets.Run(),
        [
            .required("id", \.id, .id(of: .run), "its id", "编号"),
            .required("scenario", \.scenario, .words, "the scenario's file, relative to this one", "情景文件（相对路径）"),
            .optional("place", \.place, .words, "the place's file, relative to this one", "地点文件（相对路径）"),
            .required("months", \.months, .integer(1...1200), "months to run", "运行月数"),
        ])

    private static let pattern = Shape<CalibrationTargets.Pattern>.object(
        Text(en: "a mapping that tells of a pattern", zh: "描述一项目标的映射"), blank: CalibrationTargets.Pattern(),
        [
            .required("id", \.id, .id(of: .pattern), "its id", "编号"),
            .required("meaning", \.meaning, .bilingual, "what it is", "含义"),
            .required("run", \.run, .reference(to: .run), "the run that shows it", "所在运行"),
            .required("observable", \.observable, .choice(Observable.all.map(\.key)), "the observable", "观测指标"),
            .required("from", \.from, .integer(1...1200), "first month, from 1", "首月（从 1 计）"),
            .required("until", \.until, .integer(1...1200), "last month", "末月"),
            .optional("against", \.against, .reference(to: .run), "a run with which it is compared", "比较对象"),
            .optional("comparison", \.comparison, .choice, "how it is compared", "比较方式"),
            .required("low", \.low, .number(-1e9...1e9), "where it should begin to lie", "下限"),
            .required("high", \.high, .number(-1e9...1e9), "where it should cease to lie", "上限"),
            .required("scale", \.scale, .number(1e-9...1e9), "how far outside is a distance of 1", "偏离 1 个单位的距离"),
        ]
    )
    .checked { pattern, tree, path, reading in
        guard reading.isClean(at: path), pattern.high < pattern.low || pattern.until < pattern.from else { return }
        reading.refuse(
            tree.place, path, Text(en: "an end before its beginning", zh: "终点早于起点"),
            Text(en: "high above low, until not before from", zh: "high 大于 low，until 不早于 from"))
    }
}

extension CalibrationTargets {
    /// The targets in the file at `path`; every number in it has its source or is assumed.
    ///
    /// - Throws: every fault found.
    public static func read(path: String) throws(ScenarioFaults) -> CalibrationTargets {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken else { throw ScenarioFaults(faults: layers.faults) }
        var reading = Reading()
        var targets = CalibrationTargets(
            id: "", title: Text(en: "", zh: ""), summary: Text(en: "", zh: ""), sources: [], parameters: [], runs: [],
            patterns: [])
        TargetFormat.root.read(tree, "", &targets, &reading)
        reading.checkNames()
        for pattern in targets.patterns {
            for id in [pattern.run, pattern.against].compactMap(\.self) {
                guard let run = targets.runs.first(where: { $0.id == id }), run.months < pattern.until else { continue }
                reading.refuse(
                    at: "patterns.\(pattern.id).until", Text(en: "\(pattern.until)", zh: "\(pattern.until)"),
                    Text(en: "at most the \(run.months) months of \(id)", zh: "至多 \(id) 的 \(run.months) 个月"))
            }
        }
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        targets.files = layers.files
        return targets
    }
}

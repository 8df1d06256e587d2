import ArgumentParser

/// What every command takes.
struct CommonOptions: ParsableArguments {
    enum Asked: String, CaseIterable, ExpressibleByArgument { case en, zh }

    @Flag(help: ArgumentHelp(said("Print results and errors only.", "只输出结果与错误。")))
    var quiet = false

    @Option(
        help: ArgumentHelp(
            said("Language of what is printed: en or zh (default: the locale's).", "输出语言：en 或 zh（默认随系统区域）。"),
            valueName: "en|zh"))
    var language: Asked?
}

/// Which scenarios: where they are put, and what is changed in them.
struct ScenarioOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said(
                "Put the scenarios on this place instead of their own: a file, or the id of one in Scenarios/places.",
                "将情景置于此地点而非其原地点：文件，或 Scenarios/places 中的 id。"), valueName: "place"), completion: .places)
    var on: String?

    @Option(
        help: ArgumentHelp(
            said(
                "Last month in which the upper level attends to what goes on; then agenda, words, pilot status and awards end.",
                "上级关注的最后一个月；此后议程、口头支持、试点地位与表彰终止。"), valueName: "m"))
    var attentionUntil: Int?

    @Option(help: ArgumentHelp(said("Months to run, in place of the file's.", "运行月数，替代文件中的设定。"), valueName: "m"))
    var months: Int?

    @Option(help: ArgumentHelp(said("Seed of all random draws.", "随机种子。"), valueName: "s"))
    var seed: UInt64 = 1

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            said("Change a value of the scenarios, by its key path.", "按键路径修改情景中的一个值。"), valueName: "key=value"),
        completion: .changes)
    var changes: [String] = []

    func validate() throws {
        try atLeastOne(attentionUntil, "--attention-until")
        if let months, !(1...1200).contains(months) {
            throw ValidationError(
                said("--months must be from 1 to 1200, not \(months).", "--months 须在 1 至 1200 之间，而不是 \(months)。"))
        }
        for change in changes where change.split(separator: "=", maxSplits: 1).count < 2 {
            throw ValidationError(
                said(
                    "--set takes KEY=VALUE, such as institutions.taskLoad=0.5, not “\(change)”.",
                    "--set 的格式为 键=值，例如 institutions.taskLoad=0.5，而不是“\(change)”。"))
        }
    }
}

/// What every command that lives worlds takes.
@dynamicMemberLookup
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp(said("Runs of each scenario.", "每个情景的运行次数。"), valueName: "n"))
    var replicates: Int?

    @OptionGroup var scenario: ScenarioOptions

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @Flag(help: ArgumentHelp(said("Also record values by community.", "同时记录各社区的数值。")))
    var communities = false

    @Flag(help: ArgumentHelp(said("Log every run on standard error.", "在标准错误中记录每次运行。")))
    var verbose = false

    func validate() throws {
        try atLeastOne(replicates, "--replicates")
        try atLeastOne(threads, "--threads")
    }

    /// What it takes of scenarios, by the same names.
    subscript<Value>(dynamicMember path: WritableKeyPath<ScenarioOptions, Value>) -> Value {
        get { scenario[keyPath: path] }
        set { scenario[keyPath: path] = newValue }
    }
}

/// Refuses numbers below 1.
private func atLeastOne(_ value: Int?, _ name: String) throws {
    guard let value, value < 1 else { return }
    throw ValidationError(said("\(name) must be at least 1, not \(value).", "\(name) 至少为 1，而不是 \(value)。"))
}

/// Where results go.
struct ArchiveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said("Folder for the results (default: Results/<id>).", "结果目录（默认 Results/<id>）。"), valueName: "dir"),
        completion: .directory)
    var out: String?

    @Flag(help: ArgumentHelp(said("Start anew instead of going on with runs that are there.", "重新开始，不沿用已有的运行结果。")))
    var fresh = false
}

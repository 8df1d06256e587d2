import Analysis
import ArgumentParser

struct Sensitivity: AsyncParsableCommand {
    enum Method: String, CaseIterable, ExpressibleByArgument { case auto, morris, sobol, pawn }
    enum Estimator: String, CaseIterable, ExpressibleByArgument { case saltelli, jansen }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Tell which factors of a sweep, or inputs of any model's table, results depend on.",
                "说明结果取决于批量运行的哪些因素，或任一模型表格中的哪些输入。"),
            discussion: said(
                """
                Morris' elementary effects, Sobol' indices (first, total, second order) and PAWN, with bootstrap intervals; each is held
                against what chance between replicates alone would give. The method is the one that the points were laid for,
                unless --method says another. Writes sensitivity.csv and sensitivity.html.

                Example: cogov sensitivity Results/task-load --observable need.mean@36
                         cogov sensitivity --table runs.csv --inputs a,b,c --output y --method pawn
                """,
                """
                Morris 基本效应、Sobol 指数（一阶、总效应、二阶）与 PAWN，附自助法区间；每个指数都与仅由重复间偶然所致的大小相比较。
                方法按布点方式确定，也可用 --method 指定。写出 sensitivity.csv 与 sensitivity.html。

                例：cogov sensitivity Results/task-load --observable need.mean@36
                    cogov sensitivity --table runs.csv --inputs a,b,c --output y --method pawn
                """))
    }

    @Argument(
        help: ArgumentHelp(said("The folder of a sweep's results.", "批量运行的结果目录。"), valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Option(
        help: ArgumentHelp(
            said("Instead: a CSV table of any model's inputs and outputs.", "改为：任一模型输入与输出的 CSV 表格。"), valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var table: String?

    @Option(
        help: ArgumentHelp(
            said("Headings of the table's inputs (default: all but outputs).", "表格中输入列的名称（默认除输出外的全部）。"),
            valueName: "a,b"))
    var inputs: String?

    @Option(help: ArgumentHelp(said("Headings of the table's outputs.", "表格中输出列的名称。"), valueName: "y,z"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            said(
                "Heading of the column that numbers replicates; each has the same points in the same order.",
                "重复编号所在的列；各次重复的点及次序须相同。"),
            valueName: "r"))
    var replicate: String?

    @Flag(
        help: ArgumentHelp(
            said(
                "Replicates of different points share nothing (default: replicate r shares its draws).",
                "不同点的重复相互独立（默认第 r 次重复共用随机数）。")))
    var ownDraws = false

    @Option(
        help: ArgumentHelp(
            said(
                "Of a sweep: KEY, KEY@36 or KEY@85-120; may be repeated (default: those that the design watches).",
                "批量运行的指标：KEY、KEY@36 或 KEY@85-120；可重复（默认设计所关注的指标）。"), valueName: "key"), completion: .observables)
    var observable: [String] = []

    @Option(help: ArgumentHelp(said("auto, morris, sobol or pawn.", "auto、morris、sobol 或 pawn。"), valueName: "method"))
    var method = Method.auto

    @Option(
        help: ArgumentHelp(
            said("Of Sobol's first order: saltelli or jansen.", "Sobol 一阶估计量：saltelli 或 jansen。"), valueName: "name"))
    var estimator = Estimator.saltelli

    @Option(help: ArgumentHelp(said("Slices of PAWN.", "PAWN 的分段数。"), valueName: "n"))
    var slices = PAWN.usualSlices

    @Option(
        help: ArgumentHelp(
            said("Levels of Morris' grid (default: as many as an input has values).", "Morris 网格的水平数（默认取输入的不同取值数）。"),
            valueName: "p"))
    var levels: Int?

    @Option(help: ArgumentHelp(said("Bootstrap samples.", "自助法抽样次数。"), valueName: "n"))
    var resamples = 500

    @Option(
        help: ArgumentHelp(
            said(
                "Folder to write to (default: the sweep's; of a table Results/sensitivity).",
                "写入的目录（默认为结果目录；表格为 Results/sensitivity）。"), valueName: "dir"), completion: .directory)
    var out: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (folder == nil) != (table == nil) else {
            throw ValidationError(
                said("Name a folder of results, or a table with --table.", "请指定结果目录，或以 --table 指定表格。"))
        }
        guard table == nil || output != nil else {
            throw ValidationError(
                said("--table needs --output: the headings of the results.", "--table 需要 --output：结果列的名称。"))
        }
        for (value, name, least) in [
            (slices, "--slices", 2), (resamples, "--resamples", 2), (levels ?? 2, "--levels", 2),
        ]
        where value < least {
            throw ValidationError(
                said("\(name) must be at least \(least), not \(value).", "\(name) 至少为 \(least)，而不是 \(value)。"))
        }
        if let levels, !levels.isMultiple(of: 2) {
            throw ValidationError(said("--levels must be even, not \(levels).", "--levels 须为偶数，而不是 \(levels)。"))
        }
    }

    func run() async throws {
        var options = SensitivityAnalysis.Options()
        options.estimator = estimator == .jansen ? .jansen : .saltelli
        options.slices = slices
        options.levels = levels
        options.resamples = resamples
        let analysing = Analysing(
            method: SensitivityMethod(rawValue: method.rawValue), options: options, out: out, quiet: common.quiet)
        if let table {
            try analysing.table(
                table, inputs: names(inputs), outputs: names(output) ?? [], replicate: replicate, ownDraws: ownDraws)
        } else if let folder {
            try analysing.sweep(folder, observables: observable)
        }
    }

    private func names(_ list: String?) -> [String]? { list?.split(separator: ",").map(String.init) }
}

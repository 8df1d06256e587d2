import Archive
import ArgumentParser
import Experiments
import Foundation
import Logging

struct SweepRun: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run",
            abstract: said("Run every scenario of a design at every point.", "在设计的每个点运行其全部情景。"),
            discussion: said(
                """
                Points come in an order whose beginning is balanced, replicate after replicate. An interrupted or killed
                sweep goes on with the same command and repeats nothing; several processes may work on one folder.
                Writes results.sqlite and manifest.json; cogov export writes tables from them. With --engine slurm a cluster
                does it: an array of tasks, a shard each, and a job that joins them.
                """,
                """
                各点的先后次序使任何中断时刻的结果都是均衡的，逐次重复进行。中断或被杀死后重复同一命令即可继续，不会重做；多个进程
                可同时处理一个目录。写出 results.sqlite 与 manifest.json；表格由 cogov export 从中导出。使用 --engine slurm 时由集群
                完成：提交一个作业数组（每个任务做一部分）以及合并结果的作业。
                """))
    }

    @Argument(help: ArgumentHelp(said("The design's file.", "设计文件。"), valueName: "design"), completion: .designs)
    var design: String

    @Option(
        help: ArgumentHelp(said("Runs at each point, in place of the design's.", "每个点的运行次数，替代设计中的设定。"), valueName: "n"))
    var replicates: Int?

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @Option(
        help: ArgumentHelp(
            said(
                "Do the i-th of n balanced parts only; join them with sweep merge.",
                "只做 n 个均衡部分中的第 i 个；用 sweep merge 合并。"),
            valueName: "i/n"))
    var shard: String?

    @Flag(help: ArgumentHelp(said("Log every run on standard error.", "在标准错误中记录每次运行。")))
    var verbose = false

    @OptionGroup var cluster: ClusterOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        for (value, name) in [(replicates, "--replicates"), (threads, "--threads")] {
            guard let value, value < 1 else { continue }
            throw ValidationError(said("\(name) must be at least 1, not \(value).", "\(name) 至少为 1，而不是 \(value)。"))
        }
        if cluster.engine == .slurm, shard != nil {
            throw ValidationError(
                said(
                    "--engine slurm cuts the sweep into shards itself; leave --shard out.",
                    "--engine slurm 会自行划分；请去掉 --shard。"))
        }
        if let shard, Shard(shard) == nil {
            throw ValidationError(
                said(
                    "--shard takes i/n with i from 1 to n, such as 2/4, not “\(shard)”.",
                    "--shard 的格式为 i/n（i 从 1 至 n），例如 2/4，而不是“\(shard)”。"))
        }
    }

    func run() async throws {
        var experiment = try DesignFile.experiment(design, replicates: replicates)
        experiment.shard = shard.flatMap { Shard($0) }
        let folder = archive.out ?? "Results/" + (experiment.sweep?.design.id ?? "")
        guard cluster.engine == .local else {
            let words = ["sweep", design] + (replicates.map { ["--replicates", "\($0)"] } ?? [])
            return try await Submission(
                experiment: experiment, folder: folder, options: cluster.options(cores: threads ?? 1), words: words,
                fresh: archive.fresh, isDry: cluster.dryRun, quiet: common.quiet)()
        }
        try await Sweeping(
            experiment: experiment, folder: folder, fresh: archive.fresh, cores: threads ?? Machine.cores,
            verbose: verbose, quiet: common.quiet)()
    }
}

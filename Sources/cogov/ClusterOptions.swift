import ArgumentParser
import Experiments

/// Where a sweep is lived, and how it is put to a cluster.
struct ClusterOptions: ParsableArguments {
    enum Engine: String, CaseIterable, ExpressibleByArgument { case local, slurm }

    @Option(
        help: ArgumentHelp(
            said("local (this machine) or slurm (a job array on a cluster).", "local（本机）或 slurm（集群作业数组）。"),
            valueName: "local|slurm"))
    var engine = Engine.local

    @Flag(help: ArgumentHelp(said("slurm: show the scripts and submit nothing.", "slurm：只显示脚本，不提交。")))
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            said(
                "slurm: tasks of the array (default: of some twenty minutes each, from a measured run).",
                "slurm：任务个数（默认按实测使每个任务约二十分钟）。"), valueName: "n"))
    var tasks: Int?

    @Option(help: ArgumentHelp(said("slurm: tasks that may run at the same time.", "slurm：同时运行的任务上限。"), valueName: "n"))
    var atOnce: Int?

    @Option(help: ArgumentHelp(said("slurm: the partition.", "slurm：分区。"), valueName: "name"))
    var partition: String?

    @Option(help: ArgumentHelp(said("slurm: the account.", "slurm：账户。"), valueName: "name"))
    var account: String?

    @Option(
        help: ArgumentHelp(
            said(
                "slurm: time limit of a task, as sbatch has it (default: from a measured run).",
                "slurm：任务时限，格式同 sbatch（默认按实测）。"),
            valueName: "limit"))
    var time: String?

    @Option(
        name: .customLong("sbatch"),
        help: ArgumentHelp(
            said(
                "slurm: a further option of sbatch, such as --sbatch=--qos=long; may be repeated.",
                "slurm：其他 sbatch 选项，如 --sbatch=--qos=long；可重复。"),
            valueName: "option"))
    var lines: [String] = []

    @Option(
        help: ArgumentHelp(
            said(
                "slurm: how often tasks that ended without their runs being there are submitted anew.",
                "slurm：任务结束而运行未完成时，重新提交的次数。"), valueName: "n"))
    var rounds = 3

    func validate() throws {
        for (value, name, least) in [(tasks, "--tasks", 1), (atOnce, "--at-once", 1), (rounds, "--rounds", 0)] {
            guard let value, value < least else { continue }
            throw ValidationError(
                said("\(name) must be at least \(least), not \(value).", "\(name) 至少为 \(least)，而不是 \(value)。"))
        }
        for line in lines where !line.hasPrefix("-") || line.contains("\n") {
            throw ValidationError(
                said(
                    "--sbatch takes an option of sbatch, such as --sbatch=--qos=long, not “\(line)”.",
                    "--sbatch 须为 sbatch 的选项，如 --sbatch=--qos=long，而不是“\(line)”。"))
        }
        let isAsked = dryRun || tasks != nil || atOnce != nil || partition != nil || account != nil || time != nil
        if engine == .local, isAsked || !lines.isEmpty {
            throw ValidationError(
                said(
                    "--dry-run, --tasks, --at-once, --partition, --account, --time and --sbatch need --engine slurm.",
                    "--dry-run、--tasks、--at-once、--partition、--account、--time 与 --sbatch 须与 --engine slurm 一起使用。"))
        }
    }

    func options(cores: Int) -> SlurmOptions {
        SlurmOptions(
            tasks: tasks, cores: cores, atOnce: atOnce, partition: partition, account: account, time: time,
            lines: lines,
            rounds: rounds)
    }
}

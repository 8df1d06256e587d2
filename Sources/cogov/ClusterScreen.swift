import Experiments

/// What `sweep status` says of a sweep's jobs on a cluster.
struct ClusterScreen {
    let standing: SlurmStanding

    init(_ standing: SlurmStanding) { self.standing = standing }

    var text: String {
        let array = standing.jobs.array.map { "\($0)" } ?? "-"
        let merge = standing.jobs.merge.map { "\($0)" } ?? "-"
        let states = standing.tasks.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let unknown = said("Slurm does not tell", "Slurm 未提供")
        var lines = said(
            "Slurm: array \(array): \(states.isEmpty ? unknown : states); merge \(merge): \(standing.merge ?? unknown)\n"
                + "shards: \(standing.runs) runs in \(standing.begun) of \(standing.shards), joined when all tasks have ended\n",
            "Slurm：作业数组 \(array)：\(states.isEmpty ? unknown : states)；合并作业 \(merge)：\(standing.merge ?? unknown)\n"
                + "各部分：\(standing.shards) 个中的 \(standing.begun) 个已有 \(standing.runs) 次运行，全部任务结束后合并\n")
        for failure in standing.failures {
            let (run, month) = (failure.run, failure.month)
            lines += said(
                "failed: \(run.scenario), point \(run.point), replicate \(run.replicate), month \(month): \(failure.reason)\n",
                "失败：\(run.scenario)，第 \(run.point) 点，第 \(run.replicate) 次重复，第 \(month) 个月：\(failure.reason)\n")
        }
        return lines
    }
}

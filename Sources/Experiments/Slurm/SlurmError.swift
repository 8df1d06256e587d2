public import Governance

/// Why Slurm could not be asked, or did not do it.
public enum SlurmError: Error, Sendable, Equatable {
    /// The program is not on this machine.
    case missing(program: String)
    /// It ended with a complaint.
    case refused(program: String, complaint: String)

    public var message: Text {
        switch self {
        case .missing(let program):
            Text(
                en: "\(program) is not here: submit from a machine of the cluster, or look at the scripts with "
                    + "--dry-run.",
                zh: "此处没有 \(program)：请在集群的机器上提交，或用 --dry-run 查看脚本。")
        case .refused(let program, let complaint):
            Text(en: "\(program) refused: \(complaint)", zh: "\(program) 拒绝：\(complaint)")
        }
    }
}

public import Governance

/// Why a run cannot go on from a file.
public enum CheckpointError: Error, Sendable, Equatable {
    case unreadable(String)
    case foreign(String)
    case damaged(String)
    case otherModel(String)
    case otherScenario(String, expected: String)
    case otherReplicate(Int)
    case otherRecording(communities: Bool)
    case tooLate(months: Int, run: Int)
    case otherLength(Int, least: Int)
    case snapshot(SnapshotError)

    public var message: Text {
        switch self {
        case .unreadable(let path): Text(en: "\(path): found no file that can be read.", zh: "\(path)：没有可读的文件。")
        case .foreign(let path): Text(en: "\(path) is no snapshot of a run.", zh: "\(path) 不是运行快照。")
        case .damaged(let path):
            Text(en: "\(path) is truncated or was altered.", zh: "\(path) 不完整或已被改动。")
        case .otherModel(let path):
            Text(en: "\(path) was written by another version of the model.", zh: "\(path) 由另一版本的模型写出。")
        case .otherScenario(let found, let expected):
            Text(
                en: "The snapshot is of a run of \(found), not of \(expected).",
                zh: "该快照属于 \(found) 的运行，而非 \(expected)。")
        case .otherReplicate(let replicate):
            Text(
                en: "The snapshot is of replicate \(replicate); only replicate 1 can be gone on from by itself.",
                zh: "该快照属于第 \(replicate) 次重复；单独续跑只能用第 1 次重复。")
        case .otherRecording(let communities):
            communities
                ? Text(
                    en: "The snapshot holds values by community: give --communities, as before.",
                    zh: "该快照含各社区数值：须同样给出 --communities。")
                : Text(
                    en: "The snapshot holds no values by community: leave --communities out, as before.",
                    zh: "该快照不含各社区数值：须同样不给 --communities。")
        case .tooLate(let months, let run):
            Text(
                en: "The snapshot was taken after month \(months), but the run has only \(run).",
                zh: "该快照取自第 \(months) 个月之后，而运行只有 \(run) 个月。")
        case .otherLength(let months, let least):
            Text(
                en: "The snapshot is within the last year of its run, which is counted apart: it can go on to month "
                    + "\(months) as planned, or to month \(least) or later.",
                zh: "该快照处于其运行的最后一年（该年单独统计）：可按原计划续至第 \(months) 个月，或续至第 \(least) 个月及以后。")
        case .snapshot(let error):
            Text(en: "The snapshot does not fit: \(error.message.en).", zh: "快照不符：\(error.message.zh)。")
        }
    }
}

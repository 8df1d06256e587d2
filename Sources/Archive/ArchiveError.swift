public import Governance

/// Why an archive could not be opened, written or read.
public enum ArchiveError: Error, Sendable, Equatable {
    /// The folder or a file in it cannot be made or written; `reason` is the system's word.
    case unwritable(path: String, reason: String)
    /// The disk has no room; `needed` and `free` are bytes, 0 where not known.
    case full(path: String, needed: Int, free: Int)
    /// Another process is writing there.
    case busy(path: String, holder: String)
    /// There is no archive at that place.
    case missing(path: String)
    /// A file of that name is there but is not one of ours.
    case foreign(path: String, reason: String)
    /// A later version wrote the archive, in a layout that this one does not know.
    case later(path: String, layout: Int, known: Int)
    /// The archive holds results of other inputs.
    case different(path: String, differences: [InputDifference])
    /// The archive's content contradicts itself or cannot be read.
    case damaged(path: String, reason: String)
    /// Too many files are open for another one.
    case noFiles(path: String)

    /// What happened and what to do, in both languages.
    public var message: Text {
        switch self {
        case .unwritable(let path, let reason):
            Text(
                en: "\(path) cannot be written: \(reason). Give another place with --out.",
                zh: "无法写入 \(path)：\(reason)。请用 --out 指定其他位置。")
        case .full(let path, let needed, let free):
            needed > 0
                ? Text(
                    en: "\(path): the disk has \(Bytes(free)) free, but about \(Bytes(needed)) are needed. "
                        + "Make room, or give another place with --out.",
                    zh: "\(path)：磁盘剩余 \(Bytes(free))，约需 \(Bytes(needed))。请腾出空间，或用 --out 指定其他位置。")
                : Text(
                    en:
                        "\(path): the disk is full. Runs that had ended are kept: make room, and the same command goes on.",
                    zh: "\(path)：磁盘已满。已完成的运行均已保存：腾出空间后重复同一命令即可继续。")
        case .busy(let path, let holder):
            Text(
                en: "\(path) is being written by another process\(holder.isEmpty ? "" : " (\(holder))"). "
                    + "Wait for it, or give another place with --out.",
                zh: "另一个进程\(holder.isEmpty ? "" : "（\(holder)）")正在写入 \(path)。请等待其结束，或用 --out 指定其他位置。")
        case .missing(let path):
            Text(en: "\(path) holds no results.", zh: "\(path) 中没有结果。")
        case .foreign(let path, let reason):
            Text(
                en: "\(path) is not an archive of Cogov: \(reason). Move it away, or give another place with --out.",
                zh: "\(path) 不是 Cogov 的结果文件：\(reason)。请移走该文件，或用 --out 指定其他位置。")
        case .later(let path, let layout, let known):
            Text(
                en:
                    "\(path) was written by a later version of Cogov, in layout \(layout); this version knows layouts up to "
                    + "\(known). Use that version, or give another place with --out.",
                zh: "\(path) 由更新版本的 Cogov 写成，格式编号为 \(layout)；本版本只认识到 \(known)。"
                    + "请使用更新的版本，或用 --out 指定其他位置。")
        case .different(let path, let differences):
            Text(
                en: "\(path) holds results of other inputs:\n"
                    + differences.map { "  " + $0.message.en + "\n" }.joined()
                    + "Keep them by giving another place with --out, or replace them with --fresh.",
                zh: "\(path) 中是其他输入的结果：\n" + differences.map { "  " + $0.message.zh + "\n" }.joined()
                    + "用 --out 指定其他位置可保留原结果，用 --fresh 则重新开始并替换。")
        case .damaged(let path, let reason):
            Text(
                en:
                    "\(path) is damaged: \(reason). The command that made it, given again, keeps the runs that are whole and "
                    + "makes the others anew; where it cannot, start anew with --fresh, or give another place with --out.",
                zh: "\(path) 已损坏：\(reason)。重复生成它的命令会保留完好的运行并重做其余运行；"
                    + "若仍不能，请用 --fresh 重新开始，或用 --out 指定其他位置。")
        case .noFiles(let path):
            Text(
                en:
                    "\(path): too many files are open. Raise the limit (ulimit -n 1024), and give the same command again.",
                zh: "\(path)：打开的文件过多。请提高上限（ulimit -n 1024），再重复同一命令。")
        }
    }
}

/// A number of bytes as people read it.
public struct Bytes: CustomStringConvertible, Sendable {
    public let count: Int

    public init(_ count: Int) { self.count = count }

    /// Three figures at most and a decimal unit: `812 B`, `4.2 MB`, `31 GB`.
    public var description: String {
        var value = Double(count)
        for unit in ["B", "kB", "MB", "GB"] {
            if value < 999.5 {
                let digits = value < 9.95 && unit != "B" ? (value * 10).rounded() / 10 : value.rounded()
                return (digits == digits.rounded() ? String(Int(digits)) : String(digits)) + " " + unit
            }
            value /= 1000
        }
        return String((value * 10).rounded() / 10) + " TB"
    }
}

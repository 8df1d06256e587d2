import Archive
import Experiments
import Foundation

/// The line that shows how far a session is, while somebody looks.
enum ProgressLine {
    static func show(_ progress: SessionProgress) {
        Terminal.showProgress(String(text(progress).prefix((Terminal.columns(of: STDERR_FILENO) ?? 80) - 1)))
    }

    static func clear() { Terminal.showProgress("") }

    static func text(_ progress: SessionProgress) -> String {
        let share = Double(progress.residentMonthsDone) / Double(max(1, progress.residentMonths))
        let percent = Int(share * 100)
        let left = progress.left.map { said("\(TimeText($0)) left", "剩余\(TimeText($0))") } ?? ""
        return said(
            "\(progress.runsDone) of \(progress.runs) runs  \(percent) %  \(left)",
            "\(progress.runsDone)/\(progress.runs) 次运行  \(percent)%  \(left)")
    }
}

/// A duration as people say it: two units at most.
struct TimeText: CustomStringConvertible {
    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    var description: String {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
        let whole = Int(seconds.rounded())
        switch whole {
        case ..<10:
            let tenths = (seconds * 10).rounded() / 10
            return said("\(tenths) s", "\(tenths) 秒")
        case ..<120: return said("\(whole) s", "\(whole) 秒")
        case ..<7200: return said("\(whole / 60) min \(whole % 60) s", "\(whole / 60) 分 \(whole % 60) 秒")
        default: return said("\(whole / 3600) h \(whole / 60 % 60) min", "\(whole / 3600) 小时 \(whole / 60 % 60) 分")
        }
    }
}

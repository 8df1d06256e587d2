import Analysis
import Governance

extension Finding {
    /// What the finding says of the last month, and since when, as a sentence.
    ///
    func sentence(_ clock: RunClock) -> Text {
        guard let last = rows.last else { return Text("") }
        let verdict = Verdict(last.paired.difference)
        switch verdict {
        case .unknown:
            return Text(
                en: "Whether it differs cannot be told: an interval needs at least two replicates with a value.",
                zh: "无法判断是否有差异：至少需要两次有取值的重复才能给出区间。")
        case .unclear:
            return Text(
                en: "No clear difference at month \(last.month): the interval includes 0.",
                zh: "第 \(last.month) 个月无明显差异：区间包含 0。")
        case .higher, .lower:
            let label = verdict.label
            guard let since = lasting?.month, since < last.month else {
                return Text(
                    en: "Clearly \(label.en) in month \(last.month), but not in the month before.",
                    zh: "第 \(last.month) 个月明显\(label.zh)，但前一个月并非如此。")
            }
            return Text(
                en: "Clearly and lastingly \(label.en) from month \(since)\(clock.date(since, in: .en)) on.",
                zh: "自第 \(since) 个月\(clock.date(since, in: .zh))起持续明显\(label.zh)。")
        }
    }
}

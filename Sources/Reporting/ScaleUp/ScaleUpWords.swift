import Analysis
import Governance

/// Sentences that screen and page share.
extension ScaleUpReport {
    var unit: String { Observable.named(study.observable)?.unit ?? "" }

    var subject: Text { Observable.named(study.observable)?.meaning ?? Text(study.observable) }

    /// What was done.
    var headline: Text {
        let (from, until) = (study.window.lowerBound, study.window.upperBound)
        return Text(
            en: "\(study.pilots) pilots; all others follow after \(study.expansion) months. Effect on: \(subject.en), "
                + "months \(from) to \(until) after a community joined, against the same communities where nobody joins; "
                + "\(study.replicates) replicates, seed \(study.seed).",
            zh: "\(study.pilots) 个试点，\(study.expansion) 个月后其余社区全部加入。效果指标：\(subject.zh)，取社区加入后第 \(from)–\(until) 个月，"
                + "与无社区加入时的同一社区相比；\(study.replicates) 次重复，随机种子 \(study.seed)。")
    }

    var legend: Text {
        Text(
            en: "Retention: effect a community at scale, of that in the pilots while they are the only ones. "
                + "Its parts, in per cent of the pilots' effect: "
                + ScaleUpPart.allCases.map { "\($0.label.en) - \($0.meaning.en)" }.joined(separator: "; ")
                + ". They sum to retention less 100. Intervals are of 95 % (Fieller's for ratios); runs share their draws.",
            zh: "保留率：全面推广时每个社区的效果占仅有试点时试点效果的比例。各部分以试点效果的百分比计："
                + ScaleUpPart.allCases.map { "\($0.label.zh)——\($0.meaning.zh)" }.joined(separator: "；")
                + "。各部分之和等于保留率减 100。区间均为 95%（比值用 Fieller 区间）；各次运行共用随机数。")
    }

    /// How many trainers keep the share asked for.
    func needed(_ curve: TrainersCurve) -> Text {
        let share = NumberText.fixed(100 * curve.keep, decimals: 0) ?? ""
        let now = workers(1)
        let head = Text(en: "\(curve.size) communities: ", zh: "\(curve.size) 个社区：")
        switch curve.needed {
        case .enough:
            return head
                + Text(
                    en:
                        "\(share) % of the pilots' effect is kept with the \(now) trainers that there are; fewer may do.",
                    zh: "现有 \(now) 名培训者即可保留试点效果的 \(share)%，更少或许也够。")
        case .times(let times, let interval):
            let (low, high) = (workers(interval.lowerBound), workers(interval.upperBound))
            let cost = NumberText.fixed(study.yuanAYear(times: times), decimals: 0) ?? ""
            return head
                + Text(
                    en: "\(workers(times)) trainers [\(low), \(high)] keep \(share) % of the pilots' effect, "
                        + "\(cost) yuan a year; there are \(now).",
                    zh: "保留试点效果的 \(share)% 需要 \(workers(times)) 名培训者 [\(low), \(high)]，每年 \(cost) 元；现有 \(now) 名。")
        case .none(let most):
            return head
                + Text(
                    en:
                        "not even \(workers(most)) trainers, as many for each community as pilots had, keep \(share) % of the "
                        + "pilots' effect: what is lost is not for want of trainers.",
                    zh: "即使有 \(workers(most)) 名培训者（人均与试点相同）也无法保留试点效果的 \(share)%：损失并非因培训者不足。")
        case .undefined:
            return head
                + Text(en: "the pilots have no effect to keep.", zh: "试点没有可保留的效果。")
        }
    }

    func workers(_ times: Double) -> String {
        let count = times * study.trainers
        return NumberText.fixed(count, decimals: count < 10 ? 1 : 0) ?? ""
    }

    /// Whether the signal tells anything.
    func worth(_ signal: SignalWorth) -> Text {
        let number = { (value: Double) in NumberText.fixed(value, decimals: 2, minus: "\u{2212}") ?? "" }
        let range = "[\(number(signal.interval.lowerBound)), \(number(signal.interval.upperBound))]"
        let tells =
            signal.interval.lowerBound > 0
            ? Text(en: "it tells something", zh: "该信号有信息量")
            : signal.interval.upperBound < 0
                ? Text(en: "it points the wrong way", zh: "该信号方向相反")
                : Text(en: "it may be noise", zh: "该信号可能只是噪声")
        return Text(
            en: "Rank correlation of the signal with what communities drawn by lot gain as pilots: "
                + "\(number(signal.correlation)) \(range) over \(signal.count); \(tells.en).",
            zh: "信号与随机抽取的社区作为试点所获效果的秩相关：\(number(signal.correlation)) \(range)，共 \(signal.count) 个；\(tells.zh)。")
    }

    /// What has to be known before the numbers are believed.
    var cautions: [Text] {
        var cautions: [Text] = []
        let left = findings.filter { abs($0.left.city - $0.left.alone) > 0.1 }
        if let first = left.first {
            let number = { (value: Double) in NumberText.fixed(value, decimals: 1) ?? "" }
            cautions.append(
                Text(
                    en: "Outside organisations gave up for lack of money: \(number(first.left.city)) a run at scale, "
                        + "\(number(first.left.alone)) where pilots were alone. What follows from that is no dilution.",
                    zh:
                        "有外来组织因资金不足退出：全面推广时每次运行 \(number(first.left.city)) 个，仅有试点时 \(number(first.left.alone)) 个。由此产生的变化并非稀释。"
                ))
        }
        if study.people < 1 {
            let share = NumberText.fixed(100 * study.people, decimals: 0) ?? ""
            cautions.append(
                Text(
                    en:
                        "Communities were lived with \(share) % of their people. Committees, trainers and seats are what they "
                        + "were, so that each resident has more of them: effects are larger than in whole communities, dilution "
                        + "is smaller, and there is room for fewer organisations.",
                    zh: "各社区只模拟了 \(share)% 的人口，而居委会、培训者与活动名额不变，人均更多：效果大于完整社区，稀释偏小，可容纳的居民组织也更少。"
                ))
        }
        return cautions
    }
}

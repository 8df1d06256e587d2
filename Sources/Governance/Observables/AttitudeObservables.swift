extension Observable.Definition {
    static let attitudes: [Self] =
        TrustSubject.allCases.map { subject in
            let (lane, name) = (subject.lane, subject.label)
            return index(
                "trust.\(subject.rawValue)", "mean of trust", "trust in \(name.en)", "对\(name.zh)的信任"
            ) { $0.trust[lane] }
        }
        + [
            index("spirit", "mean of spirit", "public spirit", "公共精神") { $0.attitudes[0] },
            index("efficacy", "mean of efficacy", "sense that one's say changes something", "效能感") { $0.attitudes[1] },
            index("skill", "mean of skill", "skill in deliberation", "议事能力") { $0.attitudes[2] },
            index("fatigue", "mean of fatigue", "fatigue of those who take part", "参与疲劳") { $0.attitudes[3] },
            Self(
                "ties.mean", "ties", "ties within the community / residents", 0...Double(ResidentBlock.tieSlots),
                "mean ties of a resident within the community", "居民在社区内的平均关系数"
            ) { ratio(Double($0.ties), Double($0.residents)) },
            share(
                "ties.isolated", "residents without a tie there / residents",
                "residents without a tie in the community", "无社区内关系的居民占比"
            ) {
                Double($0.isolated)
            },
            share(
                "ties.newcomers", "residents who moved in this month / residents", "residents who have just moved in",
                "当月迁入居民占比"
            ) { Double($0.events.moved) },
        ]

    static let needs: [Self] =
        [
            share("need.mean", "mean over residents and domains", "unmet need", "未满足需求") {
                $0.need.treeSum / Double(Domain.count)
            },
            Self(
                "need.vulnerable", "share", "the same over the vulnerable", 0...1, "unmet need of the vulnerable",
                "弱势居民的未满足需求"
            ) { tally in
                ratio(
                    tally.needVulnerable.treeSum / Double(Domain.count),
                    Double(tally.rungs.count(.vulnerable)))
            },
            Self(
                "need.gini", "share", "Gini of residents' mean need over domains, from 256 classes", 0...1,
                "inequality of need", "需求不平等（基尼系数）", { $0.gini }),
            share("satisfaction", "1 - need.mean", "needs that are met", "需求满足程度") {
                Double($0.residents) - $0.need.treeSum / Double(Domain.count)
            },
        ]
        + Domain.allCases.map { domain in
            share(
                "need.\(domain.rawValue)", "mean over residents", "unmet need: \(domain.label.en)",
                "未满足需求：\(domain.label.zh)"
            ) { $0.need[domain.index] }
        }
}

extension Tally {
    /// Gini of need by classes, each at its middle: (sum over classes of share x (2 x share below + own share - 1) x
    /// value) / mean.
    var gini: Double {
        var (below, sum, mean) = (0.0, 0.0, 0.0)
        for (bin, count) in needs.enumerated() where count > 0 {
            let share = Double(count) / Double(max(1, residents))
            let value = (Double(bin) + 0.5) / Double(Self.needBins)
            sum += share * (2 * below + share - 1) * value
            mean += share * value
            below += share
        }
        return mean > 0 ? sum / mean : .nan
    }
}

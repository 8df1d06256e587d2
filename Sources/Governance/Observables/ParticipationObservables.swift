extension Observable.Definition {
    static let participation: [Self] =
        [
            reached(1, .all), reached(2, .all), reached(3, .all),
        ]
        + Rung.allCases.map { rung in
            let name = rung.label
            return share(
                "participation.rung\(rung.rawValue)", "residents at rung \(rung.rawValue) / residents",
                "residents at rung \(rung.rawValue) (\(name.en))", "处于第 \(rung.rawValue) 级（\(name.zh)）的居民占比"
            ) { Double($0.rungs.count(.all, from: rung.rawValue, to: rung.rawValue)) }
        }
        + [
            Self(
                "participation.oldShare", "share", "residents of 60+ at rung 1+ / residents at rung 1+", 0...1,
                "share of people of 60 and older among those who take part", "参与者中 60 岁及以上者占比"
            ) { tally in
                ratio(Double(tally.rungs.count(.old, from: 1)), Double(tally.rungs.count(.all, from: 1)))
            }
        ]
        + ResidentGroup.allCases.dropFirst().flatMap { group in (1...4).map { reached($0, group) } }
        + [
            share("engagement.invited", "invitations / residents", "residents invited", "受邀居民占比") {
                Double($0.invited)
            },
            share("engagement.turnedAway", "turned away / residents", "residents who found no seat", "未获名额居民占比") {
                Double($0.turnedAway)
            },
        ]

    /// The share of a group that reached a rung or a higher one.
    private static func reached(_ rung: Int, _ group: ResidentGroup) -> Self {
        Self(
            "participation.rung\(rung)plus" + (group == .all ? "" : ".\(group.name)"), "share",
            "\(group == .all ? "" : "\(group.name) ")residents at rung \(rung) or above / all of them", 0...1,
            "\(group.label.en) at rung \(rung) or above", "\(group.label.zh)中第 \(rung) 级及以上占比"
        ) { tally in
            ratio(Double(tally.rungs.count(group, from: rung)), Double(tally.rungs.count(group)))
        }
    }
}

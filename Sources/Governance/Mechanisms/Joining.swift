import Numerics

/// Pilots are chosen and join, and later all others do.
///
///     signal_c = sum over measures m of weight_m z_m(c);  m: mean leadership, mean ties, idle space a resident, the
///                committee's facilitation, as they are in the month of the choice; z over those to choose among
///     best: the highest signals;  random: the highest u_c;  volunteers: the highest z(orientation) + z(share who take part) + g_c
///     at the expansion: staff, contracts x growth J / S;  pilots' weights in attention x S / J
///
/// u_c is uniform and g_c Gumbel, so that volunteers come forward with chances in proportion to e to their sum; J are those who
/// have joined, S those among whom trainers and attention are shared. S is J in every scenario: hours, staff and attention are
/// then as many as they are, and what each community has of them is what is left by the others. Standard scores of what does
/// not vary are 0. All that is seen lasts: leadership is residents' own, a committee's start its community's
/// (``People/Variation``), ties and space are the place's.
///
/// Reads: residents, committees, last month's rungs. Writes: arrivals, groups, sizes of organisations, crowding. Draws: one number a
/// community, by its identity. Source: design, section 7; Song and Lu (2020) on pilots chosen for what they promised;
/// Al-Ubaydli, List and Suskind (2017) on why effects of pilots do not carry over.
enum Joining {
    static func step(_ world: World, _ month: Month) {
        guard let rollout = month.run.specification.rollout else { return }
        if month.date == rollout.at { choose(rollout, world, month) }
        if let expansion = rollout.expansion, month.date == rollout.at + expansion { expand(rollout, expansion, world) }
    }

    /// Puts a community of the beginning into the group of those who have not joined.
    static func begin(_ community: inout Community, _ rollout: Rollout) {
        community.groups.removeAll { $0 == rollout.group || $0 == rollout.others }
        if let others = rollout.others { community.groups.append(others) }
    }

    private static func choose(_ rollout: Rollout, _ world: World, _ month: Month) {
        let frame = world.communities.indices.filter {
            let own = world.communities[$0].specification
            return rollout.among.includes(own.id, groups: own.groups)
        }
        let signals = sums(of: frame.map { measures(world.communities[$0]) }, by: rollout.signal.weights)
        for (c, signal) in zip(frame, signals) { world.communities[c].arrival.signal = signal }
        let scores = scores(of: frame, signals, rollout, world, month)
        let ranked = zip(frame, scores).filter { $0.1 > -.infinity }
            .sorted { ($1.1, world.communities[$0.0].id) < ($0.1, world.communities[$1.0].id) }
        for (c, _) in ranked.prefix(rollout.pilots) { join(&world.communities[c], rollout, lag: 0) }
    }

    /// What decides, for each community of the frame; minus infinity where it is no candidate.
    private static func scores(
        of frame: [Int], _ signals: [Double], _ rollout: Rollout, _ world: World, _ month: Month
    ) -> [Double] {
        let stream = month.stream("rollout")
        func uniform(_ c: Int) -> Double {
            var draws = stream.draws(agent: world.communities[c].identity, month: UInt32(rollout.lot))
            return draws.uniform()
        }
        switch rollout.choice {
        case .best: return signals
        case .random: return frame.map(uniform)
        case .named:
            return frame.map { world.communities[$0].specification.groups.contains(rollout.group) ? 0 : -.infinity }
        case .volunteers:
            let seen = frame.map { c -> [Double] in
                let community = world.communities[c]
                return [
                    community.committee.orientation,
                    community.engagement.share(from: .attends, of: community.residents.count),
                ]
            }
            return zip(sums(of: seen, by: [1, 1]), frame).map { $0 - Portable.log(-Portable.log(uniform($1))) }
        }
    }

    /// Mean leadership, mean ties, idle space a resident, the committee's facilitation.
    static func measures(_ community: Community) -> [Double] {
        let residents = community.residents
        var (leadership, ties) = (0.0, 0.0)
        for i in 0..<residents.count {
            leadership += Double(residents.leadership[i])
            ties += Double(residents.tieCount[i])
        }
        let count = Double(max(1, residents.count))
        return [
            leadership / count, ties / count, community.specification.idleSpace / count,
            community.committee.facilitation,
        ]
    }

    /// Weighted sums of standard scores, row by row.
    static func sums(of rows: [[Double]], by weights: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: rows.count)
        for (place, weight) in weights.enumerated() where weight != 0 {
            let column = rows.map { $0[place] }
            let mean = column.reduce(0, +) / Double(max(1, column.count))
            let deviation = (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, column.count)))
                .squareRoot()
            // What only rounding tells apart does not vary.
            guard deviation > 1e-9 * abs(mean) else { continue }
            for row in rows.indices { sums[row] += weight * (column[row] - mean) / deviation }
        }
        return sums
    }

    private static func expand(_ rollout: Rollout, _ expansion: Int, _ world: World) {
        for c in world.communities.indices where world.communities[c].arrival.lag == nil {
            join(&world.communities[c], rollout, lag: expansion)
        }
        let joined = world.communities.count
        let crowding = Double(rollout.sharers ?? joined) / Double(joined)
        world.government.crowding = crowding
        for o in world.organisations.indices { world.organisations[o].size = rollout.growth / crowding }
    }

    private static func join(_ community: inout Community, _ rollout: Rollout, lag: Int) {
        community.arrival.lag = lag
        community.groups.removeAll { $0 == rollout.others }
        community.groups.append(rollout.group)
    }
}

extension Community {
    /// Months by which what is dated for that selection comes later here.
    func lag(in selection: CommunitySelection, _ rollout: Rollout?) -> Int {
        guard let rollout, selection == .group(rollout.group) else { return 0 }
        return arrival.lag ?? 0
    }
}

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
    static func step(_ world: World, _ month: Month) throws(ModelError) {
        guard let rollout = month.run.specification.rollout else { return }
        if month.date == rollout.at { try choose(rollout, world, month) }
        if let expansion = rollout.expansion, month.date == rollout.at + expansion { expand(rollout, expansion, world) }
    }

    /// Puts a community of the beginning into the group of those who have not joined.
    static func begin(_ community: inout Community, _ rollout: Rollout) {
        community.groups = community.specification.groupsAtStart(rollout)
    }

    /// What is seen of a community: ``measures(_:)`` in their order, and what makes volunteers.
    private struct Sight: BitwiseCopyable {
        let leadership: Double
        let ties: Double
        let idleSpace: Double
        let facilitation: Double
        let orientation: Double
        let takingPart: Double

        init(_ community: Community) {
            let measures = Joining.measures(community)
            (leadership, ties, idleSpace, facilitation) = (measures[0], measures[1], measures[2], measures[3])
            orientation = community.committee.orientation
            takingPart = community.engagement.share(from: .attends, of: community.residents.count)
        }
    }

    private static func choose(_ rollout: Rollout, _ world: World, _ month: Month) throws(ModelError) {
        let frame = world.roster.specifications.indices.filter {
            let own = world.roster.specifications[$0]
            return rollout.among.includes(own.id, groups: own.groups)
        }
        let sights = try world.everywhere("Joining", Sight.init)
        let seen = frame.map { sights[$0] }
        let signals = sums(
            of: seen.map { [$0.leadership, $0.ties, $0.idleSpace, $0.facilitation] }, by: rollout.signal.weights)
        for (place, signal) in zip(frame, signals) { world.change(place) { $0.arrival.signal = signal } }
        let scores = scores(of: frame, seen, signals, rollout, world, month)
        let ranked = zip(frame, scores).filter { $0.1 > -.infinity }
            .sorted {
                ($1.1, world.roster.specifications[$0.0].id) < ($0.1, world.roster.specifications[$1.0].id)
            }
        for (place, _) in ranked.prefix(rollout.pilots) { world.change(place) { join(&$0, rollout, lag: 0) } }
    }

    /// What decides, for each community of the frame; minus infinity where it is no candidate.
    private static func scores(
        of frame: [Int], _ seen: [Sight], _ signals: [Double], _ rollout: Rollout, _ world: World, _ month: Month
    ) -> [Double] {
        let stream = month.stream("rollout")
        func uniform(_ place: Int) -> Double {
            var draws = stream.draws(agent: world.roster.identities[place], month: UInt32(rollout.lot))
            return draws.uniform()
        }
        switch rollout.choice {
        case .best: return signals
        case .random: return frame.map(uniform)
        case .named:
            return frame.map { world.roster.specifications[$0].groups.contains(rollout.group) ? 0 : -.infinity }
        case .volunteers:
            let will = sums(of: seen.map { [$0.orientation, $0.takingPart] }, by: [1, 1])
            return zip(will, frame).map { $0 - Portable.log(-Portable.log(uniform($1))) }
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
        let joined = world.roster.count
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

extension CommunitySpecification {
    /// The groups that it is in before anything happens: of a regime that is rolled out, those who have not joined.
    func groupsAtStart(_ rollout: Rollout?) -> [String] {
        guard let rollout else { return groups }
        return groups.filter { $0 != rollout.group && $0 != rollout.others } + (rollout.others.map { [$0] } ?? [])
    }
}

extension Community {
    /// Months by which what is dated for that selection comes later here.
    func lag(in selection: CommunitySelection, _ rollout: Rollout?) -> Int {
        guard let rollout, selection == .group(rollout.group) else { return 0 }
        return arrival.lag ?? 0
    }
}

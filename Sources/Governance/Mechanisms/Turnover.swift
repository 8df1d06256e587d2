import Numerics

/// People move away, and others move into their dwellings.
///
///     chance to move a month = m_own (owners, resettled) or m_rent (tenants), times y_move below 30, o_move from 60
///
/// Who moves in is of the same age group and tenure, as the dwelling is, so that a community keeps its make-up; all else
/// about it is drawn as at the start (``Population``). It takes part in nothing yet: no ties, no organisation, no habit,
/// attitudes of those whom nothing here has shaped. Needs stay, as the place does, and follow the newcomer's own
/// exposure from then on; so do kin and colleagues elsewhere. A leader who moves is followed as one who gives up
/// (``ResidentOrganisations``). The number of residents never changes. Rows are looked at by geometric jumps at the
/// highest of the chances, and moves thinned to each one's own: who moves depends on dwellings and chance alone, so that
/// scenarios that share people and seed share movers.
///
/// Reads: traits, organisations. Writes: all of a mover's row, its ties and membership, counts of traits. Draws: one
/// sequence a community, one a mover. Update: one by one, in order of rows. Source: Song and Zhang
/// (2020) on comings and goings that make neighbours strangers; Sampson (1988): where people stay, they know one another
/// and take part.
enum Turnover {
    struct Parameters: Sendable, Equatable {
        var settled = 0.004
        var tenants = 0.025
        var young = 1.5
        var old = 0.4

        /// Chance that a resident moves away in a month.
        func chance(_ traits: Traits) -> Double {
            let usual = traits.tenure == .tenant ? tenants : settled
            switch traits.age {
            case .young: return min(1, usual * young)
            case .middle: return usual
            case .old: return min(1, usual * old)
            }
        }
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "turnover.settled", "m_own", "1/month", 0.002...0.006, .assumed("a home is kept about 20 years; +-50 %"),
            \.turnover.settled, "chance that an owner or resettled resident of 30 to 59 moves", "30-59 岁业主与回迁居民的月搬离率"),
        ParameterField(
            "turnover.tenants", "m_rent", "1/month", 0.01...0.04, .assumed("a tenancy lasts two to eight years"),
            \.turnover.tenants, "the same of a tenant", "30-59 岁租户的月搬离率"),
        ParameterField(
            "turnover.young", "y_move", "1", 1...2, .assumed("moves are most frequent in one's twenties"),
            \.turnover.young, "its factor below 30", "30 岁以下的系数"),
        ParameterField(
            "turnover.old", "o_move", "1", 0.2...0.6, .assumed("rare in old age; +-50 %"), \.turnover.old,
            "its factor from 60", "60 岁及以上的系数"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        guard let type = month.run.specification.people.types.first(where: { $0.id == community.specification.type }),
            var movers = Movers(community, month, number: month.number)
        else { return }
        while let row = movers.next() { replace(row, type, &community, month) }
    }

    /// Rows of those who move away in a month, in order.
    struct Movers {
        private let residents: ResidentBlock
        private let chances: [Double]
        private let most: Double
        private let jump: Double
        private var draws: Draws
        private var row = 0

        /// - Parameter number: the month's; since who moves depends on dwellings and chance alone, any month of the run will do.
        init?(_ community: borrowing Community, _ month: Month, number: UInt32) {
            let p = month.run.parameters.turnover
            residents = community.residents
            chances = (0...UInt8.max).map { p.chance(Traits(rawValue: $0)) }
            most = min(0.999, chances.max() ?? 0)
            guard most > 0 else { return nil }
            jump = 1 / Portable.log(1 - most)
            draws = month.stream("turnover").draws(agent: community.identity, month: number)
        }

        mutating func next() -> Int? {
            while true {
                let ahead = Portable.log(1 - draws.uniform()) * jump
                guard ahead < Double(residents.count - row) else { return nil }
                row += Int(ahead)
                residents.fetch(row)
                let mover = row
                row += 1
                if draws.bernoulli(min(1, chances[Int(residents.traits[mover])] / most)) { return mover }
            }
        }
    }

    /// The months of the run, burn-in included, in which those who live in rows moved in; none for those there from the start.
    static func arrivals(in community: Community, by month: Month) -> [Int: UInt32] {
        var arrivals: [Int: UInt32] = [:]
        for number in 1...month.number {
            guard var movers = Movers(community, month, number: number) else { break }
            while let row = movers.next() { arrivals[row] = number }
        }
        return arrivals
    }

    /// One resident goes, another comes.
    static func replace(_ row: Int, _ type: CommunityType, _ community: inout Community, _ month: Month) {
        let residents = community.residents
        ResidentOrganisations.leave(row, &community)
        while residents.tieCount[row] > 0 { residents.removeTie(row, slot: Int(residents.tieCount[row]) - 1) }
        let before = Traits(rawValue: residents.traits[row])
        var draws = month.stream("turnover.newcomers").draws(
            agent: Identity.compose(community.identity, UInt64(row)), month: month.number)
        Population.arrive(
            in: residents, row, like: before, type, &draws, month.run.parameters,
            leadershipExponent: community.leadershipExponent)
        community.note(Traits(rawValue: residents.traits[row]), insteadOf: before)
        (residents.rung[row], residents.fatigue[row]) = (0, 0)
        if !community.voted.isEmpty { community.voted[row] = 0 }
        if !community.acquainted.isEmpty { community.acquainted[row] = 0 }
        community.events.moved += 1
    }
}

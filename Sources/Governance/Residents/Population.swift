import Numerics

/// Who the residents are at the start: traits, attitudes and ties, drawn from the shares of the community's type.
///
///     traits ~ Bernoulli or categorical by the type's shares; income ~ log-normal
///     leadership ~ beta(a_lead, b_lead) to the power e_c; attitudes ~ normal(their start, s_start) cut to 0...1
///     standing = N(0, s_taste) - c_young, c_middle or c_old by age - [tenant] c_tenant
///     a resident ties itself to Poisson(m / 2) others of its building, and to Poisson(m' / 2) others of the community;
///     to at most two residents of other communities by Poisson(m'')
///
/// m, m', m'' are the type's mean ties; e_c is 1, or the community's own where communities vary (``People/Variation``). Resident organisations of the start are culture teams around a resident of 60
/// or older, or whoever leads best among n_cand drawn, with neighbours of its building. Draws: three sequences a
/// resident, one a community. Source: the design; Song on culture teams as the organisations that every community has.
enum Population {
    struct Parameters: Sendable, Equatable {
        var taste = 1.0
        var costYoung = 2.5
        var costMiddle = 2.9
        var costOld = 0.07
        var costTenant = 0.4
        var spread = 0.15
        var spirit = 0.35
        var efficacy = 0.15
        var trustCommittee = 0.45
        var trustOrganisation = 0.4
        var trustGovernment = 0.5
        var trustNeighbours = 0.5
        var need = 0.5
        var habit = 0.05
        var leadershipHigh = 2.0
        var leadershipLow = 5.0
        var teamSize = 12.0
        var teamCandidates = 16.0
    }

    /// Fills the rows of a community of that type; ties within it included.
    static func settle(
        _ block: ResidentBlock, type: CommunityType, buildings: [UInt16], identity: UInt64, stream: Stream,
        _ parameters: Governance.Parameters, leadershipExponent: Double = 1
    ) {
        let p = parameters.population
        for b in 0..<(buildings.count - 1) {
            for i in Int(buildings[b])..<Int(buildings[b + 1]) {
                var draws = stream.draws(agent: Identity.compose(identity, UInt64(i)), month: 0)
                let age = AgeGroup.allCases[draws.categorical(type.age)]
                let tenure = Tenure.allCases[draws.categorical(type.tenure)]
                fill(block, i, traits(type, age, tenure, &draws), type, &draws, parameters, leadershipExponent)
                block.habit[i] = Float(p.habit)
                block.need[i] = SIMD8(repeating: Float(p.need))
            }
        }
        tie(block, type: type, buildings: buildings, identity: identity, stream: stream)
    }

    /// Fills the row of one who moves into the dwelling of `before`; needs stay, habit is none.
    static func arrive(
        in block: ResidentBlock, _ i: Int, like before: Traits, _ type: CommunityType, _ draws: inout Draws,
        _ parameters: Governance.Parameters, leadershipExponent: Double = 1
    ) {
        fill(block, i, traits(type, before.age, before.tenure, &draws), type, &draws, parameters, leadershipExponent)
        block.habit[i] = 0
    }

    private static func fill(
        _ block: ResidentBlock, _ i: Int, _ traits: Traits, _ type: CommunityType, _ draws: inout Draws,
        _ parameters: Governance.Parameters, _ leadershipExponent: Double
    ) {
        let p = parameters.population
        block.traits[i] = traits.rawValue
        block.income[i] = Float(draws.lognormal(median: type.incomeMedian, logSd: type.incomeSpread))
        block.standing[i] = Float(draws.normal(mean: 0, sd: p.taste) - cost(traits, p))
        let leadership = draws.beta(p.leadershipHigh, p.leadershipLow)
        block.leadership[i] = Float(
            leadershipExponent == 1 ? leadership : Portable.exp(leadershipExponent * Portable.log(leadership)))
        attitudes(block, i, &draws, parameters)
    }

    /// What taking part costs a resident as long as it lives.
    static func cost(_ traits: Traits, _ p: Parameters) -> Double {
        let byAge =
            switch traits.age {
            case .young: p.costYoung
            case .middle: p.costMiddle
            case .old: p.costOld
            }
        return byAge + (traits.tenure == .tenant ? p.costTenant : 0)
    }

    private static func traits(
        _ type: CommunityType, _ age: AgeGroup, _ tenure: Tenure, _ draws: inout Draws
    ) -> Traits {
        let hasChildren = draws.bernoulli(type.children)
        return Traits(
            age: age, children: age != .old && hasChildren, vulnerable: draws.bernoulli(type.vulnerable),
            migrant: draws.bernoulli(type.migrants), tenure: tenure, partyMember: draws.bernoulli(type.partyMembers))
    }

    private static func attitudes(
        _ block: ResidentBlock, _ i: Int, _ draws: inout Draws, _ parameters: Governance.Parameters
    ) {
        let p = parameters.population
        func draw(_ mean: Double) -> Float { Float(max(0, min(1, draws.normal(mean: mean, sd: p.spread)))) }
        block.spirit[i] = draw(p.spirit)
        block.efficacy[i] = draw(p.efficacy)
        block.trust[i] = SIMD4(
            draw(p.trustCommittee), draw(p.trustOrganisation), draw(p.trustGovernment), draw(p.trustNeighbours))
        block.skill[i] = Float(parameters.learning.restingSkill)
    }

    private static func tie(
        _ block: ResidentBlock, type: CommunityType, buildings: [UInt16], identity: UInt64, stream: Stream
    ) {
        for b in 0..<(buildings.count - 1) {
            let (first, size) = (Int(buildings[b]), Int(buildings[b + 1] - buildings[b]))
            for i in first..<(first + size) {
                var draws = stream.draws(agent: Identity.compose(identity, UInt64(i), 1), month: 0)
                for _ in 0..<draws.poisson(mean: type.tiesBuilding / 2) {
                    block.addTie(i, first + draws.integer(below: size))
                }
                for _ in 0..<draws.poisson(mean: type.tiesCommunity / 2) {
                    block.addTie(i, draws.integer(below: block.count))
                }
            }
        }
    }

    /// The ties that lead from community `c` to others, in the order of the places they lead to.
    ///
    /// - Parameter ends: residents in all communities before each, and at the end in all.
    static func farTies(
        of c: Int, type: CommunityType, ends: [Int], identity: UInt64, stream: Stream
    ) -> [FarTie] {
        let (before, count) = (ends[c], ends[c + 1] - ends[c])
        let others = ends[ends.count - 1] - count
        guard others > 0, type.tiesBeyond > 0 else { return [] }
        var ties: [FarTie] = []
        for i in 0..<count {
            var draws = stream.draws(agent: Identity.compose(identity, UInt64(i), 2), month: 0)
            for _ in 0..<min(2, draws.poisson(mean: type.tiesBeyond)) {
                let drawn = draws.integer(below: others)
                let place = drawn < before ? drawn : drawn + count
                let target = Self.place(place, in: ends)
                ties.append(
                    FarTie(
                        from: UInt16(truncatingIfNeeded: i), community: UInt32(target),
                        to: UInt16(truncatingIfNeeded: place - ends[target])))
            }
        }
        return ties.sorted { ($0.community, $0.to, $0.from) < ($1.community, $1.to, $1.from) }
    }

    /// The last index whose start is not above `place`.
    private static func place(_ place: Int, in starts: [Int]) -> Int {
        var (low, high) = (0, starts.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }

    /// The organisations that are there at the start, by draws of their own.
    static func foundTeams(in community: inout Community, type: CommunityType, draws sequence: Draws, _ p: Parameters) {
        let residents = community.residents
        let wanted = Int((type.initialOrganisations * Double(residents.count) / 1000).rounded())
        var draws = sequence
        for _ in 0..<wanted {
            let candidates = (0..<Int(p.teamCandidates)).map { _ in draws.integer(below: residents.count) }
                .filter { residents.membership[$0] == 0 }
            guard let leader = candidates.max(by: { promise($0, residents) < promise($1, residents) }) else { continue }
            let building = community.building(of: leader)
            var members: [UInt16] = []
            for _ in 0..<Int(2 * p.teamSize) where members.count < Int(p.teamSize) - 1 {
                let i = building.lowerBound + draws.integer(below: building.count)
                let row = UInt16(truncatingIfNeeded: i)
                guard i != leader, residents.membership[i] == 0, !members.contains(row) else { continue }
                members.append(row)
            }
            community.add(founder: leader, members: members, domain: .culture, month: 0)
        }
    }

    private static func promise(_ i: Int, _ residents: ResidentBlock) -> Float {
        residents.leadership[i] + (Traits(rawValue: residents.traits[i]).age == .old ? 1 : 0)
    }
}

extension Population {
    private static func start(
        _ name: String, _ symbol: String, _ range: ClosedRange<Double>,
        _ path: WritableKeyPath<Governance.Parameters, Double> & Sendable, _ en: String, _ zh: String
    ) -> ParameterField {
        ParameterField(
            "population.\(name)", symbol, "share", range, .assumed("start; burn-in forgets most of it; +-40 %"), path,
            en, zh)
    }

    private static func cost(
        _ name: String, _ symbol: String, _ range: ClosedRange<Double>,
        _ path: WritableKeyPath<Governance.Parameters, Double> & Sendable, _ en: String, _ zh: String,
        within: String = "+-40 %", from origin: String = "calibrated to levels; range of the design"
    ) -> ParameterField {
        ParameterField(
            "population.\(name)", symbol, "utility", range, .estimated("\(origin), \(within)"), path, en, zh)
    }

    static let fields: [ParameterField] = [
        cost(
            "taste", "s_taste", 0.72...1.68, \.population.taste, "spread of the lasting taste for taking part",
            "参与偏好的标准差"),
        cost(
            "costYoung", "c_young", 1.44...3.36, \.population.costYoung, "cost of taking part below 30", "30 岁以下的参与成本"),
        cost("costMiddle", "c_middle", 1.68...3.92, \.population.costMiddle, "cost from 30 to 59", "30-59 岁的参与成本"),
        cost("costOld", "c_old", 0...0.4, \.population.costOld, "cost from 60", "60 岁及以上的参与成本", within: "up to 0.4"),
        cost(
            "costTenant", "c_tenant", 0.24...0.56, \.population.costTenant, "cost added for tenants", "租户的附加成本",
            from: "prototype’s baseline"),
        start("spread", "s_start", 0.09...0.21, \.population.spread, "spread of attitudes at the start", "初始态度的标准差"),
        start("spirit", "S_start", 0.21...0.49, \.population.spirit, "public spirit at the start", "初始公共精神"),
        start("efficacy", "E_start", 0.09...0.21, \.population.efficacy, "efficacy at the start", "初始效能感"),
        start(
            "trustCommittee", "T_com", 0.27...0.63, \.population.trustCommittee, "trust in the committee at the start",
            "对居委会的初始信任"),
        start(
            "trustOrganisation", "T_soc", 0.24...0.56, \.population.trustOrganisation,
            "trust in social organisations at the start", "对社会组织的初始信任"),
        start(
            "trustGovernment", "T_gov", 0.3...0.7, \.population.trustGovernment, "trust in government at the start",
            "对政府的初始信任"),
        start(
            "trustNeighbours", "T_nei", 0.3...0.7, \.population.trustNeighbours, "trust in neighbours at the start",
            "对邻里的初始信任"),
        start("need", "n_start", 0.3...0.7, \.population.need, "need at the start", "初始需求"),
        start("habit", "H_start", 0.03...0.07, \.population.habit, "habit at the start", "初始习惯"),
        ParameterField(
            "population.leadershipHigh", "a_lead", "1", 1.2...2.8, .assumed("few lead: a mean of 2/7; +-40 %"),
            \.population.leadershipHigh, "first parameter of leadership's beta distribution", "领导力贝塔分布的第一参数"),
        ParameterField(
            "population.leadershipLow", "b_lead", "1", 3...7, .assumed("few lead: a mean of 2/7; +-40 %"),
            \.population.leadershipLow, "second parameter of leadership's beta distribution", "领导力贝塔分布的第二参数"),
        ParameterField(
            "population.teamCandidates", "n_cand", "residents", 10...22, .assumed("+-40 %"),
            \.population.teamCandidates, "residents of whom the best leads an organisation at the start",
            "初始居民组织负责人的候选人数"),
        ParameterField(
            "population.teamSize", "n_team", "residents", 7...17, .assumed("a dance team; +-40 %"),
            \.population.teamSize, "members of a resident organisation at the start", "初始居民组织人数"),
    ]
}

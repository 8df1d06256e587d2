import Numerics

/// How communities come to be from a scenario.
struct Founding {
    private let specifications: [CommunitySpecification]
    private let types: [CommunityType]
    private let counts: [Int]
    /// All communities, and those that are to live here.
    let roster: Roster

    /// Looks at what the scenario says of all communities.
    init(_ run: RunContext, _ company: Company? = nil) throws(WorldError) {
        let people = run.specification.people
        specifications = people.communities.sorted { $0.id < $1.id }
        counts = specifications.map { $0.adults(share: people.adultShare) }
        try Self.check(specifications, counts)
        let known = Dictionary(people.types.map { ($0.id, $0) }) { first, _ in first }
        let district = run.specification.district
        // By their ids, as communities: the order of the file decides nothing.
        let inOrder = district.streets.map(\.id).sorted()
        let streets = Dictionary(inOrder.indices.map { (inOrder[$0], $0) }) { first, _ in first }
        var places: [(type: CommunityType, street: Int)] = []
        for specification in specifications {
            guard let type = known[specification.type] else {
                throw .unknownType(community: specification.id, type: specification.type)
            }
            guard let street = streets[specification.street] else {
                throw .unknownStreet(community: specification.id, street: specification.street)
            }
            places.append((type, street))
        }
        types = places.map(\.type)
        let homes = company.map(\.count).map { [counts] in Roster.homes(counts, processes: $0) }
        roster = Roster(
            specifications, streets: places.map(\.street), district: district, homes: homes ?? [],
            place: company?.place ?? 0)
    }

    /// The communities that live here, sorted by id, peopled and tied; worked on by so many threads.
    func communities(_ run: RunContext, threads: Int) -> [Community] {
        var communities = frames(run)
        var ends = [0]
        for count in counts { ends.append(ends[ends.count - 1] + count) }
        let first = roster.own.lowerBound
        communities.withUnsafeMutableBufferPointer { communities in
            let workers = Array(0..<max(1, threads))
            Parallel.forEach(count: communities.count, workers: workers, in: communities) { [ends] c, community, _ in
                Self.settle(&community, place: first + c, ends: ends, run)
            }
        }
        return communities
    }

    /// The communities as the scenario has them, without people: what a run does not change.
    func frames(_ run: RunContext) -> [Community] {
        let store = ResidentStore(counts: roster.own.map { counts[$0] })
        return zip(roster.own, store.blocks.indices).map { place, c in
            Self.frame(specifications[place], types[place], street: roster.streets[place], store, c, run)
        }
    }

    private static func check(_ specifications: [CommunitySpecification], _ counts: [Int]) throws(WorldError) {
        var addresses: [UInt32: String] = [:]
        for (specification, count) in zip(specifications, counts) {
            guard count <= ResidentBlock.capacity else {
                throw .tooLarge(community: specification.id, residents: count)
            }
            let address = UInt32(truncatingIfNeeded: Identity.hash(specification.id))
            if let other = addresses.updateValue(specification.id, forKey: address) {
                throw .sameAddress(other, specification.id)
            }
        }
    }

    private static func frame(
        _ specification: CommunitySpecification, _ type: CommunityType, street: Int, _ store: ResidentStore, _ c: Int,
        _ run: RunContext
    ) -> Community {
        let parameters = run.parameters
        let identity = Identity.hash(specification.id)
        var draws = Stream(seed: run.seed, replicate: run.replicate, name: "needs.multipliers")
            .draws(agent: identity, month: 0)
        var multipliers = SIMD8<Float>()
        for k in 0..<Domain.count {
            multipliers[k] = Float(draws.lognormal(mean: 1, logSd: parameters.needGrowth.spread))
        }
        let terms = run.specification.committees
        let character = character(of: identity, run)
        var community = Community(
            specification: specification, identity: identity, street: street, residents: store.blocks[c],
            of: store, buildings: buildings(count: store.blocks[c].count, size: type.buildingSize), farTies: [],
            needRate: NeedGrowth.rates(multipliers: multipliers, parameters.needGrowth),
            institutions: run.specification.institutions,
            committee: Committee(orientation: terms.orientation, facilitation: character.facilitation),
            leadershipExponent: character.leadershipExponent)
        if let rollout = run.specification.rollout { Joining.begin(&community, rollout) }
        return community
    }

    /// What a community is for good beyond its type.
    private static func character(
        of identity: UInt64, _ run: RunContext
    ) -> (leadershipExponent: Double, facilitation: Double) {
        let (variation, mean) = (run.specification.people.variation, run.specification.committees.facilitation)
        var draws = Stream(seed: run.seed, replicate: run.replicate, name: "community.character")
            .draws(agent: identity, month: 0)
        let (leadership, facilitation) = (draws.normal(), draws.normal())
        return (
            variation.leadership > 0 ? Portable.exp(-variation.leadership * leadership) : 1,
            variation.facilitation > 0 ? max(0, min(1, mean + variation.facilitation * facilitation)) : mean
        )
    }

    /// Fills the community with people and all that is theirs.
    /// - Parameter ends: residents in all communities before each, and at the end in all.
    private static func settle(_ community: inout Community, place: Int, ends: [Int], _ run: RunContext) {
        let parameters = run.parameters
        let identity = community.identity
        guard let type = run.specification.people.types.first(where: { $0.id == community.specification.type }) else {
            preconditionFailure("the type of \(community.id) was looked up before")
        }
        let stream = Stream(seed: run.seed, replicate: run.replicate, name: "population")
        Population.settle(
            community.residents, type: type, buildings: community.buildings, identity: identity, stream: stream,
            parameters, leadershipExponent: community.leadershipExponent)
        community.countTraits()
        community.farTies = Population.farTies(
            of: place, type: type, ends: ends, identity: identity, stream: stream)
        community.hoursBank = begun(
            Stream(seed: run.seed, replicate: run.replicate, name: "hours")
                .draws(agent: identity, month: 0), parameters.mobilisation)
        community.merchants = Merchants.settle(
            community.specification.merchants, identity: identity,
            stream: Stream(seed: run.seed, replicate: run.replicate, name: "merchants"), parameters.merchants)
        community.workUnit = WorkUnits.members(
            community.residents.count, share: type.workUnits, address: community.address,
            stream: Stream(seed: run.seed, replicate: run.replicate, name: "workUnits"))
        community.workUnitMembers = community.workUnit.reduce(0) { $0 + Int($1) }
        // A stream of their own: in that of residents, the community's sequence number 3 is the third resident's.
        Population.foundTeams(
            in: &community, type: type,
            draws: Stream(seed: run.seed, replicate: run.replicate, name: "population.teams")
                .draws(agent: identity, month: 0), parameters.population)
    }

    /// Hours already put into the next activity of each provider and kind: communities do not start in step.
    private static func begun(_ sequence: Draws, _ p: Mobilisation.Parameters) -> [Double] {
        var draws = sequence
        return Provider.allCases.flatMap { _ in ActivityKind.allCases.map { draws.uniform() * p[$0].hours } }
    }

    /// First rows of the buildings, and at the end the count: buildings as even as can be, of about `size` residents.
    static func buildings(count: Int, size: Int) -> [UInt16] {
        let number = max(1, Int((Double(count) / Double(max(1, size))).rounded()))
        return (0...number).map { UInt16(count * $0 / number) }
    }
}

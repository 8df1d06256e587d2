import Numerics

/// How communities come to be from a scenario.
enum Founding {
    /// All communities, sorted by id, peopled and tied.
    static func communities(_ run: RunContext) throws(WorldError) -> [Community] {
        var communities = try frames(run)
        let counts = communities.map(\.residents.count)
        for c in communities.indices { settle(&communities[c], place: c, counts: counts, run) }
        return communities
    }

    /// The communities as the scenario has them, without people: what a run does not change.
    static func frames(_ run: RunContext) throws(WorldError) -> [Community] {
        let people = run.specification.people
        let specifications = people.communities.sorted { $0.id < $1.id }
        let counts = specifications.map { $0.adults(share: people.adultShare) }
        try check(specifications, counts)
        let types = Dictionary(people.types.map { ($0.id, $0) }) { first, _ in first }
        var places: [(type: CommunityType, street: Int)] = []
        for specification in specifications {
            guard let type = types[specification.type] else {
                throw .unknownType(community: specification.id, type: specification.type)
            }
            guard let street = run.specification.district.streets.firstIndex(where: { $0.id == specification.street })
            else { throw .unknownStreet(community: specification.id, street: specification.street) }
            places.append((type, street))
        }
        // Only now, as residents' memory is not given back where founding throws.
        return specifications.indices.map { c in
            frame(specifications[c], places[c].type, street: places[c].street, count: counts[c], run)
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
        _ specification: CommunitySpecification, _ type: CommunityType, street: Int, count: Int, _ run: RunContext
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
            specification: specification, identity: identity, street: street, residents: ResidentBlock(count: count),
            buildings: buildings(count: count, size: type.buildingSize), farTies: [],
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
    private static func settle(_ community: inout Community, place: Int, counts: [Int], _ run: RunContext) {
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
            of: place, type: type, counts: counts, identity: identity, stream: stream)
        community.hoursBank = begun(
            Stream(seed: run.seed, replicate: run.replicate, name: "hours")
                .draws(agent: identity, month: 0), parameters.mobilisation)
        community.merchants = Merchants.settle(
            community.specification.merchants, identity: identity,
            stream: Stream(seed: run.seed, replicate: run.replicate, name: "merchants"), parameters.merchants)
        community.workUnit = WorkUnits.members(
            counts[place], share: type.workUnits, address: community.address,
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

import Numerics

extension Review {
    /// Workers of the committee; the first is known by the number 1 alone.
    static func committee(_ community: Community, index: Int, _ count: Int) -> [Voter] {
        (0..<count).map { n in
            Voter(
                identity: n == 0
                    ? Identity.compose(community.identity, 1) : Identity.compose(community.identity, 1, UInt64(n)),
                community: index, skill: community.committee.facilitation,
                leaning: leaning(SIMD8(community.knowledge.shares)))
        }
    }

    /// Workers of the social organisations that are here.
    static func coordinators(_ community: Community, index: Int, _ count: Int, _ month: Month) -> [Voter] {
        guard community.presence.hours > 0 else { return [] }
        let priorities = community.priorities(
            ofOrganisations: month.run.specification.publicService.template)
        return (0..<count).map { n in
            Voter(
                identity: Identity.compose(community.identity, 3, UInt64(n)), community: index,
                skill: community.presence.professionalism, leaning: leaning(SIMD8(priorities)))
        }
    }

    /// Residents drawn from those at the highest rungs last month, where residents have a say.
    static func residents(_ community: Community, index: Int, _ count: Int, _ month: Month) -> [Voter] {
        guard community.institutions.rights.commission else { return [] }
        var voters: [Voter] = []
        var draws = month.stream("review.delegates").draws(agent: community.identity, month: month.number)
        var missing = count
        for rung in [4, 3, 2, 1] as [UInt8] where missing > 0 {
            let able = (0..<community.residents.count).filter { community.residents.rung[$0] == rung }
            for place in draws.sample(min(missing, able.count), of: able.count) {
                voters.append(resident(able[place], of: community, index: index))
            }
            missing -= min(missing, able.count)
        }
        return voters
    }

    static func resident(_ i: Int, of community: Community, index: Int) -> Voter {
        Voter(
            identity: Identity.compose(community.identity, 2, UInt64(i)), community: index,
            skill: Double(community.residents.skill[i]),
            leaning: leaning(SIMD8<Double>(community.residents.need[i])))
    }

    /// How far each domain stands out: a resident's needs, or shares of believed need, beside their mean, less 1.
    static func leaning(_ need: SIMD8<Double>) -> SIMD8<Double> {
        var sum = 0.0
        for k in 0..<Domain.count { sum += need[k] }
        let mean = sum / Double(Domain.count)
        return mean > 0 ? need / mean - 1 : SIMD8()
    }

    /// What those who hold the money think of a proposal, 0 to 1.
    static func opinion(
        _ proposal: Proposal, _ community: Community, _ holder: FundLine.Holder, _ month: Month
    ) -> Double {
        let weight = month.run.parameters.review.visible
        return weight * care(proposal, community, holder, month) + (1 - weight) * proposal.feasibility
    }

    /// How much the holder cares for what a proposal is about, 0 to 1.
    static func care(
        _ proposal: Proposal, _ community: Community, _ holder: FundLine.Holder, _ month: Month
    ) -> Double {
        let template = month.run.specification.publicService.template
        switch holder {
        case .street: return proposal.domain.isVisible ? 1 : 0
        case .committee: return standing(proposal.domain, in: community.priorities(ofCommittee: template))
        case .socialOrganisation:
            return standing(proposal.domain, in: community.priorities(ofOrganisations: template))
        case .foundation: return proposal.benefit
        }
    }

    /// A domain's share beside the largest, 0 to 1.
    private static func standing(_ domain: Domain, in shares: [Double]) -> Double {
        let largest = shares.max() ?? 0
        return largest > 0 ? shares[domain.index] / largest : 0
    }

    /// How well a proposer stands with officials, 0 to 1: a committee as far as it is their legs, a social organisation by
    /// its relations, residents by how far the administration runs their organisation.
    static func relation(_ proposer: ProposerKey, _ community: Community) -> Double {
        switch proposer.provider {
        case .committee: 1 - community.committee.orientation
        case .socialOrganisation: community.presence.organisation(proposer.slot)?.relation ?? 0
        case .residents: community.organisations.first { $0.slot == proposer.slot }?.capture ?? 0
        }
    }
}

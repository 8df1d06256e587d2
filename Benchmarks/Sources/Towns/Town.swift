@testable public import Governance

/// A made-up town of a chosen size, governed as Qingyuan street in its fourth year: hours, money and rights are those of
/// that scenario.
public enum Town {
    /// A scenario of `residents` people of 16 and older in communities of about so many, up to 28 of them in a street.
    public static func specification(residents: Int, community: Int = 3_906) -> ScenarioSpecification {
        let name = Text(en: "town", zh: "城镇")
        let count = max(1, residents / community)
        let type = CommunityType(
            id: "mixed", name: name, age: [0.2, 0.58, 0.22], tenure: [0.6, 0.3, 0.1], migrants: 0.25, children: 0.3,
            vulnerable: 0.08, partyMembers: 0.1, incomeMedian: 2_500, incomeSpread: 0.5, buildingSize: 60,
            tiesBuilding: 3, tiesCommunity: 1.2, tiesBeyond: 0.2, initialOrganisations: 1)
        let communities = (0..<count).map { n in
            CommunitySpecification(
                id: "community-\(n)", name: name, type: "mixed", street: "street-\(n / 28)",
                people: residents * (n + 1) / count - residents * n / count)
        }
        let start = YearMonth(year: 2007, month: 1)
        let line = FundLine(
            id: "fund", name: name, sources: [.init(account: Account.streetBudget, share: 1)],
            yearly: Int64(min(count, 28)) * 1_000_000, proposers: [.committee, .residents],
            rule: .weightedReview(
                .init(publicBenefit: 0.4, feasibility: 0.3, sustainability: 0.3, opinion: 0.2, delegates: 5)),
            reviewMonth: 3, projectMonths: 9, from: start)
        let organisation = SocialOrganisationTerms(
            id: "trainer", name: name, staff: Double(count) * 1.5 / 28, hours: 160, professionalism: 0.7,
            integrity: 0.9,
            contract: 2_000_000, payer: Account.streetBudget, from: start)
        return ScenarioSpecification(
            id: "town", title: name, summary: name, start: start, months: 1_200,
            people: People(adultShare: 1, types: [type], communities: communities),
            committees: CommitteeTerms(staff: 8, hours: 160, wage: 150_000, orientation: 0.2, facilitation: 0.2),
            publicService: PublicService(
                unitsPerResident: 0.17, quality: 0.5, unitCost: 1_000,
                template: [0.08, 0.08, 0.2, 0.18, 0.14, 0.08, 0.18, 0.06]),
            district: District(
                id: "district", name: name,
                streets: (0...(count - 1) / 28).map { .init(id: "street-\($0)", name: name) }, attentionCapacity: 10,
                otherCommunities: 100),
            organisations: [organisation], fundLines: [line], institutions: institutions)
    }

    private static var institutions: Institutions {
        var institutions = Institutions()
        institutions.taskLoad = 0.9
        institutions.projectWorkers = 1
        institutions.rights.commission = true
        institutions.rights.design = true
        institutions.rights.deliver = true
        institutions.rights.assess = true
        institutions.sensing.survey = 0.1
        institutions.sensing.assembly = 1
        institutions.engagement.committee.culture = 0.3
        institutions.engagement.committee.meeting = 0.3
        institutions.engagement.committee.serviceDay = 0.2
        institutions.engagement.socialOrganisation.training = 0.5
        institutions.engagement.socialOrganisation.meeting = 0.3
        institutions.engagement.residents.culture = 0.5
        institutions.engagement.residents.meeting = 0.15
        institutions.engagement.residents.serviceDay = 0.15
        institutions.monitoring.audit = 0.8
        institutions.monitoring.assessors = 0.5
        institutions.monitoring.terminationMonths = 6
        institutions.support.access = true
        institutions.support.money = 1
        institutions.cultivation = 0.5
        return institutions
    }
}

extension Town {
    /// The same town with every mechanism at work: a firm in every community, merchants with a council, work units, a
    /// coordinating body, micro-governance and linkage, vouchers for everyone that firms take too, a ballot open to all
    /// beside the review, trainers whose hours end, visits, and care for networks of neighbours.
    public static func everything(residents: Int, community: Int = 3_906) -> ScenarioSpecification {
        var town = specification(residents: residents, community: community)
        town.people.types[0].workUnits = 0.2
        for c in town.people.communities.indices {
            town.people.communities[c].merchants = 30
            town.people.communities[c].idleSpace = 300
        }
        town.fundLines += [
            line(
                town, "vouchers", .vouchers(VoucherTerms(entitled: .everyone, monthly: 1_000, firms: true)),
                proposers: [.residents, .socialOrganisation], month: 2),
            line(
                town, "ballot",
                .ballot(BallotTerms(counting: .equalShares, electorate: .open)), proposers: [.residents, .committee],
                month: 5),
        ]
        town.firms = [firm(town)]
        open(&town.institutions)
        return town
    }

    private static func line(
        _ town: ScenarioSpecification, _ id: String, _ rule: FundLine.AllocationRule, proposers: Set<Provider>,
        month: Int
    ) -> FundLine {
        var line = FundLine(
            id: id, name: town.title, sources: [.init(account: Account.streetBudget, share: 1)], yearly: 6_000_000,
            proposers: proposers, rule: rule, reviewMonth: month, projectMonths: 9, from: town.start)
        line.perCommunity = true
        return line
    }

    private static func firm(_ town: ScenarioSpecification) -> FirmTerms {
        FirmTerms(
            id: "firm", name: town.title, capital: Int64(town.people.communities.count) * 15_000_000, hurdle: -1,
            mix: [0.2, 0.1, 0.05, 0.05, 0.1, 0.4, 0.1, 0], price: 2_000, unitCost: 1_200, quality: 0.6,
            spacePerUnit: 0.5, renovation: 40_000, rent: 1_000, overhead: 150_000, trialMonths: 6, trialPrice: 0.5,
            from: town.start)
    }

    private static func open(_ institutions: inout Institutions) {
        institutions.workUnits = .init(services: 0.5, activities: 0.02, ties: 0.05)
        institutions.merchants.council = 0.7
        institutions.partner = .init(franchise: 20, rentFree: 20)
        institutions.microGovernance = .init(units: 0.5, watchers: 0.3)
        institutions.linkage = 0.5
        institutions.parties = .init(street: true, property: true, investor: true, units: true)
        institutions.federation.byStaff = 0.3
        institutions.coordination = .init(mobilisation: 0.3, alignment: 0.5, pooling: 0.5, integration: 0.5)
        institutions.capacity = .init(
            committeeTraining: 0.5, trainerHours: 8, adviserHours: 40, visits: 0.5, guests: 2)
        institutions.neighbourTies = 1
        institutions.serviceByNeed = 0.5
        institutions.engagement.socialOrganisation.theatre = 0.1
        institutions.monitoring.penalty = 0.5
        institutions.monitoring.separation = true
        institutions.sensing.platform = 0.3
        institutions.sensing.immersion = 0.2
        institutions.taskReform.centralise = 0.3
        institutions.support.verbal = 0.5
        institutions.support.pilotWeight = 1
        institutions.support.byProtest = 1
    }
}

extension World {
    /// Lives some months; a town that cannot is a fault of the benchmark.
    public func live(months: Int) {
        for _ in 0..<months {
            do { try advance() } catch { fatalError("the town cannot live: \(error)") }
        }
    }
}

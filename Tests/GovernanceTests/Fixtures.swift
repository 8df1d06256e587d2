import Numerics

@testable import Governance

extension CommunityType {
    /// A community of all kinds of people; no organisation is there at the start.
    static let mixed = CommunityType(
        id: "mixed", name: Text(en: "mixed", zh: "混合社区"), age: [0.25, 0.45, 0.3], tenure: [0.6, 0.3, 0.1],
        migrants: 0.3, children: 0.35, vulnerable: 0.15, partyMembers: 0.1, incomeMedian: 4_000, incomeSpread: 0.5,
        buildingSize: 20, tiesBuilding: 4, tiesCommunity: 2, tiesBeyond: 0.2, initialOrganisations: 0)
}

extension ScenarioSpecification {
    /// Communities `a`, `b`, `c` ... of one type in streets `east` and `west` by turns, under no institution at all.
    static func small(
        communities: Int = 3, residents: Int = 200, burnIn: Int = 0, _ change: (inout Self) -> Void = { _ in }
    ) -> Self {
        let text = Text(en: "small", zh: "小")
        var specification = ScenarioSpecification(
            id: "small", title: text, summary: text, start: YearMonth(year: 2008, month: 1), months: 24,
            burnIn: burnIn,
            people: People(
                adultShare: 1, types: [.mixed],
                communities: "abcdefgh".prefix(communities).enumerated().map { place, letter in
                    CommunitySpecification(
                        id: String(letter), name: text, type: "mixed", street: place % 2 == 0 ? "east" : "west",
                        people: residents, groups: place == 0 ? ["pilot"] : [])
                }),
            committees: CommitteeTerms(staff: 4, hours: 150, wage: 300_000, orientation: 0.4, facilitation: 0.3),
            publicService: PublicService(
                unitsPerResident: 0.17, quality: 0.5, unitCost: 800,
                template: [0.1, 0.1, 0.2, 0.2, 0.1, 0.05, 0.2, 0.05]),
            district: District(
                id: "district", name: text,
                streets: ["east", "west"].map { District.Street(id: $0, name: text) },
                attentionCapacity: 2, otherCommunities: 1))
        change(&specification)
        return specification
    }

    /// The same with much going on: activities, rights, money by vote, a social organisation, audit.
    static func lively(
        communities: Int = 3, residents: Int = 200, burnIn: Int = 0, _ change: (inout Self) -> Void = { _ in }
    ) -> Self {
        small(communities: communities, residents: residents, burnIn: burnIn) {
            $0.people.types[0].initialOrganisations = 10
            $0.fundLines = [.plain("open", rule: .weightedReview(.even))]
            $0.organisations = [.plain("helper")]
            $0.institutions = .open
            change(&$0)
        }
    }

    /// Any levers at all, and fund lines of every rule: the scenario of that number.
    static func random(
        _ number: Int, communities: Int = 3, residents: Int = 60, _ change: (inout Self) -> Void = { _ in }
    ) -> Self {
        lively(communities: communities, residents: residents) {
            // By its key, so that a lever more leaves the others as they were.
            let stream = Stream(seed: 99, replicate: 0, name: "fixture")
            for lever in Lever.all {
                var draws = stream.draws(agent: Identity.hash(lever.key), month: UInt32(number))
                $0.institutions.draw(lever, &draws)
            }
            var draws = stream.draws(agent: UInt64(number), month: 0)
            $0.fundLines = [
                .plain("even", yearly: 3_000_001, rule: .equalSplit, month: 1),
                .plain("named", yearly: 2_000_000, rule: .earmark(.listed(["a", "b"])), month: 4),
                .plain("vote", rule: .weightedReview(.even), month: 1 + number % 6),
            ]
            $0.fundLines[2].perCommunity = true
            $0.fundLines[2].release = .reactive
            $0.fundLines[number % 3].targeting = Targeting.allCases[number % 3]
            $0.organisations[0].integrity = draws.uniform()
            $0.parameters.execution.hazard = 0.2 * draws.uniform()
            change(&$0)
        }
    }
}

extension Institutions {
    /// Activities by all, all rights, some audit.
    static var open: Institutions {
        var open = Institutions()
        open.taskLoad = 0.5
        open.rights = DecisionRights(commission: true, design: true, deliver: true, assess: true)
        open.sensing.survey = 0.1
        open.engagement.committee = ActivityMix(culture: 0.3, training: 0.1, meeting: 0.3)
        open.engagement.socialOrganisation = ActivityMix(culture: 0.3, theatre: 0.2, meeting: 0.2)
        open.engagement.residents = ActivityMix(culture: 0.5, serviceDay: 0.5)
        open.monitoring = Monitoring(audit: 0.5, assessors: 0.2, penalty: 0.5, terminationMonths: 6)
        open.support.access = true
        open.support.money = 1
        open.cultivation = 0.5
        return open
    }

    /// Sets the lever to any of its values.
    mutating func draw(_ lever: Lever, _ draws: inout Draws) {
        switch lever.kind {
        case .number(let range, let path):
            self[keyPath: path] = range.lowerBound + (range.upperBound - range.lowerBound) * draws.uniform()
        case .flag(let path): self[keyPath: path] = draws.bernoulli(0.5)
        case .choice(let names, _, let set): set(&self, names[draws.integer(below: names.count)])
        }
    }
}

extension FundLine {
    /// A line of 40,000 yuan a street and year, from two payers, to which all may propose.
    static func plain(
        _ id: String = "line", yearly: Int64 = 4_000_000, rule: AllocationRule = .equalSplit, month: Int = 2
    ) -> FundLine {
        FundLine(
            id: id, name: Text(en: id, zh: id),
            sources: [
                Source(account: Account.cityBudget, share: 0.5), Source(account: Account.districtBudget, share: 0.5),
            ], yearly: yearly, proposers: Set(Provider.allCases), rule: rule, reviewMonth: month, projectMonths: 6,
            from: YearMonth(year: 2000, month: 1))
    }
}

extension FundLine.WeightedReviewTerms {
    static let even = FundLine.WeightedReviewTerms(
        publicBenefit: 0.4, feasibility: 0.3, sustainability: 0.3, opinion: 0.2, delegates: 5)
}

extension SocialOrganisationTerms {
    /// Two workers of 150 hours, in all communities and for good.
    static func plain(_ id: String) -> SocialOrganisationTerms {
        SocialOrganisationTerms(
            id: id, name: Text(en: id, zh: id), staff: 2, hours: 150, professionalism: 0.7, integrity: 0.8,
            contract: 1_000_000, payer: Account.streetBudget, from: YearMonth(year: 2000, month: 1))
    }
}

extension World {
    /// The month of that number (from 1) as steps see it.
    func month(_ number: Int) -> Month {
        Month(run: context, number: UInt32(number), date: specification.start + (number - 1), isRecorded: true)
    }

    /// A world that has lived that many months.
    static func lived(
        _ specification: ScenarioSpecification, months: Int, seed: UInt64 = 1, replicate: UInt32 = 0, threads: Int = 1
    ) throws -> World {
        let world = try World(specification, seed: seed, replicate: replicate, threads: threads)
        for _ in 0..<months { try world.advance() }
        return world
    }

    /// The observable of that key for the whole world.
    func observe(_ key: String) throws -> Double {
        let place = Observable.all.firstIndex { $0.key == key }
        return place.map { observe()[$0] } ?? .nan
    }
}

import Governance

extension ScenarioSpecification {
    /// Two small communities in which every lever is moved, every rule of allocation is used, and an organisation works:
    /// little to live, and hardly a change of the model leaves it as it was.
    static var sample: ScenarioSpecification {
        let start = YearMonth(year: 2000, month: 1)
        return ScenarioSpecification(
            id: "sample", title: Text(en: "Sample", zh: "样本"), summary: Text(en: "", zh: ""), start: start, months: 24,
            burnIn: 2,
            people: People(
                adultShare: 0.9, types: [sampleType],
                communities: ["north", "south"].map {
                    CommunitySpecification(
                        id: $0, name: Text(en: $0, zh: $0), type: "flats", street: "street", people: 60)
                }),
            committees: CommitteeTerms(staff: 3, hours: 160, wage: 150_000, orientation: 0.4, facilitation: 0.4),
            publicService: PublicService(
                unitsPerResident: 0.17, quality: 0.5, unitCost: 2000,
                template: Array(repeating: 1 / Double(Domain.count), count: Domain.count)),
            district: District(
                id: "district", name: Text(en: "", zh: ""), streets: [.init(id: "street", name: Text(en: "", zh: ""))],
                attentionCapacity: 1, otherCommunities: 2),
            organisations: [
                SocialOrganisationTerms(
                    id: "organisation", name: Text(en: "", zh: ""), staff: 1, hours: 160, professionalism: 0.6,
                    integrity: 0.8, contract: 600_000, payer: Account.streetBudget, from: start)
            ],
            fundLines: sampleFunds(from: start), institutions: sampleInstitutions,
            events: [
                ScheduledEvent(
                    at: start + 18, title: Text(en: "", zh: ""),
                    changes: [.init(lever: "taskLoad", value: .number(0.8))])
            ])
    }

    private static var sampleType: CommunityType {
        CommunityType(
            id: "flats", name: Text(en: "", zh: ""), age: [0.3, 0.4, 0.3], tenure: [0.6, 0.3, 0.1], migrants: 0.3,
            children: 0.3, vulnerable: 0.2, partyMembers: 0.1, incomeMedian: 2000, incomeSpread: 0.5, buildingSize: 10,
            tiesBuilding: 2, tiesCommunity: 2, tiesBeyond: 0.5, initialOrganisations: 20)
    }

    private static func sampleFunds(from start: YearMonth) -> [FundLine] {
        let rules: [FundLine.AllocationRule] = [
            .equalSplit, .earmark(.listed(["north"])),
            .weightedReview(
                .init(publicBenefit: 0.4, feasibility: 0.3, sustainability: 0.3, opinion: 0.3, delegates: 3)),
        ]
        return rules.enumerated().map { place, rule in
            var line = FundLine(
                id: "fund-\(place)", name: Text(en: "", zh: ""),
                sources: [.init(account: Account.streetBudget, share: 1)], yearly: 3_000_000,
                proposers: Set(Provider.allCases), rule: rule, reviewMonth: 2 + place, projectMonths: 6, from: start)
            line.release = place == 0 ? .reactive : .fixed
            line.targeting = Targeting.allCases[place % Targeting.allCases.count]
            return line
        }
    }

    /// Every lever away from the value at which it changes nothing.
    private static var sampleInstitutions: Institutions {
        var institutions = Institutions()
        for lever in Lever.all {
            let value: LeverValue
            switch lever.kind {
            case .number(let range, _):
                // An organiser's hours go to five kinds of activity and must not exceed what it has.
                let part = lever.key.hasPrefix("engagement.") ? 0.15 : 0.5
                value = .number(range.lowerBound + part * min(1, range.upperBound - range.lowerBound))
            case .flag: value = .flag(true)
            case .choice(let names, _, _): value = .choice(names[names.count / 2])
            }
            // A value of the lever's own kind and range cannot be refused.
            try? lever.set(value, in: &institutions)
        }
        return institutions
    }
}

import Allocation
import Governance
import Testing

@testable import Scenarios

@Suite("A right scenario file")
struct RightScenarioTests {
    let document: ScenarioDocument
    var specification: ScenarioSpecification { document.specification }

    init() throws { document = try ScenarioReader.read(path: Fixture.right) }

    @Test("head and period")
    func head() {
        #expect(specification.id == "two-estates")
        #expect(specification.title == Text(en: "Two estates", zh: "两个小区"))
        #expect(specification.summary == Text(en: "Two estates and an office.", zh: "两个小区与一个办事处。"))
        #expect(document.sources == ["Nobody (2020), Nothing"])
        #expect(specification.experimental == "to see that a scenario may say so")
        #expect(specification.start == YearMonth(year: 2010, month: 3))
        #expect(specification.months == 24)
        #expect(specification.burnIn == 6)
    }

    @Test("people")
    func people() {
        var estate = CommunityType(
            id: "estate", name: Text(en: "Estate", zh: "小区"), age: [0.2, 0.5, 0.3], tenure: [0.6, 0.3, 0.1],
            migrants: 0.25, children: 0.4, vulnerable: 0.1, partyMembers: 0.08, incomeMedian: 2500.5,
            incomeSpread: 0.4, buildingSize: 60, tiesBuilding: 2, tiesCommunity: 1.5, tiesBeyond: 0.5,
            initialOrganisations: 1)
        estate.workUnits = 0.7
        var east = CommunitySpecification(
            id: "east", name: Text(en: "East", zh: "东区"), type: "estate", street: "main", people: 1000,
            groups: ["pilot", "old-town"])
        (east.idleSpace, east.merchants) = (850.5, 189)
        let west = CommunitySpecification(
            id: "west", name: Text(en: "West", zh: "西区"), type: "estate", street: "main", people: 1501)
        #expect(specification.people == People(adultShare: 0.8, types: [estate], communities: [east, west]))
    }

    @Test("committees, public service, district; money in fen")
    func place() {
        #expect(
            specification.committees
                == CommitteeTerms(staff: 5, hours: 160, wage: 150_005, orientation: 0.2, facilitation: 0.3))
        #expect(
            specification.publicService
                == PublicService(
                    unitsPerResident: 0.2, quality: 0.5, unitCost: 1250,
                    template: [Double](repeating: 0.125, count: 8)))
        #expect(
            specification.district
                == District(
                    id: "north", name: Text(en: "North", zh: "北区"),
                    streets: [District.Street(id: "main", name: Text(en: "Main street", zh: "主街"))],
                    attentionCapacity: 5, otherCommunities: 40, controlPreference: 0.3))
    }

    @Test("firms; money in fen")
    func firms() {
        let investor = FirmTerms(
            id: "investor", name: Text(en: "Investor", zh: "投资方"), capital: 30_000_000, hurdle: 0.06,
            mix: [Double](repeating: 0.125, count: 8), price: 1_500, unitCost: 850, quality: 0.8, spacePerUnit: 2.5,
            renovation: 120_000, rent: 3_000, overhead: 600_000, propertyFee: 2_500, trialMonths: 6, trialPrice: 0.5,
            communities: .listed(["east"]), from: YearMonth(year: 2010, month: 4),
            until: YearMonth(year: 2011, month: 12))
        #expect(specification.firms == [investor])
    }

    @Test("social organisations")
    func organisations() {
        var helpers = SocialOrganisationTerms(
            id: "helpers", name: Text(en: "Helpers", zh: "帮手"), staff: 3, hours: 150, professionalism: 0.7,
            integrity: 0.9, contract: 400_000, payer: "outside:donors",
            from: YearMonth(year: 2010, month: 5), until: YearMonth(year: 2011, month: 5),
            communities: .listed(["west"]))
        (helpers.wage, helpers.capture, helpers.relation) = (120_000, 0.1, 0.5)
        helpers.pledges = [
            Pledge(account: "outside:donors", at: YearMonth(year: 2010, month: 6), amount: 50_000)
        ]
        #expect(specification.organisations == [helpers])
    }

    @Test("fund lines")
    func funds() {
        var shared = FundLine(
            id: "shared", name: Text(en: "Shared fund", zh: "共同资金"),
            sources: [
                FundLine.Source(account: "outside:city-budget", share: 0.25),
                FundLine.Source(account: "outside:district-budget", share: 0.75),
            ], yearly: 10_000_000, proposers: [.residents, .committee],
            rule: .weightedReview(
                FundLine.WeightedReviewTerms(
                    publicBenefit: 0.5, feasibility: 0.3, sustainability: 0.2, opinion: 0.1, delegates: 3)),
            reviewMonth: 4, projectMonths: 8, from: YearMonth(year: 2009, month: 9),
            until: YearMonth(year: 2011, month: 12))
        shared.perCommunity = true
        shared.holder = .committee
        shared.release = .reactive
        shared.targeting = .byNeed
        shared.communities = .group("pilot")
        var gift = FundLine(
            id: "gift", name: Text(en: "Gift", zh: "捐赠"),
            sources: [
                FundLine.Source(account: "outside:donors", share: 1),
                FundLine.Source(account: "outside:city-budget", match: 0.5),
            ], yearly: 99,
            proposers: [.socialOrganisation], rule: .earmark(.listed(["west"])), reviewMonth: 12, projectMonths: 1,
            from: YearMonth(year: 2010, month: 3))
        gift.pledges = [
            Pledge(account: "outside:donors", at: YearMonth(year: 2010, month: 12), amount: 30_000_000)
        ]
        gift.changes = [
            FundLine.Change(at: YearMonth(year: 2011, month: 1), yearly: 700, rule: .equalSplit),
            FundLine.Change(
                at: YearMonth(year: 2011, month: 2),
                sources: [FundLine.Source(account: "outside:street-budget", share: 1)],
                rule: .vouchers(VoucherTerms(entitled: .vulnerableOrOld, monthly: 3_000))),
        ]
        #expect(specification.fundLines == [shared, gift])
    }

    @Test(
        "officials, juries and ballots decide on money",
        arguments: [
            ("discretion", FundLine.AllocationRule.discretion),
            (
                "jury, committee: 1, coordinators: 2, residents: 9",
                .jury(JuryTerms(committee: 1, coordinators: 2, residents: 9))
            ),
            (
                "ballot, counting: greedy, electorate: meeting, delegates: 5",
                .ballot(BallotTerms(counting: .greedy, electorate: .meeting, delegates: 5))
            ),
            (
                "ballot, counting: equalShares, electorate: open",
                .ballot(BallotTerms(counting: .equalShares, electorate: .open))
            ),
            (
                "ballot, counting: equalShares, completion: add1uUtilitarian, satisfaction: cost, electorate: open",
                .ballot(
                    BallotTerms(
                        counting: .equalShares, electorate: .open,
                        settings: set { ($0.satisfaction, $0.completion) = (.cost, .add1uUtilitarian) }))
            ),
            (
                "ballot, counting: maximumWelfare, limit: 5, ballot: ordinal, satisfaction: borda, electorate: open",
                .ballot(
                    BallotTerms(
                        counting: .maximumWelfare, electorate: .open, ballot: .ordinal,
                        settings: set { ($0.satisfaction, $0.limit) = (.borda, 5) }))
            ),
            (
                "ballot, counting: costEffectiveness, ballot: choose1, ties: lottery, electorate: open",
                .ballot(
                    BallotTerms(counting: .costEffectiveness, electorate: .open, ballot: .chooseOne, ties: .lottery))
            ),
            (
                "jury, committee: 1, coordinators: 1, residents: 5, "
                    + "quotas: {committee: 3, coordinators: 3, residents: 9}",
                .jury(
                    JuryTerms(
                        committee: 1, coordinators: 1, residents: 5,
                        quotas: JuryTerms.Quotas(committee: 3, coordinators: 3, residents: 9)))
            ),
            (
                "tender, price: 0.4, quality: 0.6, bidders: 2, experts: 1, residents: 3",
                .tender(TenderTerms(price: 0.4, quality: 0.6, bidders: 2, experts: 1, residents: 3))
            ),
        ])
    func rules(text: String, rule: FundLine.AllocationRule) throws {
        let read = try ScenarioReader.read(path: Fixture.right, overrides: ["funds.shared.rule={kind: \(text)}"])
        #expect(read.specification.fundLines[0].rule == rule)
    }

    /// Every rule of the registry in which ballots alone decide can count a fund line's, with all that can be set about it.
    @Test("every rule that counts ballots can be named", arguments: RuleRegistry.votes)
    func everyVote(_ rule: RuleDescription) throws {
        let settings = rule.parameters.map { parameter in
            switch parameter.allowed {
            case .names(let names): ", \(scenarioKey(parameter.id)): \(scenarioKey(names[0]))"
            case .whole(let least): ", \(scenarioKey(parameter.id)): \(least)"
            case .words: ""
            }
        }
        let text = "{kind: ballot, counting: \(scenarioKey(rule.id)), electorate: open\(settings.joined())}"
        let read = try ScenarioReader.read(path: Fixture.right, overrides: ["funds.shared.rule=\(text)"])
        guard case .ballot(let terms) = read.specification.fundLines[0].rule else {
            Issue.record("\(text) is no ballot")
            return
        }
        #expect(terms.counting.rule == rule && RuleRegistry.rule(terms.counting.rule.id, terms.settings) != nil)
    }

    @Test("a line whose payers all wait for another is refused")
    func payersWhoOnlyMatch() {
        let override = "funds.shared.payers=[{account: \"outside:donors\", match: 1}]"
        #expect(throws: ScenarioFaults.self) { try ScenarioReader.read(path: Fixture.right, overrides: [override]) }
    }

    @Test("institutions, events, parameters")
    func institutions() {
        var expected = Institutions()
        expected.taskLoad = 0.9
        expected.rights.design = true
        expected.serviceTargeting = .vulnerableFirst
        expected.engagement.committee.culture = 0.5
        expected.engagement.committee.meeting = 0.5
        #expect(specification.institutions == expected)
        #expect(specification.events.count == 2)
        let event = specification.events[0]
        #expect(!event.reset && specification.events[1].reset)
        #expect(specification.events[1].changes.map(\.lever) == ["linkage", "microGovernance.units"])
        #expect(event.at == YearMonth(year: 2011, month: 1))
        #expect(event.title == Text(en: "Opening", zh: "开放"))
        #expect(event.communities == .group("pilot"))
        #expect(
            event.changes == [
                ScheduledEvent.Change(lever: "rights.commission", value: .flag(true)),
                ScheduledEvent.Change(lever: "monitoring.audit", value: .number(0.75)),
            ])
        #expect(specification.parameters == Parameters())
    }

    /// After a reset the committee's hours are its own again: what was full before is not counted with what comes.
    @Test("a reset may set nothing, and starts the engagement mix anew")
    func reset() throws {
        let text = String(decoding: document.files[0].bytes, as: UTF8.self)
        let bare = text.replacing(
            "    institutions:\n      linkage: 0.5\n      microGovernance: {units: 0.25}", with: "    institutions: {}")
        let read = try Fixture.with(bare) { try ScenarioReader.read(path: $0).specification }
        #expect(read.events[1].reset && read.events[1].changes.isEmpty)
        let mixed = text.replacing("linkage: 0.5", with: "engagement: {committee: {theatre: 1}}")
        let refilled = try Fixture.with(mixed) { try ScenarioReader.read(path: $0).specification }
        #expect(refilled.events[1].changes.contains { $0.lever == "engagement.committee.theatre" })
        #expect(throws: ScenarioFaults.self) {
            try Fixture.with(mixed.replacing("reset: true", with: "reset: false")) { try ScenarioReader.read(path: $0) }
        }
    }

    @Test("the file read is kept with its bytes")
    func files() throws {
        #expect(document.files.map(\.path) == [Fixture.right])
        #expect(String(decoding: document.files[0].bytes, as: UTF8.self).hasPrefix("# A small scenario"))
        #expect(document.overrides.isEmpty)
    }

    @Test("line ends of other systems and a byte-order mark change nothing", arguments: ["\r\n", "\n"])
    func lineEnds(end: String) throws {
        let text = String(decoding: document.files[0].bytes, as: UTF8.self)
        let other = "\u{FEFF}" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
        let read = try Fixture.with(other) { try ScenarioReader.read(path: $0) }
        #expect(read.specification.people == specification.people)
        #expect(read.specification.fundLines == specification.fundLines)
    }

    @Test("every lever of the model can be set")
    func everyLever() throws {
        for lever in Lever.all {
            let value =
                switch lever.kind {
                case .number(let range, _): "\(min(range.upperBound, 0.25))"
                case .flag: "true"
                case .choice(let names, _, _): names.last ?? ""
                }
            let read = try ScenarioReader.read(
                path: Fixture.right, overrides: ["institutions={}", "institutions.\(lever.key)=\(value)"])
            #expect(lever.value(in: read.specification.institutions) != lever.neutral, "\(lever.key)")
        }
    }

    @Test("every behavioural parameter can be set where the scenario calls itself experimental")
    func everyParameter() throws {
        for parameter in Parameters.all {
            let override = "parameters.\(parameter.key)=\(parameter.range.upperBound)"
            let read = try ScenarioReader.read(path: Fixture.right, overrides: [override])
            #expect(read.specification.parameters[keyPath: parameter.path] == parameter.range.upperBound)
        }
    }
}

/// The usual settings of rules with a change.
private func set(_ change: (inout RuleSettings) -> Void) -> RuleSettings {
    var settings = BallotTerms.usual
    change(&settings)
    return settings
}

import Testing

@testable import Governance

@Suite("Residents' organisations are founded, change and end")
struct ResidentOrganisationsTests {
    typealias Change = (inout ResidentOrganisations.Parameters) -> Void

    /// Nothing happens by chance but what `change` allows.
    func live(
        _ count: Int = 12, _ prepare: (inout Community) -> Void, parameters change: Change = { _ in },
        check: (Community) -> Void
    ) {
        let specification = ScenarioSpecification.small {
            let still: WritableKeyPath<Parameters, ResidentOrganisations.Parameters> = \.organisations
            ($0.parameters[keyPath: still].found, $0.parameters[keyPath: still].join) = (0, 0)
            ($0.parameters[keyPath: still].exit, $0.parameters[keyPath: still].exitByFatigue) = (0, 0)
            $0.parameters[keyPath: still].leave = 0
            $0.parameters[keyPath: still].perOrganisation = 1
            change(&$0.parameters[keyPath: still])
        }
        withCommunity(count, in: specification) { community, month, scratch in
            for i in 0..<count { (community.residents.skill[i], community.residents.leadership[i]) = (0.5, 0.5) }
            prepare(&community)
            ResidentOrganisations.step(&community, month, scratch)
            expectSound(community)
            check(community)
        }
    }

    /// Membership column and lists of members tell the same; leaders are members.
    func expectSound(_ community: Community) {
        var membership = [UInt16](repeating: 0, count: community.residents.count)
        for organisation in community.organisations {
            #expect(organisation.members.contains(UInt16(organisation.leader)))
            #expect(organisation.members.count >= 3)
            for row in organisation.members {
                #expect(membership[Int(row)] == 0)
                membership[Int(row)] = organisation.slot
            }
        }
        #expect(membership == (0..<community.residents.count).map { community.residents.membership[$0] })
    }

    /// An able resident at rung 3 with two active friends founds, for the one domain it needs; the idle friend stays out.
    @Test func foundingByHand() {
        func prepare(_ community: inout Community) {
            let residents = community.residents
            for (row, rung) in [(4, 3), (5, 1), (6, 1), (7, 0)] as [(Int, UInt8)] {
                residents.rung[row] = rung
                residents.addTie(4, row)
            }
            residents.need[4] = [0, 0, 0, 0, 0, 1, 0, 0]
        }
        live {
            prepare(&$0)
        } parameters: {
            $0.found = 1_000
        } check: { community in
            #expect(community.organisations.map(\.members) == [[4, 5, 6]])
            #expect(community.organisations[0].leader == 4)
            #expect(community.organisations[0].domain == .convenience)
            #expect(community.events.organisationsFounded == 1)
        }
        live {
            prepare(&$0)
            $0.residents.rung[6] = 0
        } parameters: {
            $0.found = 1_000
        } check: { community in
            #expect(community.organisations.isEmpty)
        }
        live {
            prepare(&$0)
            $0.residents.rung[4] = 1
        } parameters: {
            $0.found = 1_000
        } check: { community in
            #expect(community.organisations.isEmpty)
        }
    }

    @Test func aFullNicheFeedsNoMore() {
        live(24) {
            for i in 12..<24 {
                $0.residents.rung[i] = 4
                for j in 12..<i { $0.residents.addTie(i, j) }
            }
            $0.add(founder: 0, members: [1, 2], domain: .culture, month: 0)
            $0.add(founder: 3, members: [4, 5], domain: .culture, month: 0)
        } parameters: {
            ($0.found, $0.perOrganisation) = (1_000, 12)
        } check: { community in
            #expect(community.organisations.count == 2)
        }
    }

    /// The leader's place goes to the ablest of those who take part; where nobody does, all go.
    @Test func succession() {
        func prepare(_ community: inout Community, active: Bool) {
            community.add(founder: 0, members: [1, 2, 3], domain: .culture, month: 0)
            for row in 0..<3 { community.residents.rung[row] = active ? 2 : 0 }
            community.residents.skill[2] = 0.6
            community.residents.skill[3] = 0.9
        }
        live {
            prepare(&$0, active: true)
        } parameters: {
            $0.exit = 1
        } check: { community in
            #expect(community.organisations.map(\.leader) == [2])
            #expect(community.organisations[0].members == [1, 2, 3])
        }
        live {
            prepare(&$0, active: false)
        } parameters: {
            $0.exit = 1
        } check: { community in
            #expect(community.organisations.isEmpty)
            #expect(community.events.organisationsEnded == 1)
        }
        live {
            prepare(&$0, active: true)
            $0.residents.fatigue[0] = 1
        } parameters: {
            $0.exitByFatigue = 1
        } check: { community in
            #expect(community.organisations[0].leader == 2)
        }
    }

    /// Active members bring in ties who take part and are free; never more than the most.
    @Test func recruitment() {
        func prepare(_ community: inout Community) {
            community.add(founder: 0, members: [1, 2], domain: .culture, month: 0)
            for (row, friend) in [(0, 5), (1, 6), (2, 7)] { community.residents.addTie(row, friend) }
            for row in [0, 2, 5, 6, 7] { community.residents.rung[row] = 1 }
        }
        live {
            prepare(&$0)
        } parameters: {
            $0.join = 1
        } check: { community in
            #expect(community.organisations[0].members == [0, 1, 2, 5, 7])
        }
        live {
            prepare(&$0)
        } parameters: {
            ($0.join, $0.most) = (1, 4)
        } check: { community in
            #expect(community.organisations[0].members.count == 4)
        }
    }

    @Test func leavers() {
        live {
            $0.add(founder: 0, members: [1, 2, 3], domain: .culture, month: 0)
            for row in 0..<3 { $0.residents.rung[row] = 1 }
        } parameters: {
            // Certain for those who do not take part, an even chance for those who do: the leader stays.
            $0.leave = 0.5
        } check: { community in
            #expect(community.organisations.first.map { !$0.members.contains(3) } ?? true)
            #expect(community.residents.membership[3] == 0)
        }
        live {
            $0.add(founder: 0, members: [1, 2, 3], domain: .culture, month: 0)
            for row in 0..<4 { $0.residents.rung[row] = 1 }
        } parameters: {
            $0.leave = 1
        } check: { community in
            #expect(community.organisations.isEmpty && community.events.organisationsEnded == 1)
        }
    }

    @Test func zeroRatesDoNothing() {
        live {
            $0.add(founder: 0, members: [1, 2, 3], domain: .culture, month: 0)
        } check: { community in
            #expect(community.organisations.map(\.members) == [[0, 1, 2, 3]])
            #expect(community.events == MonthEvents())
        }
    }

    /// Founding is likely, and there is room.
    func openly(_ specification: inout ScenarioSpecification) {
        let p: WritableKeyPath<Parameters, ResidentOrganisations.Parameters> = \.organisations
        (specification.parameters[keyPath: p].found, specification.parameters[keyPath: p].perOrganisation) = (2, 5)
    }

    @Test(arguments: 0..<8) func membershipsStaySound(number: Int) {
        withAnyCommunity(number, openly) { community, month, scratch in
            for step in 1...12 {
                let next = Month(run: month.run, number: UInt32(step), date: month.date, isRecorded: true)
                Mobilisation.step(&community, next, scratch)
                Participation.step(&community, next, scratch)
                let changes = community.residents.changes {
                    ResidentOrganisations.step(&community, next, scratch)
                }
                #expect(changes.isSubset(of: ["membership"]))
                expectSound(community)
            }
        }
    }

    /// Shared draws: the first month's founders without help found with help too.
    @Test func cultivationFoundsMore() {
        func founded(_ cultivation: Double) -> Int {
            (0..<6).reduce(0) { sum, number in
                sum
                    + withAnyCommunity(number, { $0.parameters.organisations.perOrganisation = 1 }) {
                        community, month, scratch in
                        community.institutions.cultivation = cultivation
                        ResidentOrganisations.step(&community, month, scratch)
                        return community.events.organisationsFounded
                    }
            }
        }
        let counts = [0, 0.3, 1].map(founded)
        #expect(counts == counts.sorted() && counts[0] < counts[2])
    }

    @Test func golden() {
        withAnyCommunity(3, openly) { community, month, scratch in
            ResidentOrganisations.step(&community, month, scratch)
            #expect(
                (0..<60).map { community.residents.membership[$0].description }.joined()
                    == "111111222222333333204000500005500003040000606400050600000414")
        }
    }
}

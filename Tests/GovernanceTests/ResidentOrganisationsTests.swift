import Testing

@testable import Governance

@Suite("Residents' organisations are founded, change and end")
struct ResidentOrganisationsTests {
    /// Parameters under which nothing happens by chance but what `change` allows.
    func still(
        _ change: (inout ResidentOrganisations.Parameters) -> Void = { _ in }
    ) -> ResidentOrganisations.Parameters {
        var still = ResidentOrganisations.Parameters()
        (still.found, still.join, still.leave, still.exit, still.exitByFatigue) = (0, 0, 0, 0, 0)
        still.perOrganisation = 1
        change(&still)
        return still
    }

    /// Lives one month.
    func live(
        with parameters: ResidentOrganisations.Parameters, _ prepare: (inout Community) -> Void
    ) -> (organisations: [ResidentOrganisation], events: MonthEvents) {
        withCommunity(24, in: .small { $0.parameters.organisations = parameters }) { community, month, scratch in
            for i in 0..<24 { (community.residents.skill[i], community.residents.leadership[i]) = (0.5, 0.5) }
            prepare(&community)
            ResidentOrganisations.step(&community, month, scratch)
            expectSound(community)
            return (community.organisations, community.events)
        }
    }

    /// Membership column and lists of members tell the same; leaders are members.
    func expectSound(_ community: Community) {
        var membership = [UInt16](repeating: 0, count: community.residents.count)
        for organisation in community.organisations {
            #expect(organisation.members.contains(UInt16(organisation.leader)))
            for row in organisation.members {
                #expect(membership[Int(row)] == 0)
                membership[Int(row)] = organisation.slot
            }
        }
        #expect(membership == (0..<community.residents.count).map { community.residents.membership[$0] })
    }

    /// Resident 4, at rung 3, has two active friends, 5 and 6, and an idle one, 7, and needs one thing only.
    func prepareFounder(_ residents: ResidentBlock) {
        for (row, rung) in [(4, 3), (5, 1), (6, 1), (7, 0)] as [(Int, UInt8)] {
            residents.rung[row] = rung
            residents.addTie(4, row)
        }
        residents.need[4] = [0, 0, 0, 0, 0, 1, 0, 0]
    }

    @Test func foundingByHand() {
        let (founded, events) = live(with: still { $0.found = 1_000 }) { prepareFounder($0.residents) }
        #expect(founded.map(\.members) == [[4, 5, 6]])
        #expect(founded.map(\.leader) == [4] && founded.map(\.domain) == [.convenience])
        #expect(events.organisationsFounded == 1)
        for (row, rung) in [(6, 0), (4, 1)] as [(Int, UInt8)] {
            let (none, _) = live(with: still { $0.found = 1_000 }) {
                prepareFounder($0.residents)
                $0.residents.rung[row] = rung
            }
            #expect(none.isEmpty)
        }
    }

    @Test func aFullNicheFeedsNoMore() {
        let (organisations, _) = live(with: still { ($0.found, $0.perOrganisation) = (1_000, 12) }) {
            for i in 12..<24 {
                $0.residents.rung[i] = 4
                for j in 12..<i { $0.residents.addTie(i, j) }
            }
            $0.add(founder: 0, members: [1, 2], domain: .culture, month: 0)
            $0.add(founder: 3, members: [4, 5], domain: .culture, month: 0)
        }
        #expect(organisations.count == 2)
    }

    /// A team of four, of whom the first three, if any, take part; the idle fourth is the ablest, then the third.
    func prepareTeam(_ community: inout Community, rung: UInt8) {
        community.add(founder: 0, members: [1, 2, 3], domain: .culture, month: 0)
        for row in 0..<3 { community.residents.rung[row] = rung }
        (community.residents.skill[2], community.residents.skill[3]) = (0.6, 0.9)
    }

    /// The leader's place goes to the ablest of those who take part; where nobody does, all go.
    @Test func succession() {
        let (followed, _) = live(with: still { $0.exit = 1 }) { prepareTeam(&$0, rung: 2) }
        #expect(followed.map(\.leader) == [2] && followed.map(\.members) == [[1, 2, 3]])
        let (ended, events) = live(with: still { $0.exit = 1 }) { prepareTeam(&$0, rung: 0) }
        #expect(ended.isEmpty && events.organisationsEnded == 1)
        let (tired, _) = live(with: still { $0.exitByFatigue = 1 }) {
            prepareTeam(&$0, rung: 2)
            $0.residents.fatigue[0] = 1
        }
        #expect(tired.map(\.leader) == [2])
    }

    /// Active members bring in ties who take part and are free; never more than the most.
    @Test(arguments: [(60, [0, 1, 2, 5, 7]), (4, [0, 1, 2, 5])] as [(Double, [UInt16])])
    func recruitment(most: Double, members: [UInt16]) {
        let (organisations, _) = live(with: still { ($0.join, $0.most) = (1, most) }) {
            $0.add(founder: 0, members: [1, 2], domain: .culture, month: 0)
            for (row, friend) in [(0, 5), (1, 6), (2, 7)] { $0.residents.addTie(row, friend) }
            for row in [0, 2, 5, 6, 7] { $0.residents.rung[row] = 1 }
        }
        #expect(organisations.map(\.members) == [members])
    }

    /// Who meets its ties forty times as often asks all four of them; without care for networks, one.
    @Test func recruitmentAmongNetworksCaredFor() {
        func members(care: Double) -> [[UInt16]] {
            let specification = ScenarioSpecification.small {
                ($0.parameters.organisations, $0.parameters.tieFormation.careMeeting) = (still { $0.join = 1 }, 40)
            }
            return withCommunity(24, in: specification) { community, month, scratch in
                community.institutions.neighbourTies = care
                community.add(founder: 0, members: [1, 2], domain: .culture, month: 0)
                for row in [0, 5, 6, 7, 8] {
                    community.residents.rung[row] = 1
                    if row > 0 { community.residents.addTie(0, row) }
                }
                ResidentOrganisations.step(&community, month, scratch)
                expectSound(community)
                return community.organisations.map { $0.members.sorted() }
            }
        }
        #expect(members(care: 1) == [[0, 1, 2, 5, 6, 7, 8]])
        #expect(members(care: 0)[0].count == 4)
        #expect(members(care: 0.1)[0].count > 4)
    }

    /// At an even chance for those who take part, those who do not leave for certain; the leader stays.
    @Test func leavers() {
        let (left, _) = live(with: still { ($0.leave, $0.least) = (0.5, 1) }) { prepareTeam(&$0, rung: 1) }
        #expect(left[0].members.contains(0) && !left[0].members.contains(3))
        let (ended, events) = live(with: still { $0.leave = 1 }) { prepareTeam(&$0, rung: 1) }
        #expect(ended.isEmpty && events.organisationsEnded == 1)
    }

    @Test func zeroRatesDoNothing() {
        let (organisations, events) = live(with: still()) { prepareTeam(&$0, rung: 1) }
        #expect(organisations.map(\.members) == [[0, 1, 2, 3]] && events == MonthEvents())
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

import Testing

@testable import Governance

@Suite("Why projects, organisations, committees and accounts fare as they do")
struct InstitutionExplanationTests {
    @Test("a committee's hours are all accounted for, and it moves as told", arguments: 0..<5)
    func committees(number: Int) throws {
        let specification = ScenarioSpecification.random(number, residents: 120) {
            // An organiser has no more hours to divide than it has; scenario files are held to that.
            $0.institutions.engagement.committee = .init(culture: 0.2, training: 0.1, meeting: 0.15 * Double(number))
        }
        let world = try World.lived(specification, months: 1)
        for month in 2...6 {
            let turns = try world.communityIDs.map { try world.explain(committee: $0, month: month) }
            let before = world.communities.map(\.committee)
            try world.advance()
            for (c, turn) in turns.enumerated() {
                let committee = world.communities[c].committee
                #expect(isClose(turn.uses.reduce(0) { $0 + $1.hours }, turn.hours, within: 1e-9))
                #expect(turn.uses.allSatisfy { $0.hours > -1e-9 })
                #expect(turn.orientation.before == before[c].orientation)
                #expect(turn.orientation.after == committee.orientation)
                #expect(turn.facilitation.after == committee.facilitation)
                for change in [turn.orientation, turn.facilitation] {
                    let moved = max(0, min(1, change.before + change.visits + change.raised - change.lowered))
                    #expect(isClose(moved, change.after, within: 1e-12))
                }
                #expect(isClose(turn.contact * turn.hours, committee.residentHours, within: 1e-9))
                #expect(try world.explain(committee: "\(c + 1)", month: month + 1).community == world.communityIDs[c])
            }
        }
        #expect(throws: ExplanationError.unknown(.committee, name: "d", known: ["a", "b", "c"])) {
            try world.explain(committee: "d", month: 8)
        }
    }

    @Test("every account balances in every month", arguments: [0, 3])
    func accounts(number: Int) throws {
        let world = try World.lived(SnapshotTests.rich(number), months: 0)
        for month in 1...4 {
            let ahead = try World(world.snapshot(), world.specification)
            try ahead.advance()
            for account in ahead.ledger.accounts {
                let told = try world.explain(account: account, month: month)
                #expect(told.isBalanced && told.opening == world.ledger.balance(account))
                #expect(told.closing == ahead.ledger.balance(account))
            }
            try world.advance()
        }
        #expect(throws: ExplanationError.self) { try world.explain(account: "outside:district-budgte", month: 5) }
    }

    /// Every project that a run starts, against what the run itself shows month by month.
    @Test("a project's story is the one that it had", arguments: 0..<3)
    func projects(number: Int) throws {
        let specification = ScenarioSpecification.random(number) { $0.months = 18 }
        let world = try World.lived(specification, months: 0)
        var lives: [String: [Project]] = [:]
        var returned: [String: Int64] = [:]
        for _ in 0..<specification.months {
            try world.advance()
            for project in world.communities.flatMap(\.projects) { lives[project.id, default: []].append(project) }
            for flow in world.flows where flow.purpose == "refund" { returned[flow.from, default: 0] += flow.fen }
        }
        let start = try World.lived(specification, months: 0)
        for (id, life) in lives.sorted(by: { $0.key < $1.key }).prefix(9) {
            let story = try start.story(ofProject: id)
            let grant = try #require(story.grant)
            #expect(grant.fen == life[0].grant && grant.sources.reduce(0) { $0 + $1.fen } == grant.fen)
            let contest = try #require(story.contest)
            #expect(contest.candidates.first { $0.id == id }?.granted ?? 0 > 0)
            #expect(contest.candidates.reduce(0) { $0 + $1.granted } <= contest.pot)
            let running = life.prefix(story.months.count)
            #expect(story.months.map(\.spent) == running.map(\.spentThisMonth))
            #expect(story.months.map(\.friction) == running.map(\.friction))
            #expect(story.months.map(\.units) == running.map(\.unitsThisMonth))
            #expect(story.months.reduce(0) { $0 + $1.diverted } == running.last?.diverted)
            #expect(story.months.dropLast().allSatisfy { !$0.failure.happens })
            let ended = life.first { $0.state != .running }
            #expect(story.end?.cause.state == ended?.state)
            if let end = story.end {
                #expect((end.cause == .failed) == (story.months.last?.failure.happens == true && end.cause != .spent))
                #expect(end.spent + end.diverted + end.returned + end.lost == grant.fen)
                #expect(end.returned == returned[Account.project(id), default: 0])
                #expect((end.audit != nil) == (end.diverted > 0))
            }
        }
        #expect(lives.count > 3)
    }

    /// A weighted review tells every candidate's score, and grants the best that can be paid.
    @Test func contest() throws {
        let specification = ScenarioSpecification.lively { $0.months = 6 }
        let world = try World.lived(specification, months: 0)
        let error = #expect(throws: ExplanationError.self) { try world.story(ofProject: "a/open/2008-02/nobody") }
        guard case .unknown(.project, _, let known) = error else {
            Issue.record("nobody proposed it")
            return
        }
        let id = try #require(known.first { $0.contains("committee") })
        let contest = try #require(try world.story(ofProject: id).contest)
        #expect(contest.rule == "weightedReview" && contest.voters ?? 0 > 0)
        let scores = contest.candidates.compactMap(\.score)
        #expect(scores.count == contest.candidates.count && scores == scores.sorted(by: >))
        #expect(contest.candidates.allSatisfy { $0.votes.count == 3 && $0.opinion != nil })
        var left = contest.pot
        for candidate in contest.candidates {
            #expect((candidate.granted > 0) == (candidate.ask <= left))
            left -= candidate.granted
        }
    }

    /// An organisation that is paid too little gives up after the months that patience lasts.
    @Test func socialOrganisation() throws {
        let world = try World.lived(
            .lively {
                $0.organisations[0].wage = 800_000
                $0.organisations[0].pledges = [
                    Pledge(account: Account.donors, at: $0.start + 1, amount: 900_000)
                ]
            }, months: 0)
        guard case .social(let story) = try world.story(ofOrganisation: "helper") else {
            Issue.record("it is one from outside")
            return
        }
        #expect(zip(story.months, story.months.dropFirst()).allSatisfy { $0.closing == $1.opening })
        #expect(story.months.allSatisfy { $0.opening + $0.income - $0.costs == $0.closing })
        let end = try #require(story.end)
        #expect(end.cause == .unpaid && story.months[end.month - 1].monthsShort == story.patience)
        let twin = try World.lived(world.specification, months: end.month)
        #expect(twin.organisations[0].hasLeft)
    }

    /// Every organisation of residents that a run sees, against the run itself.
    @Test("residents' organisations end when and as told", arguments: 0..<3)
    func residentOrganisations(number: Int) throws {
        let specification = ScenarioSpecification.lively(communities: 2, residents: 150) {
            $0.people.types[0].initialOrganisations = 40
            $0.parameters.organisations.exit = 0.1
            $0.months = 16
        }
        let world = try World.lived(specification, months: 0, seed: UInt64(number))
        var lives: [String: [(month: Int, organisation: ResidentOrganisation)]] = [:]
        for month in 1...specification.months {
            try world.advance()
            for community in world.communities {
                for organisation in community.organisations {
                    lives[organisation.name(in: community), default: []].append((month, organisation))
                }
            }
        }
        let start = try World.lived(specification, months: 0, seed: UInt64(number))
        var causes: Set<ResidentOrganisationStory.Cause> = []
        for (id, life) in lives.sorted(by: { $0.key < $1.key }) {
            guard case .residents(let story) = try start.story(ofOrganisation: id) else { continue }
            let last = life[life.count - 1].month
            #expect(last == specification.months ? story.end == nil : story.end?.month == last + 1)
            #expect(story.founded == Int(life[0].organisation.founded))
            let told = Dictionary(uniqueKeysWithValues: story.months.map { ($0.month, $0) })
            for (month, organisation) in life.dropLast() {
                // Between two turns of the organisation only who moves away leaves.
                #expect(told[month + 1].map { $0.members <= organisation.members.count } ?? true)
            }
            if let end = story.end { causes.insert(end.cause) }
            if story.end?.cause == .noSuccessor { #expect(story.end?.leaderExit?.happens == true) }
        }
        #expect(!causes.isEmpty)
        #expect(throws: ExplanationError.self) { try start.story(ofOrganisation: "a/organisation-999") }
    }
}

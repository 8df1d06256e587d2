import Testing

@testable import Governance

@Suite("Worlds")
struct WorldTests {
    /// All that a world shows of some months: bits of every observable of the whole and of each community, and all flows.
    func history(
        _ specification: ScenarioSpecification, months: Int = 4, seed: UInt64 = 1, replicate: UInt32 = 0,
        threads: Int = 1
    ) throws -> [[UInt64]: [MoneyFlow]] {
        let world = try World(specification, seed: seed, replicate: replicate, threads: threads)
        var history: [[UInt64]: [MoneyFlow]] = [:]
        for month in 1...months {
            try world.advance()
            let values = world.communityIDs.indices.flatMap { world.observe(community: $0) } + world.observe()
            history[[UInt64(month)] + values.map(\.bitPattern)] = world.flows
        }
        return history
    }

    @Test(arguments: [2, 3]) func threadsNeverMatter(threads: Int) throws {
        let specification = ScenarioSpecification.lively(communities: 5, residents: 90)
        let (one, several) = (try history(specification), try history(specification, threads: threads))
        #expect(one == several)
    }

    @Test func theOrderOfCommunitiesNeverMatters() throws {
        let inOrder = try history(.lively(communities: 4, residents: 90))
        let shuffled = try history(
            .lively(communities: 4, residents: 90) {
                $0.people.communities.swapAt(0, 2)
                $0.people.communities.swapAt(1, 3)
            })
        #expect(inOrder == shuffled)
    }

    /// A replicate depends on its number alone, not on which others are run, before it or with it.
    @Test func replicatesStandAlone() throws {
        let specification = ScenarioSpecification.lively(residents: 90)
        let alone = try history(specification, months: 2, replicate: 2)
        let worlds = try (0..<4).map { try World(specification, seed: 1, replicate: $0) }
        for world in worlds { for _ in 0..<2 { try world.advance() } }
        let among = try history(specification, months: 2, replicate: 2)
        #expect(alone == among)
        let shown = worlds.map { $0.observe().map(\.bitPattern) }
        #expect(alone.keys.contains { $0.suffix(Observable.all.count) == shown[2][...] })
        #expect(Set(shown).count == 4)
        let other = try history(specification, months: 2, seed: 3, replicate: 2)
        #expect(other != alone)
    }

    /// No activities, no organisations, whatever the rest: nobody ever takes part.
    @Test(arguments: 0..<3) func theZeroInstitutionNull(number: Int) throws {
        var specification = ScenarioSpecification.random(number)
        specification.people.types[0].initialOrganisations = 0
        specification.institutions.engagement = .init()
        let world = try World(specification, seed: 1, replicate: 0)
        for _ in 0..<12 {
            try world.advance()
            #expect(try world.observe("participation.rung0") == 1)
            #expect(try world.observe("organisations.count") == 0)
        }
    }

    /// Kept by hand from the flows alone: accounts sum to zero each month, and none inside is below zero.
    @Test(arguments: 0..<8) func moneyIsConserved(number: Int) throws {
        let world = try World(.random(number), seed: 8, replicate: 0)
        var accounts: [String: Int64] = [:]
        for _ in 0..<15 {
            try world.advance()
            for flow in world.flows {
                #expect(flow.fen > 0)
                accounts[flow.from, default: 0] -= flow.fen
                accounts[flow.to, default: 0] += flow.fen
            }
            #expect(accounts.values.reduce(0, +) == 0)
            for (account, fen) in accounts {
                #expect(fen >= 0 || Account.isOutside(account), "\(account)")
                #expect(fen == world.ledger.balance(account))
            }
        }
    }

    @Test(arguments: 0..<6) func residentsStayPossible(number: Int) throws {
        let world = try World.lived(.random(number), months: 10, seed: 9)
        for community in world.communities {
            #expect(community.residents.isWithinBounds && community.residents.areTiesSound)
        }
        withExtendedLifetime(world) {}
    }

    /// At either end of every parameter's range, and with a handful of people, life goes on.
    @Test(arguments: [false, true], [1, 2, 40]) func extremes(highest: Bool, residents: Int) throws {
        var specification = ScenarioSpecification.random(4, residents: residents)
        for field in Parameters.all {
            let (low, high) = (field.range.lowerBound, field.range.upperBound)
            specification.parameters[keyPath: field.path] = highest ? high : low
        }
        let world = try World.lived(specification, months: 8)
        for community in world.communities { #expect(community.residents.isWithinBounds) }
        withExtendedLifetime(world) {}
    }

    /// Setting every lever to its neutral value is the same as not naming it.
    @Test func neutralLeversAreAbsentLevers() throws {
        let absent = try history(.lively(residents: 60) { $0.institutions = Institutions() })
        let neutral = try history(
            .lively(residents: 60) {
                $0.institutions = Institutions()
                $0.events = [
                    ScheduledEvent(
                        at: $0.start + 1, title: Text(en: "nothing", zh: "无"),
                        changes: Lever.all.map { .init(lever: $0.key, value: $0.neutral) })
                ]
            })
        #expect(absent == neutral)
    }

    /// A burn-in of six months is the same life as six months more before the same date, but for what is recorded.
    @Test func theBurnInIsLivedAndNotRecorded() throws {
        let burnt = try World(.lively(residents: 90, burnIn: 6), seed: 1, replicate: 0)
        #expect(burnt.monthsDone == 0 && burnt.observe().allSatisfy { $0.isNaN || $0 == 0 })
        let longer = try World.lived(
            .lively(residents: 90) { $0.start = $0.start + -6 }, months: 6)
        try burnt.advance()
        try longer.advance()
        #expect(burnt.monthsDone == 1)
        #expect(burnt.observe().map(\.bitPattern) == longer.observe().map(\.bitPattern))
        #expect(burnt.flows == longer.flows)
        #expect(burnt.flows.first { $0.purpose == "wages" }?.fen == 1_200_000)
        #expect(burnt.ledger.balance(Account.households) == 7 * (3 * 1_200_000 + 1_000_000))
    }

    @Test func aFailingBurnInSaysWhere() {
        let wrong = ScenarioSpecification.small(residents: 5, burnIn: 4) {
            $0.events = [
                ScheduledEvent(
                    at: $0.start + -2, title: Text(en: "wrong", zh: "错"),
                    changes: [.init(lever: "taskLoad", value: .number(7))])
            ]
        }
        let error = #expect(throws: WorldError.self) { try World(wrong, seed: 1, replicate: 0) }
        #expect(error?.description == "month 3 of the burn-in: taskLoad is 7.0, but must lie from 0.0 to 1.0")
    }

    /// Bytes grow with residents by what a resident takes, and with threads by scratch for the largest community.
    @Test func bytes() {
        let (small, large) = (ScenarioSpecification.small(), ScenarioSpecification.small(residents: 1_200))
        let more = World.bytes(for: large) - World.bytes(for: small)
        #expect(more / (3 * 1_000) >= ResidentBlock.bytesPerResident)
        #expect(more / (3 * 1_000) < ResidentBlock.bytesPerResident + 40)
        #expect(World.bytes(for: large, threads: 2) - World.bytes(for: large) == 1_200 * Scratch.bytesPerRow)
    }

    /// One number of the whole model: any change of any result shows here.
    @Test func golden() throws {
        let world = try World.lived(.lively(), months: 6)
        let shown = ["participation.rung1plus", "need.mean", "trust.committee", "money.spent"]
        let values = try shown.map { try world.observe($0).description }
        #expect(values.joined(separator: " ") == "0.4683333333333333 0.47216986974080405 0.397187016805013 4962.9")
    }
}

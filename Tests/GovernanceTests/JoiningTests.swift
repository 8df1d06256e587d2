import Numerics
import Testing

@testable import Governance

@Suite("Pilots and those who follow")
struct JoiningTests {
    private static let start = YearMonth(year: 2008, month: 1)

    /// Eight communities; in the third month two pilots join, twelve months later all others.
    private func rolled(_ change: (inout Rollout) -> Void = { _ in }) -> ScenarioSpecification {
        .lively(communities: 8, residents: 60) {
            var rollout = Rollout(group: "in", others: "out", at: Self.start + 2, pilots: 2)
            rollout.expansion = 12
            change(&rollout)
            $0.rollout = rollout
            $0.people.variation = People.Variation(leadership: 0.3, facilitation: 0.1)
            $0.events = [
                ScheduledEvent(
                    at: Self.start + 4, title: $0.title, communities: .group("in"),
                    changes: [.init(lever: "linkage", value: .number(0.5))])
            ]
        }
    }

    private func joined(_ world: World, lag: Int? = 0) -> [String] {
        world.communities.filter { $0.arrival.lag == lag }.map(\.id)
    }

    @Test func theBestSignalJoins() throws {
        let world = try World.lived(rolled { ($0.choice, $0.signal) = (.best, .init(facilitation: 1)) }, months: 3)
        let able = world.communities.sorted { $0.restingFacilitation > $1.restingFacilitation }.prefix(2).map(\.id)
        #expect(Set(joined(world)) == Set(able))
        let signals = world.communities.map(\.arrival.signal)
        #expect(abs(signals.reduce(0, +)) < 1e-9)
        #expect(abs(signals.reduce(0) { $0 + $1 * $1 } / 8 - 1) < 1e-9)
    }

    /// Leadership varies by community because it is asked to, in newcomers too, and not otherwise.
    @Test func leadershipOfACommunityLasts() throws {
        func means(_ sd: Double) throws -> [Double] {
            var specification = ScenarioSpecification.small(communities: 8, residents: 1_000)
            specification.people.variation.leadership = sd
            specification.parameters.turnover.settled = 0.5
            return try World.lived(specification, months: 6).communities.map { Joining.measures($0)[0] }
        }
        func spread(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
        // Means of 1,000 draws of a standard deviation of 0.16 lie within 0.03; communities', of 0.06 each, hardly do.
        let (alike, various) = (spread(try means(0)), spread(try means(0.4)))
        #expect(alike < 0.03 && various > 0.06)
    }

    @Test func byLotEachIsAsLikely() throws {
        var counts: [String: Int] = [:]
        for replicate in 0..<200 {
            let world = try World.lived(rolled { $0.pilots = 2 }, months: 3, replicate: UInt32(replicate))
            for id in joined(world) { counts[id, default: 0] += 1 }
        }
        // 200 drawings of two in eight: 50 +- 6.1 each; beyond 4.2 standard deviations once in 5,000 such tests.
        #expect(counts.count == 8 && counts.values.allSatisfy { abs($0 - 50) < 26 })
    }

    @Test func anotherLotDrawsOthers() throws {
        func drawn(_ lot: Int, threads: Int = 1) throws -> [[String]] {
            try (0..<12).map { replicate in
                joined(
                    try .lived(
                        rolled { $0.lot = lot }, months: 3, replicate: UInt32(replicate), threads: threads))
            }
        }
        let (first, second) = (try drawn(0), try drawn(1))
        #expect(first != second)
        let threaded = try drawn(0, threads: 2)
        #expect(first == threaded)
    }

    /// Where more take part, a community comes forward more often.
    @Test func volunteersAreThoseWhereResidentsTakePart() throws {
        var ranks = 0.0
        let runs = 60
        for replicate in 0..<runs {
            let world = try World.lived(
                rolled { $0.choice = .volunteers }, months: 2, replicate: UInt32(replicate))
            let order = world.communities.sorted {
                $0.engagement.share(from: .attends, of: 60) < $1.engagement.share(from: .attends, of: 60)
            }.map(\.id)
            try world.advance()
            ranks += joined(world).reduce(0) { $0 + Double(order.firstIndex(of: $1) ?? 0) } / 2
        }
        // By chance the mean rank is 3.5, of 120 with a standard deviation of 0.2.
        #expect(ranks / Double(runs) > 4.2)
    }

    @Test func thePlaceCanName() throws {
        let world = try World.lived(rolled { ($0.choice, $0.group) = (.named, "pilot") }, months: 3)
        #expect(joined(world) == ["a"])
        #expect(world.communities[0].groups == ["pilot"] && world.communities[1].groups == ["out"])
    }

    /// An event comes to those who follow as much later as they joined.
    @Test func eventsKeepTheirDistance() throws {
        let world = try World.lived(rolled(), months: 4)
        func linked() -> [String] { world.communities.filter { $0.institutions.linkage == 0.5 }.map(\.id) }
        #expect(linked().isEmpty)
        try world.advance()
        #expect(linked() == joined(world) && linked().count == 2)
        for _ in 0..<11 { try world.advance() }
        #expect(linked().count == 2 && joined(world, lag: 12).count == 6)
        try world.advance()
        #expect(linked().count == 8)
    }

    @Test func moneyFollows() throws {
        var specification = rolled()
        var line = FundLine.plain("theirs", rule: .equalSplit, month: 6)
        (line.perCommunity, line.communities) = (true, .group("in"))
        specification.fundLines = [line]
        let world = try World.lived(specification, months: 6)
        func paid() -> Int64 { world.flows.filter { $0.purpose == Purpose.release.rawValue }.reduce(0) { $0 + $1.fen } }
        #expect(paid() == 2 * line.yearly)
        for _ in 0..<12 { try world.advance() }
        #expect(paid() == 8 * line.yearly)
    }

    @Test func withoutPilotsNothingHappens() throws {
        let nobody = try World.lived(rolled { ($0.pilots, $0.expansion) = (0, nil) }, months: 20)
        var plain = rolled()
        (plain.rollout, plain.events) = (nil, [])
        let other = try World.lived(plain, months: 20)
        #expect(nobody.observe().map(\.bitPattern) == other.observe().map(\.bitPattern))
    }

    /// Trainers and attention: as many for each as pilots had, as many as there are, or as asked.
    @Test func whatIsSharedIsShared() throws {
        func hours(_ change: (inout Rollout) -> Void) throws -> (hours: Double, attention: Double) {
            var specification = rolled(change)
            specification.institutions.support.access = false
            specification.events[0].changes = [
                .init(lever: "support.access", value: .flag(true)),
                .init(lever: "support.pilotWeight", value: .number(4)),
            ]
            specification.organisations[0].wage = 0
            let world = try World.lived(specification, months: 20)
            return (world.communities[0].presence.hours, world.government.crowding)
        }
        let city = try hours { _ in }
        #expect(isClose(city.hours, 300 / 8) && city.attention == 1)
        let full = try hours { $0.sharers = 2 }
        #expect(isClose(full.hours, 300 / 2) && full.attention == 0.25)
        let grown = try hours { $0.growth = 3 }
        #expect(isClose(grown.hours, 900 / 8))
    }

    /// A pilot's share of attention among eight, of which those beyond the sharers weigh as if they had not joined.
    @Test func attentionIsThatOfSoMany() throws {
        func attention(_ pilots: Int, crowding: Double) throws -> Double {
            let specification = ScenarioSpecification.small(communities: 8, residents: 20)
            let world = try World(founding: specification, seed: 1, replicate: 0)
            for c in 0..<pilots { world.communities[c].institutions.support.pilotWeight = 4 }
            world.government.crowding = crowding
            try Attention.step(world, world.month(1))
            return world.communities[0].experience.attention
        }
        let (few, all) = (try attention(2, crowding: 1), try attention(8, crowding: 1))
        let asFew = try attention(8, crowding: 0.25)
        #expect(isClose(asFew, few) && all < few)
    }

    @Test func standardScoresIgnoreWhatDoesNotVary() {
        #expect(Joining.sums(of: [[1, 5], [1, 7]], by: [1, 2]) == [-2, 2])
        #expect(Joining.sums(of: [], by: [1]).isEmpty)
    }

    @Test func aSnapshotKeepsWhoJoined() throws {
        let specification = rolled()
        let world = try World.lived(specification, months: 16)
        let other = try World(world.snapshot(), specification)
        for _ in 0..<4 {
            try world.advance()
            try other.advance()
        }
        #expect(world.observe().map(\.bitPattern) == other.observe().map(\.bitPattern))
        #expect(joined(world) == joined(other) && other.communities.allSatisfy { $0.groups.contains("in") })
    }
}

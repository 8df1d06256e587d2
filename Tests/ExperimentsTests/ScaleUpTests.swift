import Archive
import Governance
import Testing

@testable import Experiments

/// Toy cities in which what a pilot gains can be worked out: the regime is training for the committee, the effect its facilitation.
@Suite("Scaling up")
struct ScaleUpTests {
    /// Eight communities; the regime is a day of training a month, which takes 16 hours of trainers who have `hours` together.
    static func toy(hours: Double, spread: Double = 0) -> ScenarioSpecification {
        var toy = ScenarioSpecification.small(months: 60, burnIn: 0, people: 20)
        let text = Text(en: "toy", zh: "玩具")
        toy.people.communities = (1...8).map {
            CommunitySpecification(id: "c\($0)", name: text, type: "flats", street: "s", people: 20)
        }
        toy.people.variation.facilitation = spread
        toy.institutions = Institutions()
        toy.organisations = [
            SocialOrganisationTerms(
                id: "trainers", name: text, staff: 1, hours: hours, professionalism: 0.7, integrity: 1,
                contract: 100_000,
                payer: Account.streetBudget, from: toy.start)
        ]
        toy.events = [
            ScheduledEvent(
                at: toy.start + 1, title: text, communities: .group("in"),
                changes: [
                    .init(lever: "support.access", value: .flag(true)),
                    .init(lever: "capacity.committeeTraining", value: .number(1)),
                    .init(lever: "capacity.trainerHours", value: .number(16)),
                ])
        ]
        var rollout = Rollout(group: "in", others: "out", at: toy.start + 1, pilots: 2)
        rollout.expansion = 12
        rollout.signal = Rollout.Signal(facilitation: 1)
        toy.rollout = rollout
        return toy
    }

    static func terms(_ sizes: [Int] = [8], _ choices: [PilotChoice] = [.best]) -> ScaleUpTerms {
        var terms = ScaleUpTerms(sizes: sizes, choices: choices)
        terms.observable = "committee.facilitation"
        return terms
    }

    static func lived(
        _ specification: ScenarioSpecification, _ terms: ScaleUpTerms = terms(), replicates: Int = 4, cores: Int = 2,
        kept: ScaleUpRuns = ScaleUpRuns()
    ) async throws -> (plan: ScaleUpPlan, runs: ScaleUpRuns, lived: Int) {
        let plan = try ScaleUpPlan(specification, terms)
        let trial = ScaleUpTrial(plan, replicates: replicates, seed: 1)
        var (runs, lived) = (kept, 0)
        let failures = await trial.live(
            kept, cores: cores, memory: 1 << 30, stop: StopSignal(), time: Timekeeper(ContinuousClock()),
            progress: { _ in }
        ) {
            runs = $0
            lived += 1
        }
        #expect(failures.isEmpty)
        return (plan, runs, lived)
    }

    /// Facilitation's gain over so many months, of which each has its part taught, from the model's own equation, by month.
    static func gains(taught: [Double], from start: Double = 0.4) -> [Double] {
        let p = Parameters()
        func value(_ key: String) -> Double {
            Parameters.named(key).map { p[keyPath: $0.path] } ?? .nan
        }
        var f = start
        return taught.map { part in
            let gain = value("committees.train") * part
            f += gain * (1 - f) - value("committees.forgetting") * (f - start)
            return f - start
        }
    }

    private func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

    /// Two pilots have 16 hours each, eight communities 4: what they gain is that of full and of a quarter of the training.
    @Test func sharedTrainersDiluteAsTheEquationSays() async throws {
        let (plan, runs, _) = try await Self.lived(Self.toy(hours: 32), replicates: 2)
        #expect(plan.window == 13...24)
        let pilot = Self.gains(taught: Array(repeating: 1, count: 24))
        let stayed = Self.gains(taught: Array(repeating: 1, count: 12) + Array(repeating: 0.25, count: 12))
        let follower = Self.gains(taught: Array(repeating: 0.25, count: 24))
        for replicate in 1...2 {
            func run(_ role: ScaleUpWorld.Role) throws -> ScaleUpRun {
                try #require(runs[ScaleUpWorld(size: 8, role), replicate])
            }
            let nobody = try run(.nobody)
            let alone = try run(.alone(.best))
            #expect(alone.pilots.count == 2 && alone.joined == alone.pilots)
            #expect(abs(alone.effect(over: alone.pilots, against: nobody) - mean(pilot[12...])) < 1e-9)
            let city = try run(.city(.best))
            #expect(city.pilots == alone.pilots && city.joined.count == 8)
            #expect(abs(city.effect(over: city.pilots, against: nobody) - mean(stayed[12...])) < 1e-9)
            let others = city.joined.filter { !city.pilots.contains($0) }
            #expect(abs(city.effect(over: others, against: nobody) - mean(follower[12...])) < 1e-9)
            let full = try run(.lotFull)
            #expect(abs(full.effect(over: full.joined, against: nobody) - mean(pilot[12...])) < 1e-9)
            // The pilots by themselves are in a city of two.
            #expect(abs((alone.apart ?? 0) - mean(pilot[12...])) < 1e-9)
        }
    }

    /// The same runs whatever the cores; what is kept is not lived again, and more replicates go on.
    @Test func whatIsKeptIsNotLivedAgain() async throws {
        let (plan, first, count) = try await Self.lived(Self.toy(hours: 32), replicates: 1)
        #expect(count == plan.worlds.count)
        let (_, more, added) = try await Self.lived(Self.toy(hours: 32), replicates: 2, cores: 1, kept: first)
        #expect(added == count)
        let (_, whole, _) = try await Self.lived(Self.toy(hours: 32), replicates: 2, cores: 2)
        #expect(whole == more)
    }

    /// A community is the same in any city: people, draws, and so its course while nothing comes from outside.
    @Test func aCommunityIsTheSameInAnyCity() throws {
        var place = Self.toy(hours: 32)
        place.people.types[0].tiesBeyond = 0
        place.institutions.engagement.committee.culture = 0.5
        let sizes = [4, 8, 24].map { place.city(of: $0) }
        #expect(sizes.map(\.people.communities.count) == [4, 8, 24])
        #expect(sizes[2].district.streets.map(\.id) == ["s", "s-x2", "s-x3"])
        #expect(Set(sizes[2].people.communities.map(\.id)).count == 24)
        #expect(sizes.map(\.district.otherCommunities) == [7, 3, 0])
        var seen: [String: [UInt64]] = [:]
        for size in sizes {
            let world = try World(size, seed: 7, replicate: 3)
            for _ in 0..<3 { try world.advance() }
            let own = Observable.all.indices.filter { Observable.all[$0].key.hasPrefix("participation.") }
            for (c, id) in world.communityIDs.enumerated() {
                let values = world.observe(community: c)
                let bits = own.map { values[$0].bitPattern }
                if let before = seen.updateValue(bits, forKey: id) { #expect(before == bits, "\(id)") }
            }
        }
        #expect(seen.values.contains { $0.contains { Double(bitPattern: $0) > 0 } })
        // Those that are like it are others.
        #expect(seen["c1"] != seen["c1-x2"])
    }

    @Test func workersAreSharedAtTheirPay() throws {
        var place = Self.toy(hours: 160)
        place.organisations[0].perCommunity = true
        try place.employ(4)
        #expect(place.organisations[0].staff == 4 && !place.organisations[0].perCommunity)
        #expect(place.organisations[0].contract == 400_000)
        place.organisations = []
        #expect(throws: ScaleUpFault.noTrainers) { try place.employ(4) }
    }

    @Test func whatDoesNotFitIsRefused() {
        var closed = Self.toy(hours: 32)
        closed.rollout = nil
        #expect(throws: ScaleUpFault.noRollout) { try ScaleUpPlan(closed, Self.terms()) }
        var endless = Self.toy(hours: 32)
        endless.rollout?.expansion = nil
        #expect(throws: ScaleUpFault.noExpansion) { try ScaleUpPlan(endless, Self.terms()) }
        #expect(throws: ScaleUpFault.tooSmall(size: 1, pilots: 2)) {
            try ScaleUpPlan(Self.toy(hours: 32), Self.terms([1]))
        }
        var early = Self.terms()
        early.window = 10...20
        #expect(throws: ScaleUpFault.earlyWindow(from: 10, expansion: 12)) {
            try ScaleUpPlan(Self.toy(hours: 32), early)
        }
        for fault in [ScaleUpFault.noRollout, .noPilots, .tooLong(months: 9), .tooSmall(size: 1, pilots: 2)] {
            #expect(!fault.message.en.isEmpty && !fault.message.zh.isEmpty)
        }
    }

    @Test func trainersAreTriedInEvenProportions() {
        var terms = Self.terms()
        #expect(ScaleUpPlan.growths(size: 28, pilots: 4, terms) == [1])
        terms.keep = 0.8
        #expect(ScaleUpPlan.growths(size: 64, pilots: 4, terms) == [1, 2, 4, 8, 16])
        #expect(ScaleUpPlan.growths(size: 4, pilots: 4, terms) == [1])
    }
}

import Testing

@testable import Governance

@Suite("The district's attention")
struct AttentionTests {
    let p = Attention.Parameters()

    /// Weights 4, 1, 1 and 2 outside: shares of a capacity of 2; novelty is one month on its way from 1 to the floor.
    @Test func byHand() throws {
        let world = try World(
            .small {
                $0.district.otherCommunities = 2
                $0.institutions.support.agenda = 0.5
            }, seed: 1, replicate: 0)
        world.communities[0].institutions.support.pilotWeight = 3
        try Attention.step(world, world.month(1))
        let novelty = 1 + (p.floor - 1) / p.novelty
        #expect(isClose(world.government.novelty, novelty))
        let attention = world.communities.map(\.experience.attention)
        #expect(zip(attention, [1, 0.25, 0.25]).allSatisfy { isClose($0, $1 * 0.5 * novelty) })
        #expect(Attention.weight(pilot: 3, visibility: 0.5, p) == 5)
        #expect(Attention.share(of: 4, in: 8, capacity: 1) == 0.5)
    }

    @Test(arguments: 0..<4) func attentionIsFinite(number: Int) throws {
        let world = try World(.random(number), seed: 1, replicate: 0)
        for _ in 0..<6 {
            try world.advance()
            let attention = world.communities.map(\.experience.attention)
            #expect(attention.allSatisfy { (0...1).contains($0) })
            #expect(attention.reduce(0, +) <= world.specification.district.attentionCapacity)
            #expect((p.floor...1).contains(world.government.novelty))
            #expect(world.government.aspiration >= 0)
        }
    }

    /// Where nothing is shown, what novelty has above its floor decays by 1/36 a month.
    @Test func noveltyWearsOff() throws {
        let world = try World(.small(), seed: 1, replicate: 0)
        for number in 1...120 { try Attention.step(world, world.month(number)) }
        var left = 1 - p.floor
        for _ in 1...120 { left *= 1 - 1 / p.novelty }
        #expect(isClose(world.government.novelty, p.floor + left, within: 1e-12))
        #expect(world.government.aspiration == 0)
    }

    /// Two protests among 200 are ten of a thousand, and fade as what is shown does. Where the district looks at unrest it
    /// looks away from the others; where it does not, protests only cost standing.
    @Test(arguments: [0.0, 0.5]) func aProtestDrawsAttention(byProtest: Double) throws {
        let world = try World(.small { $0.district.attentionCapacity = 1 }, seed: 1, replicate: 0)
        for c in 0..<3 { world.communities[c].institutions.support.byProtest = byProtest }
        world.communities[1].unrest.protests = 2
        try Attention.step(world, world.month(1))
        #expect(isClose(world.communities[1].experience.protests, 10))
        let attention = world.communities.map(\.experience.attention)
        let weights = [1, 1 + 10 * byProtest, 1]
        let all = weights.reduce(1, +)
        for c in 0..<3 { #expect(isClose(attention[c], weights[c] / all * world.government.novelty)) }
        world.communities[1].unrest.protests = 0
        try Attention.step(world, world.month(2))
        #expect(isClose(world.communities[1].experience.protests, 9))
    }

    @Test func whatIsOffTheAgendaGetsNone() throws {
        let world = try World(.small { $0.institutions.support.agenda = 0 }, seed: 1, replicate: 0)
        try Attention.step(world, world.month(1))
        #expect(world.communities.allSatisfy { $0.experience.attention == 0 })
    }

    /// Showing more, like being a pilot, draws attention, and from the others.
    @Test func visibleSuccessDrawsAttentionFromOthers() throws {
        func attention(visibility: Double, pilot: Double) throws -> [Double] {
            let world = try World(.small { $0.district.attentionCapacity = 1 }, seed: 1, replicate: 0)
            world.communities[1].experience.visibility = visibility
            world.communities[1].institutions.support.pilotWeight = pilot
            world.government.novelty = 0.7
            try Attention.step(world, world.month(1))
            return world.communities.map(\.experience.attention)
        }
        let (none, pilot) = (try attention(visibility: 0.1, pilot: 0), try attention(visibility: 0.1, pilot: 1))
        let shown = try attention(visibility: 1, pilot: 0)
        for more in [pilot, shown] {
            #expect(more[1] > none[1])
            #expect(more[0] < none[0])
        }
    }

    /// V fades by a tenth and moves with satisfaction, never below 0.
    @Test func visibilityFollowsSatisfaction() throws {
        let world = try World(.small(), seed: 1, replicate: 0)
        world.communities[0].experience.visibility = 1
        world.communities[0].experience.satisfaction = 0.5
        world.communities[0].service.unmet = 0.4 * 200
        world.communities[1].experience.satisfaction = 0.8
        world.communities[1].service.unmet = 0.4 * 200
        try Attention.step(world, world.month(2))
        #expect(isClose(world.communities[0].experience.visibility, 1 - p.fade + 0.1))
        #expect(world.communities[1].experience.visibility == 0)
        #expect(world.government.novelty == 1)
        #expect(isClose(world.government.aspiration, p.adapt / 3))
        world.communities[0].service.unmet = 0.45 * 200
        try Attention.step(world, world.month(3))
        #expect(isClose(world.communities[0].experience.visibility, 1 - p.fade - 0.05))
    }

    /// Of 200 residents one petition is five of a thousand and takes 0.1; a protest takes 1; an award brings 0.3.
    @Test func honoursRaiseAndUnrestLowersWhatIsSeen() throws {
        func visibility(petitions: Int = 0, protests: Int = 0, award: Double = 0) throws -> Double {
            let world = try World(.small { $0.institutions.support.award = award }, seed: 1, replicate: 0)
            world.communities[1].experience.visibility = 2
            world.communities[1].unrest.petitions = petitions
            world.communities[1].unrest.protests = protests
            try Attention.step(world, world.month(1))
            return world.communities[1].experience.visibility
        }
        #expect(try visibility() == 2 * (1 - p.fade))
        #expect(isClose(try visibility(petitions: 1), 1.8 - 5 * p.byPetition))
        #expect(isClose(try visibility(protests: 1), 1.8 - 5 * p.byProtest))
        #expect(isClose(try visibility(award: 0.3), 2.1))
        #expect(try visibility(protests: 9) == 0)
    }

    /// What is the district's own is shown for every community alike.
    @Test func whatTheDistrictExpectsIsShown() throws {
        let world = try World.lived(.lively(), months: 14)
        #expect(isClose(try world.observe("government.aspiration"), world.government.aspiration))
        #expect(isClose(try world.observe("government.novelty"), world.government.novelty))
        let seen = world.communities.map(\.experience.visibility).reduce(0, +) / 3
        #expect(isClose(try world.observe("government.visibility"), seen))
    }

    /// Services are first lived in month 1, so that satisfaction is known from month 2 and gains from month 3.
    @Test func satisfactionIsNotKnownAtTheStart() throws {
        let world = try World.lived(.small(), months: 1)
        #expect(world.communities.allSatisfy { $0.experience.satisfaction == nil })
        try world.advance()
        #expect(world.communities.allSatisfy { (0.3..<0.9).contains($0.experience.satisfaction ?? 1) })
        #expect(world.communities.allSatisfy { $0.experience.visibility == 0 })
    }

    @Test func golden() throws {
        let world = try World(.small(residents: 10), seed: 1, replicate: 0)
        for c in 0..<3 { world.communities[c].experience.visibility = Double(c) / 3 }
        for number in 1...12 { try Attention.step(world, world.month(number)) }
        #expect(
            written(world.government.novelty, world.communities[2].experience.attention)
                == "1.0 0.6031172894083598")
    }
}

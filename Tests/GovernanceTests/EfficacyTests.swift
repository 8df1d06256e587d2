import Testing

@testable import Governance

@Suite("Residents see whether they were heeded")
struct EfficacyTests {
    let p = Efficacy.Parameters()

    /// Target 0.1 + 0.9 x 0.9 x 0.5 = 0.505, from 0.2, by rung; the last was turned away.
    @Test func byHand() {
        #expect(isClose(Efficacy.target(heeded: 0.5, response: 0, p), 0.505))
        #expect(Efficacy.target(heeded: 0.5, response: 0, p) == p.floor + (1 - p.floor) * (p.reach * 0.5))
        #expect(isClose(Efficacy.target(heeded: 0.5, response: 0.5, p), 0.1 + 0.9 * (0.45 + 0.2 * 0.5 * 0.55)))
        #expect(Efficacy.target(heeded: 1, response: 1, p) <= 1)
        withResidents(5) { residents, scratch in
            for i in 0..<5 { (residents.efficacy[i], residents.rung[i]) = (0.2, [0, 2, 3, 4, 0][i]) }
            scratch.offer[4] = Scratch.turnedAway
            Efficacy.advance(residents, scratch, target: 0.505, p)
            let expected = [0.203_05, 0.214_64, 0.2366, 0.2366, 0.203_05 * 0.97]
            for i in 0..<5 { #expect(isClose(residents.efficacy[i], expected[i])) }
        }
    }

    /// Half of what was asked for granted, a fifth lost to failure, money half right: 0.2, of which a month shows 15 %.
    @Test func heedingByHand() {
        func heeded(_ change: (inout Community) -> Void) -> Double {
            withCommunity(3) { community, month, scratch in
                community.institutions.rights.design = true
                community.experience.voice.ask(4, granted: 2)
                (community.experience.failure, community.experience.moneyFit) = (0.2, 0.5)
                change(&community)
                Efficacy.step(&community, month, scratch)
                return community.experience.heeded
            }
        }
        #expect(isClose(heeded { _ in }, 0.03))
        #expect(heeded { $0.institutions.rights.design = false } == 0)
        #expect(heeded { $0.experience.voice = Voice() } == 0)
        #expect(isClose(heeded { $0.experience.voice.ask(4, granted: 4) }, 0.045))
        #expect(isClose(heeded { $0.institutions.rights = .init(assess: true) }, 0.03))
        #expect(heeded { $0.experience.failure = 0.3 } < 0.03)
    }

    /// What was asked for is remembered in proportion while nothing new is asked; then the new weighs most.
    @Test func decisionsAddUpAndFade() {
        var voice = Voice()
        #expect(voice.share == nil)
        voice.ask(100, granted: 0)
        voice.ask(300, granted: 300)
        #expect(voice.share.map { isClose($0, 0.75) } == true)
        for _ in 0..<12 { voice.fade(0.15) }
        #expect(voice.share.map { isClose($0, 0.75) } == true)
        voice.ask(400, granted: 0)
        #expect((voice.share ?? 1) < 0.15)
    }

    @Test(arguments: 0..<4) func onlyEfficacyMovesAndStaysInBounds(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            Mobilisation.step(&community, month, scratch)
            Participation.step(&community, month, scratch)
            community.experience.voice.ask(1, granted: 1)
            let changes = community.residents.changes {
                for _ in 0..<20 { Efficacy.step(&community, month, scratch) }
            }
            #expect(changes == ["efficacy"])
            #expect(community.residents.isWithinBounds)
            #expect((0...1).contains(community.experience.heeded))
        }
    }

    @Test func limits() {
        withResidents(2) { residents, scratch in
            (residents.rung[0], residents.efficacy[1]) = (3, 1)
            for _ in 0..<2_000 { Efficacy.advance(residents, scratch, target: 0.7, p) }
            #expect(isClose(residents.efficacy[0], 0.7) && isClose(residents.efficacy[1], 0.7, within: 1e-5))
            var still = p
            (still.deciding, still.delivering, still.others) = (0, 0, 0)
            #expect(residents.changes { Efficacy.advance(residents, scratch, target: 0, still) } == [])
        }
    }

    @Test func beingHeededRaisesThoseWhoDecideMost() {
        withResidents(3) { residents, scratch in
            for i in 0..<3 { (residents.rung[i], residents.efficacy[i]) = ([0, 2, 3][i], 0.2) }
            Efficacy.advance(residents, scratch, target: 0.8, p)
            #expect(0.2 < residents.efficacy[0] && residents.efficacy[0] < residents.efficacy[1])
            #expect(residents.efficacy[1] < residents.efficacy[2])
        }
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            Efficacy.step(&community, month, scratch)
            #expect(
                written((0..<60).reduce(0) { $0 + Double(community.residents.efficacy[$1]) })
                    == "28.44918984407559")
        }
    }
}

import Testing

@testable import Governance

@Suite("Public spirit moves")
struct PublicSpiritTests {
    let p = PublicSpirit.Parameters()

    /// Targets at heeding 0.5: 0.3 alone; 0.55 with half the ties active; 0.3 + 0.4 x 0.7 / 2 = 0.44 at rung 2;
    /// 0.3 + 0.4 x 0.7 x 3/4 - 0.1 = 0.41 at rung 3.
    @Test func byHand() {
        withResidents(4) { residents, scratch in
            for i in 0..<4 { (residents.spirit[i], residents.rung[i]) = (0.2, [0, 0, 2, 3][i]) }
            scratch.activeTies[1] = 0.5
            PublicSpirit.advance(residents, scratch, heeded: 0.5, p)
            let targets = [0.3, 0.55, 0.44, 0.41]
            for i in 0..<4 { #expect(isClose(residents.spirit[i], 0.2 + 0.03 * (targets[i] - 0.2))) }
        }
    }

    @Test(arguments: 0..<4) func onlySpiritMovesAndStaysInBounds(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            Participation.gather(community.residents, [], scratch)
            community.experience.heeded = Double(number) / 3
            let changes = community.residents.changes {
                for _ in 0..<50 { PublicSpirit.step(&community, month, scratch) }
            }
            #expect(changes == ["spirit"])
            #expect(community.residents.isWithinBounds)
        }
    }

    @Test func limits() {
        withResidents(2) { residents, scratch in
            (residents.spirit[0], residents.rung[1], scratch.activeTies[1]) = (1, 4, 1)
            for _ in 0..<1_500 { PublicSpirit.advance(residents, scratch, heeded: 1, p) }
            #expect(isClose(residents.spirit[0], p.base, within: 1e-5))
            #expect(isClose(residents.spirit[1], 1, within: 1e-5))
            var still = p
            still.pace = 0
            #expect(residents.changes { PublicSpirit.advance(residents, scratch, heeded: 0, still) } == [])
        }
    }

    /// Those who help mind stipends withheld, others do not.
    @Test func withheldStipends() {
        func spirit(withheld: Double) -> [Float] {
            withResidents(5) { residents, scratch in
                for i in 0..<5 { (residents.spirit[i], residents.rung[i]) = (0.5, UInt8(i)) }
                PublicSpirit.advance(residents, scratch, heeded: 0.5, withheld: withheld, p)
                return (0..<5).map { residents.spirit[$0] }
            }
        }
        let (paid, unpaid) = (spirit(withheld: 0), spirit(withheld: 0.5))
        #expect((0..<5).map { paid[$0] > unpaid[$0] } == [false, false, true, true, true])
        #expect(isClose(paid[2] - unpaid[2], 0.03 * 0.2 * 0.5))
    }

    /// Deciding lifts spirit if it is heeded; unheeded it does less than helping does: tokenism.
    @Test func tokenismHurts() {
        func spirit(heeded: Double) -> [Float] {
            withResidents(5) { residents, scratch in
                for i in 0..<5 { (residents.spirit[i], residents.rung[i]) = (0.5, UInt8(i)) }
                PublicSpirit.advance(residents, scratch, heeded: heeded, p)
                return (0..<5).map { residents.spirit[$0] }
            }
        }
        let (heeded, ignored) = (spirit(heeded: 1), spirit(heeded: 0))
        #expect(zip(heeded, heeded.dropFirst()).allSatisfy { $0 < $1 })
        #expect(ignored[3] < ignored[2])
        #expect(zip(heeded, ignored).allSatisfy { $0 >= $1 })
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            Participation.gather(community.residents, [], scratch)
            PublicSpirit.step(&community, month, scratch)
            #expect(
                written((0..<60).reduce(0) { $0 + Double(community.residents.spirit[$1]) })
                    == "29.512184465304017")
        }
    }
}

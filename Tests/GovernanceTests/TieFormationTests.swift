import Numerics
import Testing

@testable import Governance

@Suite("Ties form and fade")
struct TieFormationTests {
    let p = TieFormation.Parameters()
    let sequence = Stream(seed: 5, replicate: 0, name: "ties").draws(agent: 1, month: 1)

    /// A ring in which each resident is tied to the four next on either side; ties left after a month's fading.
    func left(active: Bool, _ p: TieFormation.Parameters) -> Int {
        withResidents(2_000) { residents, _ in
            for i in 0..<2_000 {
                residents.rung[i] = active ? 1 : 0
                for step in 1...4 { residents.addTie(i, (i + step) % 2_000) }
            }
            TieFormation.fade(residents, p, sequence)
            #expect(residents.areTiesSound)
            return (0..<2_000).reduce(0) { $0 + Int(residents.tieCount[$1]) } / 2
        }
    }

    /// Of 8,000 ties 2 % go, 0.8 % between active residents, within five standard errors (chance of failing below 1e-6).
    /// Each of the 200 slots looked at is one of the 16,000 used among 20,000, and counts with chance 1 or 0.4.
    @Test func hazards() {
        #expect(abs(8_000 - left(active: false, p) - 160) < 29)
        #expect(abs(8_000 - left(active: true, p) - 64) < 33)
    }

    /// Full care halves both hazards and doubles meetings; none changes nothing.
    @Test func careForNetworks() {
        let cared = p.cared(1)
        #expect(isClose(cared.meeting, 0.08) && isClose(cared.fading, 0.01) && isClose(cared.fadingActive, 0.004))
        #expect(p.cared(0) == p)
        #expect(8_000 - left(active: false, cared) < 8_000 - left(active: false, p))
    }

    @Test func withoutHazardNoTieEnds() {
        var still = p
        (still.fading, still.fadingActive) = (0, 0)
        #expect(left(active: false, still) == 8_000)
        still.fading = 0.05
        #expect(left(active: true, still) == 8_000)
    }

    /// Shared draws: a larger hazard ends all that the smaller ends, and more.
    @Test func moreHazardFewerTies() {
        var before = 8_001
        for hazard in [0, 0.01, 0.02, 0.04] {
            var more = p
            more.fading = hazard
            #expect(left(active: false, more) < before)
            before = left(active: false, more)
        }
    }

    /// Two who attend an activity that always makes ties become tied, whether each draws the other or itself.
    @Test func activitiesMakeTies() {
        let specification = ScenarioSpecification.small {
            ($0.parameters.tieFormation.meeting, $0.parameters.tieFormation.fading) = (0, 0)
            $0.parameters.mobilisation[.culture].tie = 1
        }
        withCommunity(20, in: specification) { community, month, scratch in
            var culture = Activity(
                kind: .culture, provider: .committee, number: 0, seats: 10, barrier: 0, agenda: SIMD8())
            culture.attended = 10
            community.engagement.activities = [culture]
            for n in 0..<10 { scratch.attendees[n] = UInt16(2 * n) }
            for _ in 0..<20 {
                TieFormation.step(
                    &community, month, scratch)
            }
            let counts = (0..<20).map { community.residents.tieCount[$0] }
            #expect((0..<10).allSatisfy { counts[2 * $0] > 0 && counts[2 * $0 + 1] == 0 })
            #expect(community.residents.areTiesSound)
        }
    }

    /// Neighbours meet within their building only.
    @Test func neighboursMeet() {
        let specification = ScenarioSpecification.small {
            ($0.parameters.tieFormation.meeting, $0.parameters.tieFormation.fading) = (1, 0)
        }
        withResidents(40) { residents, scratch in
            var community = Community(
                specification: specification.people.communities[0], identity: 1, street: 0, residents: residents,
                buildings: [0, 10, 40], farTies: [], needRate: [], institutions: Institutions(),
                committee: Committee(orientation: 0, facilitation: 0))
            let run = RunContext(specification: specification, seed: 1, replicate: 0)
            for number in 1...5 {
                TieFormation.step(
                    &community, Month(run: run, number: UInt32(number), date: specification.start, isRecorded: true),
                    scratch)
            }
            let ties = (0..<40).flatMap { i in
                (0..<Int(residents.tieCount[i])).map { (i, Int(residents.tie[i * ResidentBlock.tieSlots + $0])) }
            }
            #expect(ties.count > 100)
            #expect(ties.allSatisfy { ($0 < 10) == ($1 < 10) })
        }
    }

    @Test(arguments: 0..<6) func tiesStaySound(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            Mobilisation.step(&community, month, scratch)
            Participation.step(&community, month, scratch)
            let changes = community.residents.changes {
                for _ in 0..<20 { TieFormation.step(&community, month, scratch) }
            }
            #expect(changes == ["tie", "tieCount"])
            #expect(community.residents.areTiesSound)
        }
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            for _ in 0..<10 { TieFormation.step(&community, month, scratch) }
            #expect(
                (0..<60).map { community.residents.tieCount[$0].description }.joined()
                    == "567634785776735365637485676434557595393154678675684546635763")
        }
    }
}

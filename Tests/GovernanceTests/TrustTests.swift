import Foundation
import Testing

@testable import Governance

@Suite("Trust moves")
struct TrustTests {
    let p = Trust.Parameters()

    /// A community in which the committee's signal is 0.325 (0.375 to those it met), the government's 0.625, the
    /// organisation's 0.8 (to those it met), the neighbours' 0.475, at needs of 0.4 and without ties.
    func prepare(_ community: inout Community, _ scratch: Scratch) {
        let residents = community.residents
        for i in 0..<residents.count {
            residents.need[i] = SIMD8(repeating: 0.4)
            residents.trust[i] = SIMD4(repeating: 0.5)
        }
        (community.committee.freeHours, community.committee.residentHours) = (100, 50)
        (community.experience.heeded, community.experience.failure) = (0.2, 0.1)
        (community.experience.scandal, community.presence.professionalism) = (0.2, 0.8)
        community.service.residentUnits = 0.05 * Double(residents.count)
        community.engagement.activities = Provider.allCases.map {
            Activity(kind: .culture, provider: $0, number: 0, seats: 9, barrier: 0, agenda: SIMD8())
        }
        scratch.offer[1] = 1
        scratch.offer[2] = 2
        scratch.offer[3] = Scratch.turnedAway
    }

    @Test func byHand() {
        withCommunity(5) { community, month, scratch in
            prepare(&community, scratch)
            Trust.step(&community, month, scratch)
            let trust = (0..<5).map { community.residents.trust[$0] }
            let usual: [Double] = [0.5 - 0.12 * 0.175, 0.5, 0.5 + 0.06 * 0.125, 0.5 - 0.12 * 0.025]
            for lane in 0..<4 {
                for i in [0, 3, 4] { #expect(isClose(trust[i][lane], usual[lane])) }
            }
            #expect(isClose(trust[1][0], 0.5 - 0.12 * 0.125))
            #expect(isClose(trust[2][1], 0.5 + 0.06 * 0.3))
            #expect(isClose(trust[2][0], usual[0]))
            #expect(trust[3][1] == 0.5, "who was turned away met nobody")
        }
    }

    /// Who came to what residents' own organisations did sees their practice (0.6), less what the committee's staff have
    /// made of them.
    @Test(arguments: [(0.0, 0.6), (0.5, 0.3)])
    func residentsOrganisationsAreMet(capture: Double, seen: Double) {
        withCommunity(5) { community, month, scratch in
            prepare(&community, scratch)
            scratch.offer[4] = 3
            community.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            (community.organisations[0].capture, community.organisations[0].activeMembers) = (capture, 2)
            Trust.step(&community, month, scratch)
            let pace = seen > 0.5 ? 0.06 : 0.12
            #expect(isClose(community.residents.trust[4][1], 0.5 + pace * (seen - 0.5)))
            #expect(community.residents.trust[0][1] == 0.5)
        }
    }

    /// A tie here at 0.9 and one elsewhere at 0.1 pull by their mean, a twentieth of the way.
    @Test func tiesPull() {
        let still = ScenarioSpecification.small { ($0.parameters.trust.up, $0.parameters.trust.down) = (0, 0) }
        withCommunity(3, in: still) { community, month, scratch in
            community.residents.trust[0] = SIMD4(repeating: 0.3)
            community.residents.trust[1] = SIMD4(repeating: 0.9)
            community.residents.addTie(0, 1)
            community.farTies = [FarTie(from: 0, community: 1, to: 0, trust: SIMD4(repeating: 0.1))]
            Participation.gather(community.residents, community.farTies, scratch)
            Trust.step(&community, month, scratch)
            let expected = SIMD4<Float>(repeating: 0.3 + 0.05 * (0.5 - 0.3))
            #expect((community.residents.trust[0] - expected).max() < 1e-6)
            #expect(isClose(community.residents.trust[1][0], 0.9 - 0.05 * 0.6))
            #expect(community.residents.trust[2] == SIMD4())
        }
    }

    /// By ties alone on a ring of twelve, a wave of trust shrinks by 1 - mu (1 - cos(2 pi / 12)) a month, and the mean
    /// stays: DeGroot's matrix has that eigenvalue.
    @Test func alongARingWavesFlatten() {
        let still = ScenarioSpecification.small { ($0.parameters.trust.up, $0.parameters.trust.down) = (0, 0) }
        withCommunity(12, in: still) { community, month, scratch in
            let residents = community.residents
            let wave = (0..<12).map { cos(2 * .pi * Double($0) / 12) }
            for i in 0..<12 {
                residents.addTie(i, (i + 1) % 12)
                residents.trust[i] = SIMD4(repeating: Float(0.5 + 0.4 * wave[i]))
            }
            Participation.gather(residents, [], scratch)
            for _ in 0..<60 { Trust.step(&community, month, scratch) }
            let left = 0.4 * pow(1 - p.social * (1 - cos(2 * .pi / 12)), 60)
            for i in 0..<12 { #expect(isClose(residents.trust[i][3], 0.5 + left * wave[i], within: 1e-5)) }
        }
    }

    /// Good and bad news by turns: trust in government stands where a rise of up toward 1 and a fall of down toward 0
    /// undo each other, below the middle.
    @Test func badNewsWeighsMore() {
        withCommunity(1, in: .small { $0.parameters.trust.byService = 0 }) { community, month, scratch in
            for number in 0..<400 {
                let news = number % 2 == 0 ? 1.0 : 0
                (community.experience.moneyFit, community.experience.promisesKept) = (news, news)
                Trust.step(&community, month, scratch)
            }
            let stands = (1 - p.down) * p.up / (1 - (1 - p.down) * (1 - p.up))
            #expect(isClose(community.residents.trust[0][2], stands, within: 1e-5))
            #expect(stands < 0.5)
        }
    }

    @Test(arguments: 0..<6) func onlyTrustMovesAndStaysInBounds(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            Mobilisation.step(&community, month, scratch)
            Participation.step(&community, month, scratch)
            community.experience.failure = 1
            community.experience.scandal = 1
            let changes = community.residents.changes {
                for _ in 0..<10 { Trust.step(&community, month, scratch) }
            }
            #expect(changes == ["trust"])
            #expect(community.residents.isWithinBounds)
        }
    }

    @Test func zeroRatesDoNothing() {
        let still: (inout ScenarioSpecification) -> Void = {
            ($0.parameters.trust.up, $0.parameters.trust.down, $0.parameters.trust.social) = (0, 0, 0)
        }
        withAnyCommunity(2, still) { community, month, scratch in
            #expect(community.residents.changes { Trust.step(&community, month, scratch) } == [])
        }
    }

    /// What ought to raise trust in someone raises somebody's and lowers nobody's; the rest of the lanes stand still.
    @Test func betterSignalsMoreTrust() {
        func trust(_ change: (inout Community) -> Void) -> [SIMD4<Float>] {
            withCommunity(5) { community, month, scratch in
                prepare(&community, scratch)
                change(&community)
                Trust.step(&community, month, scratch)
                return (0..<5).map { community.residents.trust[$0] }
            }
        }
        let before = trust { _ in }
        let changes: [(lane: Int, change: (inout Community) -> Void)] = [
            (0, { $0.experience.heeded += 0.2 }), (0, { $0.committee.orientation += 0.2 }),
            (0, { $0.committee.residentHours += 20 }), (0, { $0.experience.failure -= 0.1 }),
            (1, { $0.presence.professionalism += 0.1 }), (2, { $0.experience.moneyFit += 0.2 }),
            (3, { $0.service.residentUnits += 1 }),
        ]
        for (lane, change) in changes {
            let gain = zip(trust(change), before).map { $0 - $1 }
            #expect(gain.allSatisfy { $0.min() >= 0 })
            #expect(gain.reduce(SIMD4()) { $0 + $1 }[lane] > 0)
            #expect((0..<4).allSatisfy { other in other == lane || gain.allSatisfy { $0[other] == 0 } })
        }
        let shamed = zip(trust { $0.experience.scandal += 0.2 }, before).map { $0 - $1 }
        #expect(shamed.allSatisfy { $0[0] < 0 && $0[2] < 0 })
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            Trust.step(&community, month, scratch)
            let sum = (0..<60).reduce(SIMD4<Double>()) { $0 + SIMD4<Double>(community.residents.trust[$1]) }
            #expect(
                written(sum[0], sum[1], sum[2], sum[3])
                    == "30.049805227667093 28.494149012491107 27.379729993641376 29.153023198246956")
        }
    }
}

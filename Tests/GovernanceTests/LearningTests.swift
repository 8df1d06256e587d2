import Testing

@testable import Governance

@Suite("Taking part leaves traces")
struct LearningTests {
    let p = Learning.Parameters()

    /// One at each rung, all at habit 0.2, skill 0.5, fatigue 0.4.
    @Test func byHand() {
        withResidents(5) { residents, _ in
            for i in 0..<5 {
                residents.rung[i] = UInt8(i)
                (residents.habit[i], residents.skill[i], residents.fatigue[i]) = (0.2, 0.5, 0.4)
            }
            var p = p
            p.habit = 0.15
            Learning.advance(residents, p)
            let habits = [0.17, 0.32, 0.32, 0.32, 0.32]
            let skills = [0.49772, 0.49772, 0.49772, 0.512_788_4, 0.512_788_4]
            let fatigues = [0.34, 0.34, 0.38, 0.39, 0.43]
            for i in 0..<5 {
                #expect(isClose(residents.habit[i], habits[i]))
                #expect(isClose(residents.skill[i], skills[i]))
                #expect(isClose(residents.fatigue[i], fatigues[i]))
            }
        }
    }

    /// A training teaches 6 % of what is missing to those who came, and to nobody else.
    @Test func activitiesTeach() {
        withCommunity(3, in: .small { $0.parameters.learning.forgetting = 0 }) { community, month, scratch in
            for i in 0..<3 { community.residents.skill[i] = 0.5 }
            var training = Activity(
                kind: .training, provider: .committee, number: 0, seats: 2, barrier: 0, agenda: SIMD8())
            (training.firstAttendee, training.attended) = (1, 1)
            scratch.attendees[0] = 0
            scratch.attendees[1] = 2
            var culture = Activity(
                kind: .culture, provider: .committee, number: 0, seats: 2, barrier: 0, agenda: SIMD8())
            culture.attended = 1
            community.engagement.activities = [culture, training]
            Learning.step(&community, month, scratch)
            #expect((0..<3).map { community.residents.skill[$0] } == [0.5, 0.5, 0.53])
        }
    }

    @Test(arguments: 0..<4) func tracesStayInBounds(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            Mobilisation.step(&community, month, scratch)
            Participation.step(&community, month, scratch)
            let changes = community.residents.changes {
                for _ in 0..<30 { Learning.step(&community, month, scratch) }
            }
            #expect(changes == ["habit", "skill", "fatigue"])
            #expect(community.residents.isWithinBounds)
        }
    }

    /// Taking part always: habit 1; practising always: skill where gain s(1 - x) balances loss; helping always: fatigue
    /// f / r. Never: habit 0, the resting skill, no fatigue.
    @Test func limits() {
        withResidents(3) { residents, _ in
            (residents.rung[1], residents.rung[2]) = (3, 2)
            for i in 0..<3 { (residents.habit[i], residents.skill[i], residents.fatigue[i]) = (0.5, 0.9, 0.5) }
            for _ in 0..<3_000 { Learning.advance(residents, p) }
            #expect(isClose(residents.habit[0], 0) && isClose(residents.habit[1], 1))
            #expect(isClose(residents.skill[0], p.restingSkill, within: 1e-5))
            let (s, d) = (p.practice, p.forgetting)
            let practised = (s + (1 - s) * d * p.restingSkill) / (s + d - s * d)
            #expect(isClose(residents.skill[1], practised, within: 1e-5))
            #expect(isClose(residents.fatigue[0], 0))
            #expect(isClose(residents.fatigue[2], p.tireDeliver / p.rest, within: 1e-5))
        }
    }

    @Test func zeroRatesDoNothing() {
        var still = p
        (still.habit, still.practice, still.forgetting, still.rest) = (0, 0, 0, 0)
        (still.tireDeliver, still.tireDecide, still.tireOrganise) = (0, 0, 0)
        withAnyCommunity(1) { community, _, _ in
            #expect(community.residents.changes { Learning.advance(community.residents, still) } == [])
        }
    }

    @Test func higherRungsTireAndTeachMore() {
        withResidents(5) { residents, _ in
            for i in 0..<5 { residents.rung[i] = UInt8(i) }
            for _ in 0..<12 { Learning.advance(residents, p) }
            let tired = (0..<5).map { residents.fatigue[$0] }
            #expect(tired[0] == tired[1] && tired[1] < tired[2] && tired[2] < tired[3] && tired[3] < tired[4])
            #expect(residents.skill[2] < residents.skill[3])
        }
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            Learning.step(&community, month, scratch)
            let residents = community.residents
            func sum(_ column: UnsafePointer<Float>) -> Double { (0..<60).reduce(0) { $0 + Double(column[$1]) } }
            #expect(
                written(sum(residents.habit), sum(residents.skill), sum(residents.fatigue))
                    == "32.89004924148321 29.632570590358227 28.07243825495243")
        }
    }
}

import Numerics
import Testing

@testable import Governance

@Suite("Residents petition or protest")
struct PetitionsTests {
    let p = Petitions.Parameters()

    /// 2,000 residents, half of all need unmet, trust 0.4, a tenth with a voice: 2000 x 0.01 x 0.25 x 0.6 x 0.9.
    @Test func byHand() {
        #expect(isClose(Petitions.expected(residents: 2_000, unmet: 0.5, trust: 0.4, voice: 0.1, p), 2.7))
        withResidents(7) { residents, _ in
            for i in 0..<7 { residents.trust[i] = [0, 0, [0.2, 0.4, 0.6, 0.8, 0.1, 0.3, 0.4][i], 0] }
            #expect(isClose(Petitions.trustInGovernment(residents), 0.4))
        }
    }

    /// The mean over many months is what the equation says, and protests are their share of it.
    @Test func countsFollowTheirMean() {
        withCommunity(1_000) { community, month, scratch in
            for i in 0..<1_000 { community.residents.trust[i] = [0, 0, 0.5, 0] }
            community.service.unmet = 600
            community.engagement.rungs = [800, 0, 0, 200, 0, 0, 0, 0]
            let mean = Petitions.expected(residents: 1_000, unmet: 0.6, trust: 0.5, voice: 0.2, p)
            var (all, protests) = (0.0, 0.0)
            let months = 8_000
            for m in 1...months {
                let month = Month(run: month.run, number: UInt32(m), date: month.date, isRecorded: true)
                Petitions.step(&community, month, scratch)
                let unrest = community.unrest
                all += Double(unrest.petitions + unrest.protests)
                protests += Double(unrest.protests)
                #expect(
                    unrest.hoursDue == Double(unrest.petitions) * p.hours + Double(unrest.protests) * p.protestHours)
            }
            #expect(isClose(all / Double(months), mean, within: 4 * (mean / Double(months)).squareRoot()))
            #expect(isClose(protests / all, p.protests, within: 4 * (p.protests / all).squareRoot()))
        }
    }

    @Test func trustAndVoiceCalm() {
        func expected(unmet: Double = 0.5, trust: Double = 0.5, voice: Double = 0.1) -> Double {
            Petitions.expected(residents: 100, unmet: unmet, trust: trust, voice: voice, p)
        }
        #expect(expected(unmet: 0.6) > expected())
        #expect(expected(trust: 0.6) < expected())
        #expect(expected(voice: 0.2) < expected())
        #expect(expected(unmet: 0) == 0 && expected(trust: 1) == 0 && expected(voice: 1) == 0)
    }

    @Test(arguments: 0..<4) func onlyUnrestMoves(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            let changes = community.residents.changes { Petitions.step(&community, month, scratch) }
            #expect(changes == [])
            #expect(community.unrest.petitions >= 0 && community.unrest.protests >= 0)
        }
    }

    /// Of 600 hours 300 are free; next month 50 of them go to petitions, and of more no more than there are.
    @Test func theyEatTheCommitteesHours() {
        for (due, left) in [(0.0, 300.0), (50, 250), (1_000, 0)] {
            withCommunity(10) { community, month, scratch in
                community.institutions.taskLoad = 0.5
                community.unrest.hoursDue = due
                Mobilisation.step(&community, month, scratch)
                #expect(community.committee.freeHours == left)
                #expect(community.unrest.hours == 300 - left)
                var tally = Tally()
                tally.order = OrderTally(community)
                #expect(tally.order.petitionHours == 300 - left)
            }
        }
    }

    /// A load of a half is shown as a half, whatever petitions take.
    @Test func theTaskShareIsThatOfTasks() throws {
        let world = try World.lived(
            .small(residents: 1_000) {
                $0.institutions.taskLoad = 0.5
                $0.parameters.petitions.rate = 0.014
            }, months: 12)
        #expect(isClose(try world.observe("committee.taskShare"), 0.5))
        #expect(try world.observe("committee.petitionShare") > 0)
        #expect(try world.observe("petitions") > 0)
    }

    @Test func golden() {
        withAnyCommunity(3, { $0.parameters.petitions.rate = 0.5 }) { community, month, scratch in
            community.service.unmet = 40
            var words: [String] = []
            for m in 1...24 {
                Petitions.step(
                    &community, Month(run: month.run, number: UInt32(m), date: month.date, isRecorded: true), scratch)
                words.append("\(community.unrest.petitions)")
            }
            #expect(words.joined() == "34687101089124333251281063810")
        }
    }
}

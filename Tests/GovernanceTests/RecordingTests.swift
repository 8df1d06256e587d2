import Testing

@testable import Governance

@Suite("The community is counted")
struct RecordingTests {
    /// Three residents at rungs 0, 1 and 3, the last vulnerable.
    @Test func byHand() {
        withResidents(3, .plain(age: .old), .plain(age: .old), .plain(vulnerable: true)) { residents, _ in
            for i in 0..<3 {
                residents.rung[i] = [0, 1, 3][i]
                residents.need[i] = SIMD8(repeating: [0.25, 0.5, 1][i])
                residents.trust[i] = [0.1, 0.2, 0.3, 0.4]
                residents.skill[i] = 0.5
            }
            residents.addTie(0, 1)
            var tally = Tally()
            Recording.count(residents, into: &tally)
            #expect(tally.residents == 3)
            #expect(tally.rungs.count(.all, from: 1) == 2)
            #expect(tally.rungs.count(.old) == 2)
            #expect(tally.rungs.count(.vulnerable, from: 3, to: 3) == 1)
            #expect(tally.need == SIMD8(repeating: 1.75))
            #expect(tally.needVulnerable == SIMD8(repeating: 1))
            #expect(isClose(tally.trust[3], 1.2))
            #expect(tally.attitudes == [0, 0, 1.5, 0])
            #expect(tally.ties == 2 && tally.isolated == 1)
            #expect(tally.needs[64] == 1 && tally.needs[128] == 1 && tally.needs[255] == 1)
        }
    }

    @Test(arguments: 0..<4) func countsAddUp(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            let before = community.residents.columns
            community.journal = [
                Transfer(from: "project:x", to: Account.suppliers, purpose: .spending, fen: 300),
                Transfer(from: "project:x", to: Account.suppliers, purpose: .spending, fen: 30),
                Transfer(from: "project:x", to: Account.lost, purpose: .writtenOff, fen: 7),
            ]
            Recording.step(&community, month, scratch)
            let tally = community.tally
            #expect(community.residents.columns == before)
            #expect(tally.rungs.count(.all) == 60 && tally.needs.reduce(0, +) == 60)
            #expect(tally.members == 18 && tally.organisations == 3)
            #expect(tally.spent == 330 && tally.writtenOff == 7 && tally.diverted == 0)
            #expect(tally.communities == 1)
        }
    }

    @Test func eventsAreCountedOnce() {
        withAnyCommunity(1) { community, month, scratch in
            community.events.completed = 3
            Recording.step(&community, month, scratch)
            #expect(community.tally.events.completed == 3)
            Recording.step(&community, month, scratch)
            #expect(community.tally.events.completed == 0)
        }
    }

    @Test func theBurnInIsNotCounted() {
        withAnyCommunity(1) { community, month, scratch in
            community.events.completed = 3
            let burnIn = Month(run: month.run, number: 1, date: month.date, isRecorded: false)
            Recording.step(&community, burnIn, scratch)
            #expect(community.tally.residents == 0)
            #expect(community.events == MonthEvents())
        }
    }

    @Test func talliesAdd() {
        withAnyCommunity(1) { community, month, scratch in
            Recording.step(&community, month, scratch)
            var twice = community.tally
            twice.add(community.tally)
            let (one, two) = (Observable.values(community.tally), Observable.values(twice))
            for (place, observable) in Observable.all.enumerated() where observable.range != nil {
                #expect(isClose(one[place], two[place], within: 1e-9) || one[place].isNaN && two[place].isNaN)
            }
            #expect(twice.residents == 120)
        }
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            Recording.step(&community, month, scratch)
            #expect(
                written(community.tally.gini, community.tally.need.sum(), community.tally.trust.sum())
                    == "0.11849204323036376 244.74283981323242 118.55954360961914")
        }
    }
}

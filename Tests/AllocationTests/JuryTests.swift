import Testing

@testable import Allocation

@Suite struct JuryTests {
    @Test func seatsAreFilledInProportion() {
        #expect(Jury.apportion(10, over: [50, 30, 20]) == [5, 3, 2])
        // 3.5, 2.1, 1.4 of 7: the remaining seat goes to the largest remainder.
        #expect(Jury.apportion(7, over: [50, 30, 20]) == [4, 2, 1])
        #expect(Jury.apportion(9, over: [2, 1, 1]) == [2, 1, 1])
        #expect(Jury.apportion(1, over: [1, 1]) == [1, 0])
    }

    @Test func eachGroupHasItsSeats() throws {
        let election = try Example.file("village.pb").election
        let jury = Jury(grouping: "neighborhood", quotas: ["East": 1, "South": 2])
        for seed in UInt64(0)..<20 {
            var drawn = jury
            drawn.seed = seed
            let jurors = try drawn.jurors(election)
            #expect(jurors.count == 3)
            #expect(jurors.filter { $0 < 4 }.count == 1)
            #expect(jurors.filter { $0 >= 8 } == [8, 9])
        }
    }

    @Test func theLotDecidesWhoSits() throws {
        let election = try Example.file("village.pb").election
        let juries = try Set((UInt64(0)..<40).map { try Jury(seats: 3, seed: $0).jurors(election) })
        #expect(juries.count > 20)
        #expect(juries.allSatisfy { $0.count == 3 && Set($0).count == 3 })
        #expect(try Jury(seats: 3, seed: 5).jurors(election) == Jury(seats: 3, seed: 5).jurors(election))
    }

    @Test func theirVotesCountAlone() throws {
        let election = try Example.file("village.pb").election
        let south = Jury(grouping: "neighborhood", quotas: ["South": 2])
        #expect(try south.fund(election, ties: .identifier).funded == ["choir", "benches"])
        #expect(
            try Jury(seats: 100).fund(election, ties: .identifier).funded
                == UtilitarianGreedy().fund(election, ties: .identifier).funded)
    }

    @Test func whatCannotBeFilledIsRefused() throws {
        let election = try Example.file("village.pb").election
        for jury in [
            Jury(grouping: "income"), Jury(grouping: "sex", quotas: ["F": 6]), Jury(grouping: "sex", quotas: ["X": 1]),
            Jury(seats: 0),
        ] {
            #expect(throws: AllocationError.self) { try jury.fund(election, ties: .identifier) }
        }
    }
}

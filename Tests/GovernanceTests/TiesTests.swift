import Numerics
import Testing

@testable import Governance

@Suite("Ties")
struct TiesTests {
    @Test func byHand() {
        withResidents(4) { residents, _ in
            #expect(residents.addTie(0, 1) && residents.addTie(2, 0))
            #expect(!residents.addTie(1, 0) && !residents.addTie(0, 2) && !residents.addTie(3, 3))
            #expect((0..<4).map { residents.tieCount[$0] } == [2, 1, 1, 0])
            #expect(residents.areTied(0, 2) && residents.areTied(2, 0) && !residents.areTied(1, 2))
            residents.removeTie(0, slot: 0)
            #expect(!residents.areTied(0, 1) && residents.areTied(0, 2))
            #expect((0..<4).map { residents.tieCount[$0] } == [1, 0, 1, 0])
            #expect(residents.areTiesSound)
        }
    }

    @Test func tenFitAndNoMore() {
        withResidents(13) { residents, _ in
            for i in 1...10 { #expect(residents.addTie(0, i)) }
            #expect(!residents.addTie(0, 11) && !residents.addTie(12, 0))
            #expect(residents.tieCount[11] == 0 && residents.tieCount[12] == 0)
            residents.removeTie(0, slot: 4)
            #expect(residents.addTie(0, 11))
            #expect(residents.areTiesSound)
        }
    }

    /// Any additions and removals leave every tie with two ends.
    @Test(arguments: 0..<4) func anySequenceIsSound(number: UInt64) {
        var draws = Stream(seed: 1, replicate: 0, name: "ties").draws(agent: number, month: 0)
        withResidents(15) { residents, _ in
            for _ in 0..<400 {
                let (i, j) = (draws.integer(below: 15), draws.integer(below: 15))
                if draws.bernoulli(0.6) {
                    residents.addTie(i, j)
                } else if residents.tieCount[i] > 0 {
                    residents.removeTie(i, slot: draws.integer(below: Int(residents.tieCount[i])))
                }
            }
            #expect(residents.areTiesSound)
        }
    }

    /// The last row of the largest community is not the mark of an unused slot.
    @Test func theLargestCommunityHasRoomForTheMark() {
        #expect(ResidentBlock.capacity <= Int(UInt16.max))
        withResidents(ResidentBlock.capacity) { residents, _ in
            residents.addTie(0, ResidentBlock.capacity - 1)
            #expect(residents.tieCount[ResidentBlock.capacity - 1] == 1)
            #expect(Int(residents.tie[1]) == ResidentBlock.capacity)
        }
    }

    /// Columns do not overlap and are as long as the block says.
    @Test func columnsStandApart() {
        withResidents(7) { residents, _ in
            residents.need.update(repeating: SIMD8(repeating: 1), count: 7)
            residents.trust.update(repeating: SIMD4(repeating: 2), count: 7)
            let floats = [
                residents.spirit, residents.efficacy, residents.skill, residents.habit, residents.fatigue,
                residents.standing, residents.leadership, residents.income,
            ]
            for (place, column) in floats.enumerated() { column.update(repeating: Float(3 + place), count: 7) }
            residents.rung.update(repeating: 9, count: 7)
            #expect((0..<7).allSatisfy { residents.need[$0] == SIMD8(repeating: 1) })
            #expect((0..<7).allSatisfy { residents.trust[$0] == SIMD4(repeating: 2) })
            for (place, column) in floats.enumerated() {
                #expect(column[0] == Float(3 + place) && column[6] == column[0])
            }
            #expect(residents.areTiesSound)
            let bytes = residents.columns.values.reduce(0) { $0 + $1.count }
            #expect(bytes == residents.byteCount && bytes == 7 * ResidentBlock.bytesPerResident)
        }
    }
}

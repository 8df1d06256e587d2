import Numerics
import Testing

@Suite("Streams: a draw is its address")
struct StreamTests {
    let stream = Stream(seed: 7, replicate: 2, name: "participation")

    @Test func theKeyIsFixedForGood() {
        // A golden line: should it change, every stored result changes with it.
        #expect(stream.key == (0xA32A_BC8B, 0x17A5_12A0))
        #expect(stream.word(resident: 5, community: 3, month: 12, draw: 1) == 0x074C_778B)
    }

    @Test func everyPartOfTheAddressCounts() {
        let word = stream.word(resident: 5, community: 3, month: 12, draw: 1)
        let others = [
            stream.word(resident: 4, community: 3, month: 12, draw: 1),
            stream.word(resident: 9, community: 3, month: 12, draw: 1),
            stream.word(resident: 5, community: 4, month: 12, draw: 1),
            stream.word(resident: 5, community: 3, month: 13, draw: 1),
            stream.word(resident: 5, community: 3, month: 12, draw: 2),
        ]
        let otherStreams = [
            Stream(seed: 8, replicate: 2, name: "participation"), Stream(seed: 7, replicate: 3, name: "participation"),
            Stream(seed: 7, replicate: 2, name: "learning"), Stream(seed: 7 << 32, replicate: 2, name: "participation"),
        ].map { $0.word(resident: 5, community: 3, month: 12, draw: 1) }
        #expect(Set(others + otherStreams + [word]).count == 10)
    }

    @Test func aWordIsALaneOfItsGroup() {
        for resident in 0..<40 {
            let block = stream.words(group: UInt32(resident / 4), community: 1, month: 2, draw: 3)
            let lanes = [block.0, block.1, block.2, block.3]
            #expect(stream.word(resident: resident, community: 1, month: 2, draw: 3) == lanes[resident % 4])
        }
    }

    @Test func neitherOrderNorThreadCounts() async {
        let stream = stream
        let forward = (0..<64).map { stream.word(resident: $0, community: 1, month: 2, draw: 0) }
        let backward = (0..<64).reversed().map { stream.word(resident: $0, community: 1, month: 2, draw: 0) }
        #expect(forward == backward.reversed())
        let parallel = await withTaskGroup(of: (Int, UInt32).self) { group in
            for resident in 0..<64 {
                group.addTask { (resident, stream.word(resident: resident, community: 1, month: 2, draw: 0)) }
            }
            var words = [UInt32](repeating: 0, count: 64)
            for await (resident, word) in group { words[resident] = word }
            return words
        }
        #expect(forward == parallel)
    }

    @Test func theDrawsOfAnAgentAreItsOwn() {
        func words(_ agent: UInt64, _ month: UInt32) -> [UInt32] {
            var draws = stream.draws(agent: agent, month: month)
            return (0..<10).map { _ in draws.word() }
        }
        #expect(words(1, 1) == words(1, 1))
        #expect(Set(words(1, 1) + words(1, 2) + words(2, 1) + words(1 << 32, 1)).count == 40)
        var draws = stream.draws(agent: 1, month: 1)
        let first = words(1, 1)
        #expect(draws.next() == UInt64(first[0]) | UInt64(first[1]) << 32)
    }
}

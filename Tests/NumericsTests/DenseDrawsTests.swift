import Numerics
import Testing

@Suite("Draws for a whole community")
struct DenseDrawsTests {
    let stream = Stream(seed: 7, replicate: 2, name: "participation")

    /// Counts about the multiples of 16, and one longer than the pieces the work is done in.
    static let counts = [0, 1, 3, 4, 15, 16, 17, 33, 1023, 1024, 1025, 2600]

    @Test(arguments: counts)
    func wordsAreThoseOfSingleResidents(count: Int) {
        let room = Stream.capacity(for: count)
        // One guard word beyond the room shows that no more is written.
        let words = UnsafeMutablePointer<UInt32>.allocate(capacity: room + 1)
        defer { words.deallocate() }
        words.initialize(repeating: 0xDEAD_BEEF, count: room + 1)
        stream.fill(words: words, count: count, community: 9, month: 30, draw: 2)
        #expect((0..<count).allSatisfy { words[$0] == stream.word(resident: $0, community: 9, month: 30, draw: 2) })
        #expect(words[room] == 0xDEAD_BEEF)
    }

    @Test(arguments: counts)
    func logisticDrawsAreThoseOfTheWords(count: Int) {
        let room = Stream.capacity(for: count)
        let numbers = UnsafeMutablePointer<Float>.allocate(capacity: room + 1)
        defer { numbers.deallocate() }
        numbers.initialize(repeating: -99, count: room + 1)
        stream.fill(logistic: numbers, count: count, community: 9, month: 30, draw: 2)
        #expect(
            (0..<count).allSatisfy {
                numbers[$0] == FastMath.logit(word: stream.word(resident: $0, community: 9, month: 30, draw: 2))
            })
        #expect(numbers[room] == -99)
    }

    @Test func roomIsAMultipleOfSixteen() {
        #expect([0, 1, 15, 16, 17].map(Stream.capacity) == [0, 16, 16, 16, 32])
    }
}

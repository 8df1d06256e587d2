@preconcurrency import CGSL
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

    func logistic(_ count: Int, month: UInt32, draw: UInt32) -> [Double] {
        let numbers = UnsafeMutablePointer<Float>.allocate(capacity: Stream.capacity(for: count))
        defer { numbers.deallocate() }
        stream.fill(logistic: numbers, count: count, community: 9, month: month, draw: draw)
        return (0..<count).map { Double(numbers[$0]) }
    }

    /// Kolmogorov's test at a false-alarm rate of 1e-6 each, as in ``SamplersTests``.
    @Test func theyAreLogistic() {
        let sample = logistic(150_000, month: 30, draw: 2)
        #expect(!Goodness.rejects(sample) { gsl_cdf_logistic_P($0, 1) })
        #expect(Goodness.rejects(sample) { gsl_cdf_logistic_P($0, 1.05) })
        #expect(Goodness.rejects(sample) { gsl_cdf_logistic_P($0, 0.95) })
    }

    /// Neighbours, months and draw numbers are uncorrelated within five standard errors (false alarm 6e-7 each).
    @Test func theyAreIndependent() {
        let count = 100_000
        let sample = logistic(count, month: 30, draw: 2)
        func correlation(_ other: some Sequence<Double>) -> Double {
            zip(sample, other).reduce(0) { $0 + $1.0 * $1.1 } / (Double(count) * .pi * .pi / 3)
        }
        let error = 1 / Double(count).squareRoot()
        for lag in 1...5 { #expect(abs(correlation(sample.dropFirst(lag))) < 5 * error) }
        #expect(abs(correlation(logistic(count, month: 31, draw: 2))) < 5 * error)
        #expect(abs(correlation(logistic(count, month: 30, draw: 3))) < 5 * error)
        #expect(correlation(sample) > 0.9)
    }

    @Test func roomIsAMultipleOfSixteen() {
        #expect([0, 1, 15, 16, 17].map(Stream.capacity) == [0, 16, 16, 16, 32])
    }
}

/// Words drawn at once are those drawn one by one, and the sequence goes on where they end.
@Test func wordsAtOnce() {
    let stream = Stream(seed: 7, replicate: 3, name: "at once")
    var oneByOne = stream.draws(agent: 0xFEED_5EED_0123, month: 9)
    var atOnce = oneByOne
    var words = [UInt32](repeating: 0, count: 12)
    for count in [10, 4, 0, 12] {
        words.withUnsafeMutableBufferPointer { atOnce.fill(words: $0.baseAddress!, count: count) }
        let expected = (0..<(count + 3) / 4 * 4).map { _ in oneByOne.word() }
        #expect(Array(words[..<expected.count]) == expected)
    }
    #expect(atOnce.word() == oneByOne.word())
}

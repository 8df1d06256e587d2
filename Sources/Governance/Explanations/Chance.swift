import Numerics

/// Something that may happen: how likely it was, the number drawn, and so whether it does.
public struct Chance: Sendable, Equatable, Codable {
    public let probability: Double
    /// Between 0 and 1; it happens where this is below the probability.
    public let draw: Double
    public let happens: Bool

    /// Takes one word.
    init(_ probability: Double, _ draws: inout Draws) { self.init(probability, word: draws.word()) }

    init(_ probability: Double, word: UInt32) {
        self.probability = probability
        draw = (Double(word) + 0.5) * 0x1p-32
        happens = Uniform.bernoulli(word, probability: probability)
    }
}

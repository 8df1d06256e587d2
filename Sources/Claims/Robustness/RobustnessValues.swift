/// What claims' metrics came to under sets of parameters, as far as they have been lived: what a robustness run goes on from.
public struct RobustnessValues: Codable, Sendable, Equatable {
    private var claims: [String: Kept] = [:]

    private struct Kept: Codable, Sendable, Equatable {
        /// Digest of the worlds and of what is asked of them.
        var content: String
        /// By set, then by judged metric; nothing where a metric has no value.
        var sets: [Int: [Double?]] = [:]
    }

    public init() {}

    /// A claim's values in a set; NaN where a metric has none, nil where the set was not lived or the claim was another then.
    func values(of claim: String, _ content: String, set: Int) -> [Double]? {
        guard let kept = claims[claim], kept.content == content else { return nil }
        return kept.sets[set].map { $0.map { $0 ?? .nan } }
    }

    mutating func keep(_ values: [Double], of claim: String, _ content: String, set: Int) {
        if claims[claim]?.content != content { claims[claim] = Kept(content: content) }
        claims[claim]?.sets[set] = values.map { $0.isFinite ? $0 : nil }
    }
}

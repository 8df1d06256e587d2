/// The district above the communities, as far as it moves.
public struct Government: Sendable, Equatable, Codable {
    /// The visible performance that the district has come to expect.
    public internal(set) var aspiration = 0.0
    /// How fresh the policy is to the upper level, 0 to 1.
    public internal(set) var novelty = 1.0
    /// Among how many trainers and attention are shared, for each community that has joined a roll-out.
    var crowding = 1.0
}

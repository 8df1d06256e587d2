/// A residents' committee.
public struct Committee: Sendable, Equatable, Codable, BitwiseCopyable {
    /// From 0, "legs of the government", to 1, "head of the residents" (Song).
    public internal(set) var orientation: Double
    /// Skill in bringing people together and running projects, 0 to 1.
    public internal(set) var facilitation: Double
    /// This month's hours not taken by tasks from above and petitions, and those of them spent on residents.
    public internal(set) var freeHours = 0.0
    public internal(set) var residentHours = 0.0
}

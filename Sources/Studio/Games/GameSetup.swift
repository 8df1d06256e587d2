import Governance

/// Everything that a game depends on: who lives where under which institutions, what the players changed and when, and the seed.
/// What happened can always be lived again from it, so it is all that is kept on disk.
struct GameSetup: Codable, Sendable, Equatable {
    var id: String
    var title: String
    /// Id of a place in the library; nil where scenarios bring their own people.
    var place: String?
    var months: Int
    /// The part of the place's people that is there, above 0 to 1.
    var share: Double
    var seed: UInt64
    /// From 1.
    var replicate: Int
    /// The session that it is a group's of; its rules then say who may do what.
    var workshop: String?
    /// Whether that session goes on; who knew the seed could live a future before deciding.
    var isSessionOpen: Bool?

    var hidesSeed: Bool { isSessionOpen ?? false }

    var sides: [Side]

    /// One run: a regime, or a future of another side.
    struct Side: Codable, Sendable, Equatable {
        /// Id of a regime in the library, or the text of a scenario file.
        var regime: String?
        var scenario: String?
        /// The side whose past it shares, and the first month that may differ.
        var parent: Int?
        var from: Int?
        var title: String?
        /// What players changed, those of the parents left out, each with its month.
        var changes: [LeverChange]
        /// The month to which it is to be lived.
        var until: Int
    }

    /// The side and those that it goes back to, the first side last.
    func line(of side: Int) -> [Int] {
        var line = [side]
        while let parent = sides[line[line.count - 1]].parent { line.append(parent) }
        return line
    }

    /// All changes that a side lives under, the oldest first: its parents', then its own.
    func changes(of side: Int) -> [LeverChange] { line(of: side).reversed().flatMap { sides[$0].changes } }

    /// The side that has no parent, from which this one comes.
    func root(of side: Int) -> Side { sides[line(of: side).last ?? side] }
}

/// Money in the smallest unit of its currency (fen, cent, grosz); never a fraction of it.
public typealias Budget = Int64

/// A project that asks for money.
public struct BallotProject: Sendable, Hashable {
    /// Its name in the election, unique there.
    public var id: String
    /// What people call it; empty if it has only its id.
    public var name: String
    /// What it asks for, in the smallest unit of money, at least 0.
    public var cost: Int64
    /// What it is about (culture, greenery, ...), as the organiser tagged it.
    public var categories: [String]
    /// Whom it is for (children, the elderly, ...).
    public var targets: [String]
    /// Where it is, if it is anywhere in particular.
    public var district: String?

    /// A project; without tags unless given.
    public init(
        id: String, name: String = "", cost: Int64, categories: [String] = [], targets: [String] = [],
        district: String? = nil
    ) {
        self.id = id
        self.name = name
        self.cost = cost
        self.categories = categories
        self.targets = targets
        self.district = district
    }
}

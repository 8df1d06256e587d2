public import Governance

/// A world of a scale-up: in how large a city, and what was done in it.
public struct ScaleUpWorld: Sendable, Hashable {
    /// Communities of the city.
    public var size: Int
    public var role: Role

    public init(size: Int, _ role: Role) {
        self.size = size
        self.role = role
    }

    public enum Role: Sendable, Hashable {
        /// The regime comes to nobody.
        case nobody
        /// It comes to communities drawn by lot: to them alone; to all later, with as many trainers and as much attention for each as
        /// pilots had; to all later, with those that there are.
        case lotAlone, lotFull, lotCity
        /// It comes to pilots so chosen: to them alone; to all later.
        case alone(PilotChoice)
        case city(PilotChoice)
        /// As `city`, with trainers multiplied from the expansion on.
        case grown(PilotChoice, growth: Double)
    }

    /// Its name among what is kept.
    public var key: String {
        switch role {
        case .nobody: "\(size).nobody"
        case .lotAlone: "\(size).lot.alone"
        case .lotFull: "\(size).lot.full"
        case .lotCity: "\(size).lot.city"
        case .alone(let choice): "\(size).\(choice.rawValue).alone"
        case .city(let choice): "\(size).\(choice.rawValue).city"
        case .grown(let choice, let growth): "\(size).\(choice.rawValue).city.\(growth)"
        }
    }
}

/// What one run of a scale-up's world gave, community by community in the order of their ids.
public struct ScaleUpRun: Sendable, Equatable, Codable {
    /// Months after the pilots in which each joined; nil where it did not.
    public var lags: [Int?] = []
    /// Its signal when pilots were chosen.
    public var signals: [Double] = []
    /// Means of the observable over the window of the pilots, and over that of those who follow; empty where the run ended before.
    public var early: [Double?] = []
    public var late: [Double?] = []
    /// Outside organisations that gave up for lack of money.
    public var left = 0.0
    /// The pilots in a city of their own: mean effect there; nil where that was not asked.
    public var apart: Double?

    public init() {}

    /// Places of the pilots.
    public var pilots: [Int] { lags.indices.filter { lags[$0] == 0 } }
    /// Places of all who joined.
    public var joined: [Int] { lags.indices.filter { lags[$0] != nil } }

    /// The mean over its own window of a community that joined; nil where it did not.
    public func value(_ community: Int) -> Double? {
        lags[community].flatMap { self.value(community, lag: $0) }
    }

    /// The mean over the window that one who joined with that lag has.
    public func value(_ community: Int, lag: Int) -> Double? {
        let window = lag == 0 ? early : late
        return window.indices.contains(community) ? window[community] : nil
    }

    /// Mean effect over communities, against a run in which the regime came to nobody; NaN where there is none.
    ///
    /// - Parameter communities: places of communities that joined here.
    public func effect(over communities: [Int], against nobody: ScaleUpRun) -> Double {
        let effects = communities.compactMap { effect(on: $0, against: nobody) }
        return effects.isEmpty ? .nan : effects.reduce(0, +) / Double(effects.count)
    }

    /// The effect on one community; nil where it did not join.
    public func effect(on community: Int, against nobody: ScaleUpRun) -> Double? {
        guard let lag = lags[community], let own = value(community), let other = nobody.value(community, lag: lag)
        else { return nil }
        return own - other
    }
}

/// The runs of a scale-up, by world and replicate.
public struct ScaleUpRuns: Sendable, Equatable, Codable {
    private var runs: [String: ScaleUpRun] = [:]

    public init() {}

    /// A run, by its world and its replicate from 1.
    public subscript(world: ScaleUpWorld, replicate: Int) -> ScaleUpRun? {
        get { runs["\(world.key)/\(replicate)"] }
        set { runs["\(world.key)/\(replicate)"] = newValue }
    }
}

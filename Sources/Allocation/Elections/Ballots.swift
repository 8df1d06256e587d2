/// How voters were asked.
public enum BallotKind: String, CaseIterable, Sendable {
    /// Any number of projects, all alike.
    case approval
    /// One project.
    case chooseOne = "choose-1"
    /// A stock of points, spread over projects.
    case cumulative
    /// Points for each project, of its own accord; they may be negative.
    case scoring
    /// Projects in the order of liking, the best first.
    case ordinal

    /// Whether the voter gives points.
    public var hasPoints: Bool { self == .cumulative || self == .scoring }

    /// What people read.
    public var label: Text {
        switch self {
        case .approval: Text(en: "approval", zh: "多项赞成")
        case .chooseOne: Text(en: "choose one", zh: "单选")
        case .cumulative: Text(en: "points to share out", zh: "分配点数")
        case .scoring: Text(en: "scores", zh: "逐项打分")
        case .ordinal: Text(en: "ranking", zh: "排序")
        }
    }
}

/// What one voter said.
public struct Ballot: Sendable, Equatable {
    /// The projects named, by their place in the election's list, none twice, in the voter's order.
    public var choices: [Int]
    /// The points for each of them, in parts of ``Ballots/pointParts``; empty where voters give none.
    public var points: [Int64]

    public init(_ choices: [Int], points: [Int64] = []) {
        self.choices = choices
        self.points = points
    }
}

/// All ballots of an election, as columns: a million ballots are three arrays.
public struct Ballots: Sendable, Equatable {
    /// How voters were asked.
    public let kind: BallotKind
    /// Into how many parts a point is divided, so that points are whole numbers: 1, or 10 where there are tenths.
    public var pointParts: Int64
    /// How many projects a ranking may name, where the organiser says so.
    public var rankLimit: Int?

    /// Ballot i has the choices from `starts[i]` to before `starts[i + 1]`.
    private(set) var starts: [Int] = [0]
    private(set) var choices: [Int32] = []
    /// Beside `choices`, or empty.
    private(set) var points: [Int64] = []

    /// No ballots yet.
    public init(_ kind: BallotKind, pointParts: Int64 = 1, rankLimit: Int? = nil) {
        self.kind = kind
        self.pointParts = pointParts
        self.rankLimit = rankLimit
    }

    /// Ballots of that kind; points are whole numbers.
    public init(_ kind: BallotKind, _ ballots: [Ballot]) {
        self.init(kind)
        for ballot in ballots { append(ballot) }
    }

    /// How many voters there are.
    public var count: Int { starts.count - 1 }

    /// Adds a voter. Points are taken where the kind has them, 0 where too few are given.
    public mutating func append(_ ballot: Ballot) {
        choices.append(contentsOf: ballot.choices.lazy.map(Int32.init))
        if kind.hasPoints {
            points.append(contentsOf: ballot.points.prefix(ballot.choices.count))
            points.append(contentsOf: repeatElement(0, count: max(0, ballot.choices.count - ballot.points.count)))
        }
        starts.append(choices.count)
    }

    /// What a voter said.
    public subscript(voter: Int) -> Ballot {
        let range = starts[voter]..<starts[voter + 1]
        return Ballot(choices[range].map(Int.init), points: kind.hasPoints ? Array(points[range]) : [])
    }

    /// The ballots of these voters, in that order.
    func only(_ voters: [Int]) -> Ballots {
        var few = Ballots(
            kind, pointParts: pointParts, rankLimit: kind == .ordinal ? max(longest, rankLimit ?? 0) : nil)
        for voter in voters { few.append(self[voter]) }
        return few
    }

    /// How many projects the longest ballot names.
    var longest: Int { zip(starts, starts.dropFirst()).reduce(0) { max($0, $1.1 - $1.0) } }

    /// Points in other parts: every point times `factor`.
    mutating func refinePoints(by factor: Int64) -> Bool {
        var finer = points
        for place in finer.indices {
            let (product, overflow) = finer[place].multipliedReportingOverflow(by: factor)
            guard !overflow else { return false }
            finer[place] = product
        }
        points = finer
        pointParts *= factor
        return true
    }
}

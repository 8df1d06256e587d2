/// How much a voter is served by a project that is funded and that it supports.
///
/// A voter's satisfaction with several projects is the sum. A voter supports what it named on its ballot; where it gives
/// points, what it gave points above 0.
public enum Satisfaction: String, CaseIterable, Sendable {
    /// The project's cost: a yuan spent on what I want serves me as much wherever it goes.
    case cost
    /// 1 for each project.
    case cardinality
    /// The points given; on rankings, as many for the first as a ranking may name (or the longest does), then one less
    /// for each place. Where voters give neither, 1 for each project.
    case points
    /// On rankings: how many projects of the same ballot come behind it, so the last is worth nothing.
    case borda

    /// What people read.
    public var label: Text {
        switch self {
        case .cost: Text(en: "cost of supported projects", zh: "所支持项目的金额")
        case .cardinality: Text(en: "number of supported projects", zh: "所支持项目的数量")
        case .points: Text(en: "points given", zh: "所投点数")
        case .borda: Text(en: "projects ranked behind", zh: "排在其后的项目数")
        }
    }

    /// The usual one for that kind of ballot: cost, or points where voters tell more from less.
    public static func usual(for kind: BallotKind) -> Satisfaction {
        kind == .approval || kind == .chooseOne ? .cost : .points
    }
}

extension Ballots {
    /// Calls `body(voter, project, weight)` for every choice, in order; a weight is what the choice counts before the
    /// project's own value (its cost, or 1), and may be 0 or less only where points are.
    @inline(__always) func weigh(_ satisfaction: Satisfaction, _ body: (Int, Int, Int64) -> Void) {
        let limit = max(longest, rankLimit ?? 0)
        for voter in 0..<count {
            let (start, end) = (starts[voter], starts[voter + 1])
            for place in start..<end {
                let weight: Int64 =
                    switch (satisfaction, kind) {
                    case (.points, .cumulative), (.points, .scoring): points[place]
                    case (.points, .ordinal): Int64(limit - (place - start))
                    case (.borda, .ordinal): Int64(end - place - 1)
                    case (_, .cumulative), (_, .scoring): points[place] > 0 ? 1 : 0
                    default: 1
                    }
                body(voter, Int(choices[place]), weight)
            }
        }
    }
}

extension Election {
    /// What one unit of weight is worth of each project: its cost, or 1.
    func values(_ satisfaction: Satisfaction) -> [Int64] {
        satisfaction == .cost ? projects.map(\.cost) : [Int64](repeating: 1, count: projects.count)
    }

    /// The sum of weights of each project over all voters: its votes, or its points.
    /// - Throws: ``AllocationError/tooLarge(_:)``; ``AllocationError/missing(rule:needs:)`` for Borda without rankings.
    public func tally(_ satisfaction: Satisfaction) throws(AllocationError) -> [Int64] {
        try satisfaction.check(ballots.kind)
        var sums = [Int64](repeating: 0, count: projects.count)
        var overflowed = false
        ballots.weigh(satisfaction) { _, project, weight in
            let (sum, overflow) = sums[project].addingReportingOverflow(weight)
            sums[project] = sum
            overflowed = overflowed || overflow
        }
        guard !overflowed else { throw .tooLarge(Text(en: "the sum of points is", zh: "点数之和")) }
        return sums
    }
}

extension Satisfaction {
    func check(_ kind: BallotKind) throws(AllocationError) {
        guard self != .borda || kind == .ordinal else {
            throw .missing(
                rule: Text(en: "satisfaction by places behind", zh: "按名次计的满意度"),
                needs: Text(en: "ballots that rank projects", zh: "排序选票"))
        }
    }
}

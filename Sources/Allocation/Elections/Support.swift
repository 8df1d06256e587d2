/// Who supports what, arranged for rules in which voters pay: voters whose ballots are alike are one voter type.
///
/// A voter supports a project if the weight of its choice is above 0. A million voters who choose one of twenty projects
/// are twenty types, and a rule's work falls accordingly.
struct Support: Sendable {
    /// How many voters there are, those without any support included.
    let voters: Int
    /// How many voters each type stands for.
    private(set) var multiplicity: [Int64] = []
    /// Project j has the entries from `starts[j]` to before `starts[j + 1]` of the columns that follow.
    private(set) var starts: [Int] = []
    /// The types that support the project.
    private(set) var types: [Int32] = []
    /// What one voter of the type gives the project.
    private(set) var weights: [Int64] = []
    /// The weights of all voters of the type.
    private(set) var sums: [Int64] = []
    /// The sum of weights by project.
    let totals: [Int64]
    /// Each voter's type; -1 for voters without any support.
    private(set) var typeOfVoter: [Int32] = []

    /// - Throws: ``AllocationError/tooLarge(_:)``; ``AllocationError/missing(rule:needs:)`` for Borda without rankings.
    init(_ election: Election, _ satisfaction: Satisfaction) throws(AllocationError) {
        try satisfaction.check(election.ballots.kind)
        voters = election.ballots.count
        var ballots = Column(count: voters)
        var totals = [Int64](repeating: 0, count: election.projects.count)
        var overflowed = false
        election.ballots.weigh(satisfaction) { voter, project, weight in
            guard weight > 0 else { return }
            ballots.add(voter, project, weight)
            let (total, overflow) = totals[project].addingReportingOverflow(weight)
            totals[project] = total
            overflowed = overflowed || overflow
        }
        guard !overflowed else { throw .tooLarge(Text(en: "the sum of points is", zh: "点数之和")) }
        self.totals = totals
        ballots.close()
        let representatives = ballots.alike()
        typeOfVoter = representatives.types
        multiplicity = [Int64](repeating: 0, count: representatives.first.count)
        for type in typeOfVoter where type >= 0 { multiplicity[Int(type)] += 1 }
        transpose(ballots, representatives.first, projects: election.projects.count)
    }

    /// The places of a project's entries.
    func entries(_ project: Int) -> Range<Int> { starts[project]..<starts[project + 1] }

    private mutating func transpose(_ ballots: Column, _ representatives: [Int], projects: Int) {
        starts = [Int](repeating: 0, count: projects + 1)
        for voter in representatives {
            for place in ballots.range(voter) { starts[Int(ballots.projects[place]) + 1] += 1 }
        }
        for project in 0..<projects { starts[project + 1] += starts[project] }
        var next = starts
        types = [Int32](repeating: 0, count: starts[projects])
        weights = [Int64](repeating: 0, count: starts[projects])
        sums = weights
        for (type, voter) in representatives.enumerated() {
            for place in ballots.range(voter) {
                let project = Int(ballots.projects[place])
                types[next[project]] = Int32(type)
                weights[next[project]] = ballots.weights[place]
                sums[next[project]] = ballots.weights[place] * multiplicity[type]
                next[project] += 1
            }
        }
    }
}

/// The supported choices of every ballot, each ballot in the order of projects.
private struct Column {
    private(set) var starts: [Int] = [0]
    private(set) var projects: [Int32] = []
    private(set) var weights: [Int64] = []
    private let count: Int

    init(count: Int) { self.count = count }

    func range(_ voter: Int) -> Range<Int> { starts[voter]..<starts[voter + 1] }

    /// Adds a choice; voters come in ascending order. Choices are put in order as they come: ballots are short.
    mutating func add(_ voter: Int, _ project: Int, _ weight: Int64) {
        while starts.count <= voter { starts.append(projects.count) }
        projects.append(Int32(project))
        weights.append(weight)
        var place = projects.count - 1
        while place > starts[voter], projects[place - 1] > projects[place] {
            projects.swapAt(place, place - 1)
            weights.swapAt(place, place - 1)
            place -= 1
        }
    }

    mutating func close() {
        while starts.count <= count { starts.append(projects.count) }
    }

    /// Each voter's type, numbered in the order in which they first come, and the first voter of each type.
    func alike() -> (types: [Int32], first: [Int]) {
        var types = [Int32](repeating: -1, count: count)
        var first: [Int] = []
        var known: [Ballot: Int32] = [:]
        for voter in 0..<count where !range(voter).isEmpty {
            let ballot = Ballot(projects: projects[range(voter)], weights: weights[range(voter)])
            if let type = known[ballot] {
                types[voter] = type
            } else {
                types[voter] = Int32(first.count)
                known[ballot] = Int32(first.count)
                first.append(voter)
            }
        }
        return (types, first)
    }

    private struct Ballot: Hashable {
        let projects: ArraySlice<Int32>
        let weights: ArraySlice<Int64>
    }
}

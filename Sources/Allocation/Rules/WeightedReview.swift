/// The competitive weighted review of Qingyuan's community funds.
///
/// Every participant votes on several criteria of each project (there: public benefit, feasibility, sustainability).
/// With v_jc votes for project j on criterion c among n voters, weights w_c and the opinion o_j of leaders and experts,
///
///     score_j = (1 - s) * sum_c w_c v_jc / (n * sum_c w_c) + s * o_j
///
/// where s is the opinion's stated share. Projects are ranked by score, ties by ``TieBreaking``, and funded in full in
/// that order while the budget lasts; **a project that does not fit what remains is skipped and the next one tried**.
///
/// Exactness: weights, share and opinions are taken to the nearest billionth, and everything after that is exact
/// 128-bit integer arithmetic, so no rounding can change the order of two projects.
/// Source: Song's account of Qingyuan's social construction (three criteria voted by all participants, weighted and
/// summed; then leaders' and experts' opinion).
public struct WeightedReview: FundingRule, Equatable {
    /// The agreed weight of each criterion: at least 0, at most 100, not all 0; they need not sum to 1.
    public var criterionWeights: [Double]
    /// The share s of leaders' and experts' opinion in the score, 0 to 1.
    public var opinionWeight: Double

    /// A review with these weights; equal weights on three criteria and no say of leaders unless told.
    public init(criterionWeights: [Double] = [1, 1, 1], opinionWeight: Double = 0) {
        self.criterionWeights = criterionWeights
        self.opinionWeight = opinionWeight
    }

    /// Ranks the projects and funds them in order.
    /// - Parameters:
    ///   - votes: `votes[project][criterion]`, how many participants supported the project on it, 0 to `voters`.
    ///   - voters: how many participants voted, at least 1 (and at most a million).
    ///   - opinion: the judgement of leaders and experts on each project, 0 (reject) to 1 (best).
    ///   - budget: what there is to give, in the smallest unit of money.
    ///   - ties: who goes first among equal scores.
    /// - Throws: ``AllocationError`` for a wrong count or a number out of its range.
    public func fund(
        projects: [BallotProject], votes: [[Int]], voters: Int, opinion: [Double], budget: Budget,
        ties: TieBreaking = .identifier
    ) throws(AllocationError) -> Outcome {
        try checkMoney(projects, budget)
        let (scores, whole) = try scores(projects: projects, votes: votes, voters: voters, opinion: opinion)
        let claims = projects.indices.map { Claim(project: $0, strength: scores[$0]) }
        return rankAndFund(
            claims, projects: projects, budget: budget, ties: ties,
            scoreMeaning: Self.scoreMeaning
        ) { Double($0) / Double(whole) }
    }

    /// The score of every project, funded or not, as ``fund(projects:votes:voters:opinion:budget:ties:)`` ranks them.
    ///
    /// - Throws: ``AllocationError`` for a wrong count or a number out of its range.
    public func scores(
        of projects: [BallotProject], votes: [[Int]], voters: Int, opinion: [Double]
    ) throws(AllocationError) -> [Double] {
        let (scores, whole) = try scores(projects: projects, votes: votes, voters: voters, opinion: opinion)
        return scores.map { Double($0) / Double(whole) }
    }

    /// Counts the ballots of an election, which do not tell criteria apart: whoever supports a project votes for it on
    /// every criterion, and leaders and experts say nothing.
    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let votes = try election.tally(.cardinality)
        guard election.ballots.count > 0 else {
            return Outcome(budget: election.budget, steps: [], scoreMeaning: Self.scoreMeaning)
        }
        let supported = votes.indices.filter { votes[$0] > 0 }
        var outcome = try fund(
            projects: supported.map { election.projects[$0] },
            votes: supported.map { Array(repeating: Int(votes[$0]), count: criterionWeights.count) },
            voters: election.ballots.count, opinion: supported.map { _ in 0 }, budget: election.budget, ties: ties)
        for place in outcome.steps.indices { outcome.steps[place].project = supported[outcome.steps[place].project] }
        for place in outcome.ties.indices {
            outcome.ties[place].others = outcome.ties[place].others.map { supported[$0] }
        }
        return outcome
    }

    private static let scoreMeaning = Text(en: "share of weighted votes and opinion", zh: "加权票数与意见的得分率")

    public static let description = RuleDescription(
        id: "weighted-review", name: Text(en: "competitive weighted review", zh: "竞争性加权评审"),
        meaning: Text(
            en: "Votes on several criteria are weighted and summed, leaders' and experts' opinion enters with a stated "
                + "weight; projects are funded in the order of the sum. Ballots of a file count as votes on every criterion.",
            zh: "按多项标准投票并加权求和，领导与专家意见按既定权重计入；按总分依次资助。文件中的选票视为对每项标准的投票。"),
        parameters: [], source: "Song's account of Qingyuan")

    /// Each project's score times `whole`, as exact integers.
    private func scores(
        projects: [BallotProject], votes: [[Int]], voters: Int, opinion: [Double]
    ) throws(AllocationError) -> (scores: [Int128], whole: Int128) {
        guard (1...1_000_000).contains(voters) else {
            throw .outOfRange(
                of: Text(en: "the number of voters", zh: "投票人数"), found: "\(voters)", allowed: "1...1000000")
        }
        guard votes.count == projects.count else {
            throw .wrongCount(
                of: Text(en: "projects with votes", zh: "有票数的项目"), expected: projects.count, found: votes.count)
        }
        guard opinion.count == projects.count else {
            throw .wrongCount(of: Text(en: "opinions", zh: "意见"), expected: projects.count, found: opinion.count)
        }
        guard (1...100).contains(criterionWeights.count) else {
            throw .outOfRange(
                of: Text(en: "the number of criteria", zh: "标准数"), found: "\(criterionWeights.count)",
                allowed: "1...100")
        }
        var weights: [Int128] = []
        for weight in criterionWeights {
            weights.append(try billionths(weight, of: Text(en: "a criterion's weight", zh: "标准的权重"), upTo: 100))
        }
        let allWeights = weights.reduce(0, +)
        guard allWeights > 0 else {
            throw .outOfRange(
                of: Text(en: "the sum of the criteria's weights", zh: "各标准权重之和"), found: "0", allowed: "0<...")
        }
        let share = try billionths(opinionWeight, of: Text(en: "the opinion's weight", zh: "意见的权重"), upTo: 1)
        let count = Int128(voters)
        var scores: [Int128] = []
        for (index, project) in projects.enumerated() {
            guard votes[index].count == weights.count else {
                throw .wrongCount(
                    of: Text(
                        en: "criteria voted on for project \(project.id)", zh: "项目 \(project.id) 的已投票标准"),
                    expected: weights.count,
                    found: votes[index].count)
            }
            var weighted: Int128 = 0
            for (weight, tally) in zip(weights, votes[index]) {
                guard (0...voters).contains(tally) else {
                    throw .outOfRange(
                        of: Text(en: "votes for \(project.id)", zh: "\(project.id) 的票数"), found: "\(tally)",
                        allowed: "0...\(voters)")
                }
                weighted += weight * Int128(tally)
            }
            let judged = try billionths(
                opinion[index], of: Text(en: "the opinion of \(project.id)", zh: "对 \(project.id) 的意见"), upTo: 1)
            scores.append((billion - share) * weighted * billion + share * judged * count * allWeights)
        }
        return (scores, billion * billion * count * allWeights)
    }
}

/// One, in billionths.
private let billion: Int128 = 1_000_000_000

/// A number from 0 to `limit` in whole billionths.
private func billionths(_ value: Double, of what: Text, upTo limit: Double) throws(AllocationError) -> Int128 {
    guard value >= 0, value <= limit else {
        throw .outOfRange(of: what, found: "\(value)", allowed: "0...\(limit)")
    }
    return Int128((value * 1e9).rounded())
}

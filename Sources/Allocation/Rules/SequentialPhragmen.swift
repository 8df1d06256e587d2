/// Phragmén's sequential rule.
///
/// All voters receive money at the same steady pace from nothing. As soon as the supporters of a project have its cost
/// together, it is bought and they are left with nothing. The rule stops at the first project that the budget cannot
/// bear; where several are due at exactly the same time, it stops if the budget cannot bear one of them. Projects dearer
/// than the whole budget, and projects without support, are left out from the start.
///
/// Points and places are not looked at: who gives a project points above 0, or ranks it, supports it.
///
/// Exactness: times are bounded from both sides in whole numbers (``LoadBounds``), and where the bounds do not decide,
/// computed as exact fractions of any size (``ExactLoads``).
/// Source: Brill, Freeman, Janson and Lackner, "Phragmén's Voting Methods and Justified Representation", 2017; for
/// budgets Los, Christoff and Grossi, "Proportional Budget Allocations: Towards a Systematization", 2022.
public struct SequentialPhragmen: FundingRule, Equatable {
    /// The rule has nothing to set.
    public init() {}

    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let support = try Support(election, .cardinality)
        let costs = election.projects.map(\.cost)
        var outcome = Outcome(
            budget: election.budget, steps: [], scoreMeaning: Text(en: "money a voter had received", zh: "每人已得金额"))
        var waiting = ties.order(election.projects).filter {
            support.totals[$0] > 0 && costs[$0] <= election.budget
        }
        var bounds = try LoadBounds(support, costs: costs, budget: election.budget)
        var exact = ExactLoads(support, costs: costs)
        while !waiting.isEmpty {
            let times = waiting.map { (project: $0, time: bounds.time($0)) }
            let latest = times.reduce(Int64.max) { min($0, $1.time.upperBound) }
            var due = times.filter { $0.time.lowerBound <= latest }
            if due.count > 1 {
                for step in outcome.steps[exact.purchases...] { exact.buy(step.project) }
                let earliest = Set(Self.earliest(due.map(\.project), exact))
                due.removeAll { !earliest.contains($0.project) }
            }
            guard due.allSatisfy({ costs[$0.project] <= outcome.leftOver }) else { break }
            let (project, time) = due[0]
            if due.count > 1 {
                outcome.ties.append(.init(step: outcome.steps.count, others: due.dropFirst().map(\.project).sorted()))
            }
            let score = Double(sign: .plus, exponent: -bounds.shift, significand: Double(time.lowerBound))
            outcome.fund(project, of: election.projects, score: score / Double(election.currencyUnit))
            bounds.buy(project, at: time)
            waiting.removeAll { $0 == project }
        }
        return outcome
    }

    /// Those of the projects that are due first, in their order.
    private static func earliest(_ projects: [Int], _ exact: ExactLoads) -> [Int] {
        var best: [Int] = []
        var least: ExactLoads.Time?
        for project in projects {
            let time = exact.time(project)
            let order = least.map { exact.compare(time, $0) } ?? -1
            if order < 0 { (best, least) = ([project], time) } else if order == 0 { best.append(project) }
        }
        return best
    }

    public static let description = RuleDescription(
        id: "phragmen", name: Text(en: "Phragmén's sequential rule", zh: "弗拉格门序贯法"),
        meaning: Text(
            en: "Voters receive money at a steady pace; a project is bought as soon as its supporters can pay for it, "
                + "until one exceeds the budget.",
            zh: "每位投票人匀速获得资金；支持者凑足费用的项目立即获得资助，直至超出预算。"),
        isVote: true,
        parameters: [],
        source: "Brill, Freeman, Janson and Lackner 2017; Los, Christoff and Grossi 2022")
}

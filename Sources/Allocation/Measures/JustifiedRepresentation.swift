/// Voters who together could have paid for a project they all want, and who are all worse off than that entitles them to.
public struct WrongedGroup: Sendable, Equatable {
    /// The project that they miss, by its place in the election's list.
    public var project: Int
    /// Who they are, ascending.
    public var voters: [Int]
    /// What the best served of them would have with the project on top: money, projects or points.
    public var satisfaction: Double
    /// What at least one of them ought to have more than.
    public var owed: Double
}

/// The check of EJR+ up to any project (Brill and Peters, "Robust and Verifiable Proportionality Axioms for Multiwinner
/// Voting", 2023, carried over to budgets and additive satisfaction).
///
/// Let voters N' support a project p that was not realised. Each has budget / n to spend, so together they can buy
/// satisfaction at the price cost(p) / sum_(j in N') u_j(p), and each can afford
///
///     owed = (budget / n) * sum_(j in N') u_j(p) / cost(p)
///
/// at that price. They are wronged if every one of them has at most that even with p on top: u_i(W) + u_i(p) <= owed.
/// With unit costs and one for each project this is EJR+ itself. Equal shares never wrongs anyone by its own satisfaction.
///
/// For a given bound on satisfaction the largest group is the most owed, so it is enough to look at the supporters of
/// each project from the worst served on: the check is exact and takes n log n steps a project.
public struct JustifiedRepresentation: Sendable {
    /// One group for each project missed, the most owed for what it has first; empty if nobody is wronged.
    public let wronged: [WrongedGroup]

    /// - Throws: ``AllocationError/tooLarge(_:)`` and what ``Election/tally(_:)`` throws.
    public init(_ outcome: Outcome, of election: Election, satisfaction: Satisfaction) throws(AllocationError) {
        let served = try VoterSatisfaction(outcome, of: election, satisfaction)
        let parts = election.parts(of: satisfaction)
        var found: [(group: WrongedGroup, ratio: Double)] = []
        for project in election.projects.indices where !served.realised.contains(project) {
            guard let claim = try Self.claim(project, of: election, served) else { continue }
            let types = Set(claim.types)
            let voters = served.support.typeOfVoter.enumerated().filter { types.contains($0.element) }.map(\.offset)
            found.append(
                (
                    WrongedGroup(
                        project: project, voters: voters, satisfaction: claim.most / parts, owed: claim.owed / parts),
                    claim.owed / claim.most
                ))
        }
        wronged = found.sorted { $0.ratio != $1.ratio ? $0.ratio > $1.ratio : $0.group.project < $1.group.project }
            .map(\.group)
    }

    private struct Entitlement {
        var types: [Int32]
        var most: Double
        var owed: Double
    }

    /// The supporters of a project with the largest claim, if they are wronged.
    private static func claim(
        _ project: Int, of election: Election, _ served: VoterSatisfaction
    ) throws(AllocationError) -> Entitlement? {
        let support = served.support
        let value = Int128(served.values[project])
        let supporters = support.entries(project).map { entry in
            (
                type: support.types[entry], gain: Int128(support.sums[entry]) * value,
                level: served.ofType[Int(support.types[entry])] + Int128(support.weights[entry]) * value
            )
        }.sorted { $0.level < $1.level }
        let price = Int128(support.voters) * Int128(election.projects[project].cost)
        var gains: Int128 = 0
        var best: (count: Int, ratio: Double)?
        for (place, supporter) in supporters.enumerated() {
            gains += supporter.gain
            guard place + 1 == supporters.count || supporters[place + 1].level > supporter.level else { continue }
            let (needed, isTooLarge) = price.multipliedReportingOverflow(by: supporter.level)
            let (owned, isAlsoTooLarge) = Int128(election.budget).multipliedReportingOverflow(by: gains)
            guard !isTooLarge, !isAlsoTooLarge else { throw .tooLarge(Text(en: "satisfaction is", zh: "满意度")) }
            guard needed <= owned else { continue }
            let ratio = Double(owned) / Double(max(1, needed))
            if ratio > best?.ratio ?? 0 { best = (place + 1, ratio) }
        }
        guard let best else { return nil }
        let group = supporters[..<best.count]
        let owed = Double(election.budget) * Double(group.reduce(0) { $0 + $1.gain }) / Double(max(1, price))
        return Entitlement(
            types: group.map(\.type), most: group.last.map { Double($0.level) } ?? 0, owed: owed)
    }
}

/// What an outcome gives each voter.
///
/// A project that gets less than it asks for serves nobody.
struct VoterSatisfaction {
    let support: Support
    /// What a unit of weight of each project is worth.
    let values: [Int64]
    /// The projects that got all they asked for.
    let realised: Set<Int>
    /// By voter type.
    let ofType: [Int128]

    init(_ outcome: Outcome, of election: Election, _ satisfaction: Satisfaction) throws(AllocationError) {
        let support = try Support(election, satisfaction)
        let values = election.values(satisfaction)
        realised = Set(outcome.steps.filter { $0.amount >= election.projects[$0.project].cost }.map(\.project))
        var sums = [Int128](repeating: 0, count: support.multiplicity.count)
        for project in realised {
            for entry in support.entries(project) {
                sums[Int(support.types[entry])] += Int128(support.weights[entry]) * Int128(values[project])
            }
        }
        (self.support, self.values, ofType) = (support, values, sums)
    }
}

extension Election {
    /// How many parts of satisfaction make one that people read: a unit of currency, a project, a point.
    func parts(of satisfaction: Satisfaction) -> Double {
        switch satisfaction {
        case .cost: Double(currencyUnit)
        case .points: ballots.kind.hasPoints ? Double(ballots.pointParts) : 1
        case .cardinality, .borda: 1
        }
    }
}

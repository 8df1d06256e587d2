/// Looks for the shares at which equal shares spends as much of the budget as it can (the completion "add1u").
///
/// Every voter's share is raised by one unit of currency at a time, until nothing more that has support fits the budget,
/// or the next step would overspend. Most steps change nothing; a run for a range of shares shows that for a whole stretch
/// of steps at once. The stretch doubles as long as it is decided and shrinks when it is not, down to one step, which
/// is decided exactly; so no step is left out. Where a step needed exact fractions, stretches may use them too.
struct SharesSearch {
    let election: SharesElection

    /// How many units each voter gets on top.
    func raise() throws(AllocationError) -> Int64 {
        var reached: Int64 = 0
        var stretch: Int64 = 0
        var mayBeExact = false
        guard try verdict(0...0, &mayBeExact) == .goesOn else { return 0 }
        while true {
            guard let verdict = try verdict(reached + 1...reached + 1 + stretch, &mayBeExact) else {
                stretch /= 4
                continue
            }
            switch verdict {
            case .overspends: return reached
            case .exhausts: return reached + 1
            case .goesOn: reached += 1 + stretch
            }
            stretch = max(1, stretch * 2)
        }
    }

    /// A run with that raise.
    func run(_ raise: Int64) throws(AllocationError) -> [SharesRun.Purchase] {
        var run = try SharesRun(election, shares: shares(raise)...shares(raise))
        _ = run.finish()
        return run.purchases
    }

    private enum Verdict { case overspends, exhausts, goesOn }

    /// What all of these raises lead to; nil if that could not be told, which happens only for more than one.
    /// - Parameter mayBeExact: whether exact fractions may be used for more than one; on return, whether they were needed.
    private func verdict(
        _ raises: ClosedRange<Int64>, _ mayBeExact: inout Bool
    ) throws(AllocationError) -> Verdict? {
        var run = try SharesRun(
            election, shares: shares(raises.lowerBound)...shares(raises.upperBound), mayBeExact: mayBeExact)
        guard run.finish() else { return nil }
        mayBeExact = run.wasExact
        var isBought = [Bool](repeating: false, count: election.costs.count)
        var spent = Int128(0)
        for purchase in run.purchases {
            isBought[purchase.project] = true
            spent += Int128(election.costs[purchase.project])
        }
        guard spent <= Int128(election.budget) else { return .overspends }
        let left = Int128(election.budget) - spent
        let isExhausted = election.candidates.allSatisfy { isBought[$0] || Int128(election.costs[$0]) > left }
        return isExhausted ? .exhausts : .goesOn
    }

    /// What all voters have together at the start.
    private func shares(_ raise: Int64) -> Int128 {
        Int128(election.budget) + Int128(election.support.voters) * Int128(election.unit) * Int128(raise)
    }
}

import BigInt

@testable import Allocation

/// Rules written as their definitions say, in fractions, without any thought for speed.
enum NaiveRules {
    /// `utility[voter][project]`, at least 0.
    static func utilities(_ election: Election, _ satisfaction: Satisfaction) -> [[Int64]] {
        var table = [[Int64]](
            repeating: [Int64](repeating: 0, count: election.projects.count), count: election.ballots.count)
        let values = election.values(satisfaction)
        election.ballots.weigh(satisfaction) { voter, project, weight in
            table[voter][project] = max(0, weight) * values[project]
        }
        return table
    }

    /// Equal shares with everyone's share raised by that many smallest units; projects in the order bought.
    static func equalShares(_ election: Election, _ satisfaction: Satisfaction, raise: Int64) -> [Int] {
        let utility = utilities(election, satisfaction)
        let voters = utility.indices
        guard !voters.isEmpty else { return [] }
        var money = voters.map { _ in Fraction(BigInt(election.budget), over: BigInt(voters.count)) + Fraction(raise) }
        var bought: [Int] = []
        while true {
            var best: (project: Int, price: Fraction)?
            for project in TieBreaking.identifier.order(election.projects) where !bought.contains(project) {
                guard let price = price(project, election.projects[project].cost, utility, money) else { continue }
                if price < best?.price ?? price + Fraction(1) { best = (project, price) }
            }
            guard let best else { return bought }
            bought.append(best.project)
            for voter in voters where utility[voter][best.project] > 0 {
                money[voter] = money[voter] - min(money[voter], best.price * Fraction(utility[voter][best.project]))
            }
        }
    }

    /// The least price for a unit of utility at which supporters can pay the cost, each at most what it has.
    private static func price(_ project: Int, _ cost: Int64, _ utility: [[Int64]], _ money: [Fraction]) -> Fraction? {
        let supporters = utility.indices.filter { utility[$0][project] > 0 }
            .sorted { money[$0] / Fraction(utility[$0][project]) < money[$1] / Fraction(utility[$1][project]) }
        var rest = Fraction(cost)
        for (place, voter) in supporters.enumerated() {
            let price = rest / Fraction(supporters[place...].reduce(0) { $0 + utility[$1][project] })
            if money[voter] / Fraction(utility[voter][project]) >= price { return price }
            rest = rest - money[voter]
        }
        return nil
    }

    /// Equal shares, everyone's share raised one unit at a time.
    static func add1u(_ election: Election, _ satisfaction: Satisfaction) -> [Int] {
        let utility = utilities(election, satisfaction)
        let supported = election.projects.indices.filter { project in utility.contains { $0[project] > 0 } }
        var last = equalShares(election, satisfaction, raise: 0)
        for raise in Int64(1)... {
            let spent = last.reduce(0) { $0 + election.projects[$1].cost }
            let isExhausted = supported.allSatisfy {
                last.contains($0) || spent + election.projects[$0].cost > election.budget
            }
            if isExhausted { return last }
            let next = equalShares(election, satisfaction, raise: raise)
            if next.reduce(0, { $0 + election.projects[$1].cost }) > election.budget { return last }
            last = next
        }
        return last
    }

    /// Phragmén's sequential rule; projects in the order bought.
    static func phragmen(_ election: Election) -> [Int] {
        let utility = utilities(election, .cardinality)
        var loads = utility.map { _ in Fraction(0) }
        var bought: [Int] = []
        var left = election.budget
        while true {
            var due: (projects: [Int], time: Fraction)?
            for project in TieBreaking.identifier.order(election.projects) {
                let supporters = utility.indices.filter { utility[$0][project] > 0 }
                guard !bought.contains(project), !supporters.isEmpty,
                    election.projects[project].cost <= election.budget
                else { continue }
                let sum = supporters.reduce(Fraction(election.projects[project].cost)) { $0 + loads[$1] }
                let time = sum / Fraction(Int64(supporters.count))
                if due == nil || time < due!.time {
                    due = ([project], time)
                } else if time == due!.time {
                    due!.projects.append(project)
                }
            }
            guard let due, due.projects.allSatisfy({ election.projects[$0].cost <= left }) else { return bought }
            let project = due.projects[0]
            bought.append(project)
            left -= election.projects[project].cost
            for voter in utility.indices where utility[voter][project] > 0 { loads[voter] = due.time }
        }
    }

    /// The highest welfare, and of the sets that have it the first in tie-break order.
    static func maximumWelfare(_ election: Election, _ satisfaction: Satisfaction) -> [Int] {
        let votes = (try? election.tally(satisfaction)) ?? []
        let values = election.values(satisfaction)
        let order = TieBreaking.identifier.order(election.projects).filter { votes[$0] > 0 }
        var best: (value: Int64, set: [Int]) = (-1, [])
        for mask in 0..<(1 << order.count) {
            // The first project is the highest bit, so larger masks come first in tie-break order.
            let set = order.indices.filter { mask >> (order.count - 1 - $0) & 1 == 1 }.map { order[$0] }
            guard set.reduce(0, { $0 + election.projects[$1].cost }) <= election.budget else { continue }
            let value = set.reduce(0) { $0 + votes[$1] * values[$1] }
            if value >= best.value { best = (value, set) }
        }
        return best.set
    }
}

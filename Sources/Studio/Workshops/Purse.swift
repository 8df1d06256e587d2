import Governance
import Scenarios

/// Whose money a group spends, told by the ledger: nothing has a price of the studio's own.
///
/// A government's is all that city, district and street pay, less what goes back to them; a committee's what leaves its account,
/// less what comes back. Wages and standard public service are not counted: they are paid whatever a group decides.
struct Purse: Sendable {
    let who: WorkshopTask.Who

    private static let budgets: Set<String> = [Account.cityBudget, Account.districtBudget, Account.streetBudget]
    private static let standing: Set<String> = [Purpose.wages.rawValue, Purpose.publicService.rawValue]

    /// Fen of a month's transfers.
    func spent(_ flows: [MoneyFlow]) -> Int64 {
        flows.reduce(0) { sum, flow in
            guard !Self.standing.contains(flow.purpose) else { return sum }
            let (pays, gets) = (owns(flow.from), owns(flow.to))
            return sum + (pays && !gets ? flow.fen : gets && !pays && isReturned(flow) ? -flow.fen : 0)
        }
    }

    private func owns(_ account: String) -> Bool {
        switch who {
        case .government: Self.budgets.contains(account)
        case .committee: account.hasPrefix("committee:")
        }
    }

    /// Money that comes back rather than in: a committee's income is no saving.
    private func isReturned(_ flow: MoneyFlow) -> Bool {
        who == .government || flow.purpose == Purpose.refund.rawValue || flow.purpose == Purpose.surplus.rawValue
    }

    /// Fen by year of the run, from fen by month: months 1 to 12, 13 to 24, and so on.
    static func byYear(_ months: [Int64]) -> [Int64] {
        stride(from: 0, to: months.count, by: 12).map { first in
            months[first..<min(first + 12, months.count)].reduce(0, +)
        }
    }
}

extension Lived {
    /// Fen that a group of that role has spent, by month.
    func spent(as who: WorkshopTask.Who) -> [Int64] { months.map { $0.spent[who] ?? 0 } }
}

import Governance
import Scenarios

extension Verification {
    /// Every balance is what has flowed in less what has flowed out, in every month of every scenario that comes with the program.
    static let ledger = Verification(
        id: "ledger", title: Text(en: "Money is conserved in every shipped scenario", zh: "所有内置情景中资金守恒"),
        source: Text(
            en: "balance = inflow - outflow, month by month; only the outside world may owe",
            zh: "每月 余额 = 流入 - 流出；仅外部账户可为负")
    ) { setting in
        let library = try setting.shipped()
        var books = Books()
        var scenarios = 0
        for path in library.files(on: .regimes) {
            var specification = try ScenarioReader.read(path: path).specification
            guard setting.effort == .full || specification.residentCount < 1_000 else { continue }
            // Flows of the burn-in are not told.
            specification.burnIn = 0
            try books.keep(specification, months: setting.either(14, specification.months))
            scenarios += 1
        }
        func zero(_ en: String, _ zh: String, _ found: Int64) -> VerificationCheck {
            .exact(
                Text(en: "\(en), \(scenarios) scenarios", zh: "\(zh)（\(scenarios) 个情景）"), expected: 0,
                found: Double(found), within: 0, because: Text(en: "whole fen", zh: "以分为单位的整数"))
        }
        return [
            zero("largest gap of a balance, fen", "账户余额的最大差额（分）", books.gap),
            zero("largest sum over all accounts, fen", "全部账户之和的最大值（分）", books.sum),
            zero("largest debt of an inside account, fen", "内部账户的最大欠款（分）", books.debt),
            .exact(
                Text(en: "months without any flow", zh: "无任何资金流动的月份"), expected: 0,
                found: Double(books.silent), within: 0,
                because: Text(en: "wages are paid every month", zh: "每月都支付工资")),
        ]
    }
}

/// Accounts kept a second time, from the flows alone.
private struct Books {
    private(set) var gap: Int64 = 0
    private(set) var sum: Int64 = 0
    private(set) var debt: Int64 = 0
    private(set) var silent = 0

    mutating func keep(_ specification: ScenarioSpecification, months: Int) throws {
        let world = try World(specification, seed: 6, replicate: 0)
        var balances: [String: Int64] = [:]
        for _ in 0..<months {
            try world.advance()
            let flows = world.flows
            if flows.isEmpty { silent += 1 }
            for flow in flows {
                balances[flow.from, default: 0] -= flow.fen
                balances[flow.to, default: 0] += flow.fen
            }
            for (account, balance) in balances {
                gap = max(gap, abs(balance - world.ledger.balance(account)))
                if !account.hasPrefix(Account.outside) { debt = max(debt, -world.ledger.balance(account)) }
            }
            sum = max(sum, abs(balances.keys.reduce(0) { $0 + world.ledger.balance($1) }))
        }
    }
}

/// A movement of money: from one account to another, for a purpose.
public struct Transfer: Sendable, Equatable, Codable {
    public var from: String
    public var to: String
    public var purpose: Purpose
    /// Fen (1/100 yuan), above 0.
    public var fen: Int64

    public init(from: String, to: String, purpose: Purpose, fen: Int64) {
        self.from = from
        self.to = to
        self.purpose = purpose
        self.fen = fen
    }
}

/// What money is moved for.
public enum Purpose: String, Named {
    case wages, contract, donation, publicService, release, grant, pooling, spending, overhead, voucher, voucherService,
        workUnit, survey, capital, renovation, purchase, supplies, rent, diversion, clawback, refund
    case writtenOff, surplus, failedTender

    public var label: Text {
        switch self {
        case .wages: Text(en: "wages", zh: "工资")
        case .contract: Text(en: "organisation's contract", zh: "社会组织合同")
        case .donation: Text(en: "donation to an organisation", zh: "对社会组织的捐赠")
        case .publicService: Text(en: "standard public service", zh: "标准公共服务")
        case .release: Text(en: "release of pledged money", zh: "资金拨付")
        case .grant: Text(en: "project grant", zh: "项目资助")
        case .spending: Text(en: "project spending", zh: "项目支出")
        case .overhead: Text(en: "organisation's overhead", zh: "社会组织管理费")
        case .voucher: Text(en: "vouchers that residents spent", zh: "居民使用的服务券")
        case .voucherService: Text(en: "service for vouchers", zh: "服务券项下支出")
        case .diversion: Text(en: "diverted money", zh: "挪用")
        case .clawback: Text(en: "money taken back", zh: "追回资金")
        case .refund: Text(en: "unspent grant returned", zh: "结余退回")
        case .writtenOff: Text(en: "lost with a failed project", zh: "失败项目损失")
        case .surplus: Text(en: "fund's surplus returned", zh: "专项资金结余上缴")
        case .failedTender: Text(en: "returned from a failed tender", zh: "招标失败退回资金")
        case .capital: Text(en: "firm's capital", zh: "企业资本金")
        case .renovation: Text(en: "renovation of idle space", zh: "存量空间改造")
        case .purchase: Text(en: "bought by residents", zh: "居民购买服务")
        case .supplies: Text(en: "firm's cost of services", zh: "企业服务成本")
        case .rent: Text(en: "rent", zh: "租金")
        case .pooling: Text(en: "added by partners", zh: "伙伴追加资金")
        case .workUnit: Text(en: "work unit's services", zh: "单位服务支出")
        case .survey: Text(en: "needs survey", zh: "需求调查")
        }
    }
}

/// The names of accounts.
public enum Account {
    /// The outside world begins with this; only its accounts may go below zero.
    public static let outside = "outside:"
    public static let cityBudget = "outside:city-budget"
    public static let districtBudget = "outside:district-budget"
    public static let streetBudget = "outside:street-budget"
    public static let donors = "outside:donors"
    public static let households = "outside:households"
    public static let employers = "outside:employers"
    public static let investors = "outside:investors"
    public static let partners = "outside:partners"
    public static let suppliers = "outside:suppliers"
    public static let diverted = "outside:diverted"
    public static let lost = "outside:lost"
    /// Outside accounts that a scenario may name as payers.
    public static let payers = [cityBudget, districtBudget, streetBudget, donors]

    /// The account of a fund line in a street; who holds it stands after an at sign, unless it is the street.
    public static func fund(_ line: String, street: Int, holder: FundLine.Holder = .street) -> String {
        "fund:\(line)/\(street + 1)" + (holder == .street ? "" : "@\(holder.rawValue)")
    }
    /// The account of a community's committee, of a social organisation, of a firm, and of a project, by id.
    public static func committee(_ community: String) -> String { "committee:\(community)" }
    public static func organisation(_ id: String) -> String { "organisation:\(id)" }
    public static func firm(_ id: String) -> String { "firm:\(id)" }
    public static func project(_ id: String) -> String { "project:\(id)" }

    static func isOutside(_ account: String) -> Bool { account.hasPrefix(outside) }
}

extension Int64 {
    /// A whole number of fen. What is more than a transfer may move stays just that, which no ledger books
    /// (``LedgerError/tooLarge(_:)``): a scenario of absurd amounts ends with a word on them.
    init(fen value: Double) { self = value < Double(Ledger.most) ? Int64(value) : Ledger.most + 1 }
}

/// Transfers of one month between two accounts for one purpose, summed.
public struct MoneyFlow: Sendable, Equatable, Codable {
    public let from: String
    public let to: String
    public let purpose: String
    /// Fen.
    public let fen: Int64

    public init(from: String, to: String, purpose: String, fen: Int64) {
        self.from = from
        self.to = to
        self.purpose = purpose
        self.fen = fen
    }
}

/// The double-entry ledger: every fen that leaves one account enters another.
///
/// The sum over all accounts is zero at all times; no account but the outside world's may go below zero. Both are
/// checked each month, and a breach stops the run.
public struct Ledger: Sendable, Codable {
    private var balances: [String: Int64] = [:]
    private var flows: [FlowKey: Int64] = [:]

    private struct FlowKey: Hashable, Codable {
        let from: String
        let to: String
        let purpose: Purpose
    }

    public init() {}

    /// The most that one transfer may move, in fen: a hundred of them still make a sum of 64 bits.
    static let most: Int64 = 1 << 56

    /// What the account holds, in fen.
    public func balance(_ account: String) -> Int64 { balances[account, default: 0] }

    /// Names of the accounts that have been used and not been closed, sorted.
    public var accounts: [String] { balances.keys.sorted() }

    /// Books a transfer. Throws, and changes nothing, where the amount is not above zero, is more than the payer, if it
    /// is inside, has, or is so large that balances could pass 64 bits.
    ///
    /// - Parameter isCounted: whether it is one of the month's flows here; what several processes book is counted by one.
    public mutating func post(_ transfer: Transfer, isCounted: Bool = true) throws(LedgerError) {
        guard transfer.fen > 0 else { throw .notPositive(transfer) }
        guard transfer.fen <= Self.most else { throw .tooLarge(transfer) }
        let held = balance(transfer.from)
        guard Account.isOutside(transfer.from) || held >= transfer.fen else {
            throw .overdraft(transfer, held: held)
        }
        let (debit, debitOverflow) = held.subtractingReportingOverflow(transfer.fen)
        let owned = transfer.to == transfer.from ? debit : balance(transfer.to)
        let (credit, creditOverflow) = owned.addingReportingOverflow(transfer.fen)
        guard !debitOverflow, !creditOverflow else { throw .tooLarge(transfer) }
        balances[transfer.from] = debit
        balances[transfer.to] = credit
        guard isCounted else { return }
        flows[FlowKey(from: transfer.from, to: transfer.to, purpose: transfer.purpose), default: 0] += transfer.fen
    }

    /// Closes an account that is empty for good.
    mutating func close(_ account: String) {
        if balances[account] == 0 { balances[account] = nil }
    }

    /// Notes what communities of another process moved.
    mutating func adjust(_ account: String, by fen: Int64) { balances[account, default: 0] &+= fen }

    /// Fen on some accounts.
    func sum(where isIncluded: (String) -> Bool) -> Int64 {
        balances.reduce(0) { isIncluded($1.key) ? $0 &+ $1.value : $0 }
    }

    /// Throws unless the accounts sum to zero and none inside is below zero; names the first that is, by name.
    ///
    /// - Parameter others: fen on accounts that other processes keep.
    public func check(beside others: Int64 = 0) throws(LedgerError) {
        let owing = balances.filter { $0.value < 0 && !Account.isOutside($0.key) }
        if let (account, balance) = owing.min(by: { $0.key < $1.key }) {
            throw .negative(account: account, balance: balance)
        }
        let sum = balances.values.reduce(others, &+)
        if sum != 0 { throw .notConserved(sum: sum) }
    }

    /// The month's transfers summed by payer, payee and purpose, sorted by these.
    public var monthFlows: [MoneyFlow] {
        flows.map { MoneyFlow(from: $0.from, to: $0.to, purpose: $0.purpose.rawValue, fen: $1) }
            .sorted { ($0.from, $0.to, $0.purpose) < ($1.from, $1.to, $1.purpose) }
    }

    /// Sum of the month's transfers for the purpose, in fen.
    func total(_ purpose: Purpose) -> Int64 { flows.reduce(0) { $0 + ($1.key.purpose == purpose ? $1.value : 0) } }

    /// Forgets the month's transfers, not the balances.
    mutating func beginMonth() { flows.removeAll(keepingCapacity: true) }
}

/// A breach of the ledger's rules: the run cannot go on.
public enum LedgerError: Error, Equatable, CustomStringConvertible {
    case notPositive(Transfer)
    case overdraft(Transfer, held: Int64)
    case tooLarge(Transfer)
    case negative(account: String, balance: Int64)
    case notConserved(sum: Int64)

    public var description: String {
        switch self {
        case .notPositive(let t):
            "ledger: \(t.purpose.rawValue) of \(t.fen) fen from \(t.from) to \(t.to) is not above 0"
        case .overdraft(let t, let held):
            "ledger: \(t.purpose.rawValue) of \(t.fen) fen from \(t.from) to \(t.to), but \(t.from) holds \(held)"
        case .tooLarge(let t): "ledger: \(t.purpose.rawValue) of \(t.fen) fen from \(t.from) to \(t.to) is too large"
        case .negative(let account, let balance): "ledger: \(account) stands at \(balance) fen"
        case .notConserved(let sum): "ledger: the accounts sum to \(sum) fen instead of 0"
        }
    }
}

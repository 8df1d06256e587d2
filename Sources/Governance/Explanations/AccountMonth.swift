/// One account's month: what it held, every movement by purpose and counterpart, and what it holds then.
public struct AccountMonth: Sendable, Equatable, Encodable {
    public let account: String
    public let month: Int
    public let date: String
    /// Fen; only accounts of the outside world can be below zero.
    public let opening: Int64
    public let movements: [Movement]
    public let closing: Int64

    /// Whether opening balance and movements give the closing balance, to the fen.
    public var isBalanced: Bool { movements.reduce(opening) { $0 + $1.fen } == closing }

    /// Money in (above 0) or out (below).
    public struct Movement: Sendable, Equatable, Encodable {
        public let counterpart: String
        public let purpose: Purpose
        public let fen: Int64

        fileprivate var order: (Int, Int64, String, String) {
            (fen < 0 ? 1 : 0, -abs(fen), counterpart, purpose.rawValue)
        }
    }

    /// - Parameters:
    ///   - isOld: whether there was such an account when the month began.
    ///   - world: as the month has left it.
    init(
        _ account: String, opening: Int64, isOld: Bool, _ world: World, month: Int
    ) throws(ExplanationError) {
        let flows = world.flows
        guard isOld || flows.contains(where: { $0.from == account || $0.to == account }) else {
            let known = Set(world.ledger.accounts).union(flows.map(\.from)).union(flows.map(\.to))
            throw .unknown(.account, name: account, known: known.sorted())
        }
        self.account = account
        self.month = month
        date = (world.date + -1).description
        self.opening = opening
        movements = Self.movements(of: account, flows)
        closing = world.ledger.balance(account)
    }

    /// What comes in first, then what goes out; each by size.
    static func movements(of account: String, _ flows: [MoneyFlow]) -> [Movement] {
        flows.flatMap { flow -> [Movement] in
            guard let purpose = Purpose(rawValue: flow.purpose) else { return [] }
            return [(flow.to, flow.from, flow.fen), (flow.from, flow.to, -flow.fen)].filter { $0.0 == account }
                .map { Movement(counterpart: $0.1, purpose: purpose, fen: $0.2) }
        }
        .sorted { $0.order < $1.order }
    }
}

/// Looks at an account before anything moves.
final class AccountWitness: Witness, @unchecked Sendable {
    private let account: String
    private(set) var opening: Int64 = 0
    private(set) var isOld = false

    init(_ account: String) { self.account = account }

    func before(_ step: String, _ world: World, _ month: Month) {
        guard step == "ScheduledEvents" else { return }
        opening = world.ledger.balance(account)
        isOld = world.ledger.accounts.contains(account)
    }
}

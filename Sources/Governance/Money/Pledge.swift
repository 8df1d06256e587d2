/// Money that an outside account has promised for a certain month.
public struct Pledge: Sendable, Equatable {
    /// The outside account that pays.
    public var account: String
    public var at: YearMonth
    /// Fen.
    public var amount: Int64

    public init(account: String, at: YearMonth, amount: Int64) {
        self.account = account
        self.at = at
        self.amount = amount
    }
}

/// What one outside account paid into a fund at its last release.
struct FundPayment: Sendable, Equatable, Codable {
    let account: String
    let fen: Int64
}

/// A voucher line as residents of one community can draw on it.
struct VoucherPurse: Sendable, Equatable, Codable {
    let line: String
    /// The account that pays.
    let fund: String
    let entitled: Entitlement
    /// Whether firms take them.
    var firms = false
    /// Fen that may be used in a month, and fen left for the year.
    let monthly: Int64
    var left: Int64
    /// Who filled the fund.
    var payers: [FundPayment] = []
}

/// What a month's vouchers did in a community.
struct VoucherMonth: Sendable, Codable {
    /// Service units and need met by domain.
    var units = SIMD8<Double>()
    var met = SIMD8<Double>()
    /// Units x quality.
    var strength = 0.0
    /// Units by residents' organisations.
    var residentUnits = 0.0
    /// Fen.
    var issued = 0.0
    var used = 0.0
    var usedWithResidents = 0.0
    var usedWithFirms = 0.0
    /// Entitlements, and sums over them of the share of a voucher that is used and of its square.
    var entitled = 0.0
    var share = 0.0
    var shareSquared = 0.0
}

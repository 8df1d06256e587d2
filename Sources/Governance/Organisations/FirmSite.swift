/// A firm at work in a community.
struct FirmSite: Sendable, Equatable, Codable {
    let terms: FirmTerms
    /// The month of the run in which it began.
    let since: UInt32
    /// Square metres it has made fit for use, and what it has paid for that, in fen.
    let space: Double
    let invested: Int64
    /// What residents think of its quality, 0 to 1.
    var perceived: Double
    /// Months of loss in a row.
    var lossMonths = 0
    /// What it may spend on units this month beyond what they bring, in fen.
    var purse: Int64 = 0
    /// This month's rent and part of the overhead, in fen.
    var standing: Int64 = 0
    /// This month's sales.
    var sales = FirmSales.Sales()

    /// What it gave for vouchers this month.
    var vouched = Vouched()

    /// Units, fen taken in and what the units cost, and the vouchers' worth of residents who chose it.
    struct Vouched: Sendable, Equatable, Codable {
        var units = 0.0
        var revenue: Int64 = 0
        var cost: Int64 = 0
        var users = 0.0
    }

    /// Full months since it began, this one not counted.
    func age(_ month: UInt32) -> Int { Int(month - since) }
    func isTrial(_ month: UInt32) -> Bool { age(month) < terms.trialMonths }
    /// Fen; below 0 a loss.
    var profit: Int64 { sales.revenue + vouched.revenue - sales.cost - vouched.cost - standing }
}

/// What is counted in a month of meetings, merchants, employers and investors.
struct MarketTally: Sendable, Equatable, Codable {
    var meetings = 0
    var failedMeetings = 0
    var merchants = 0
    var merchantMembers = 0
    /// Sum over merchants of what they do to their neighbours.
    var nuisance = 0.0
    var sites = 0
    /// Fen: invested and still at work; this month's profit; paid by residents.
    var invested: Int64 = 0
    var profit: Int64 = 0
    var paid: Int64 = 0
    var customers = 0
    var firmUnits = 0.0
    var firmNeedMet = 0.0
    var workUnitUnits = 0.0
    /// Fen, by employers.
    var employers: Int64 = 0

    mutating func add(_ other: MarketTally) {
        meetings += other.meetings
        failedMeetings += other.failedMeetings
        merchants += other.merchants
        merchantMembers += other.merchantMembers
        nuisance += other.nuisance
        sites += other.sites
        invested += other.invested
        profit += other.profit
        paid += other.paid
        customers += other.customers
        firmUnits += other.firmUnits
        firmNeedMet += other.firmNeedMet
        workUnitUnits += other.workUnitUnits
        employers += other.employers
    }

    init() {}

    init(_ community: borrowing Community, _ p: Parameters) {
        meetings = community.engagement.meetings
        failedMeetings = community.engagement.failedMeetings
        merchants = community.merchants.count
        merchantMembers = community.merchants.count { $0.isMember }
        nuisance = Merchants.nuisance(community, p.merchants) * Double(community.residents.count) / 100
        if let site = community.site {
            sites = 1
            invested = site.invested
            profit = site.profit
            paid = site.sales.revenue
            customers = site.sales.customers
        }
        firmUnits = community.exclusive.units[ExclusiveServices.Kind.firm.rawValue].treeSum
        firmNeedMet = community.service.firmNeedMet
        workUnitUnits = community.exclusive.units[ExclusiveServices.Kind.workUnit.rawValue].treeSum
        employers = community.journal.reduce(0) { $0 + ($1.from == Account.employers ? $1.fen : 0) }
    }
}

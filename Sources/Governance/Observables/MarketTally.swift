/// What is counted in a month of merchants, employers and investors.
struct MarketTally: Sendable, Equatable {
    var merchants = 0
    var merchantMembers = 0
    /// Sum over merchants of what they do to their neighbours.
    var nuisance = 0.0

    mutating func add(_ other: MarketTally) {
        merchants += other.merchants
        merchantMembers += other.merchantMembers
        nuisance += other.nuisance
    }

    init() {}

    init(_ community: Community, _ p: Parameters) {
        merchants = community.merchants.count
        merchantMembers = community.merchants.count { $0.isMember }
        nuisance = Merchants.nuisance(community, p.merchants) * Double(community.residents.count) / 100
    }
}

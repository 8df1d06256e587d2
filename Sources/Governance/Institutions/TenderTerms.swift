/// How providers compete for a line's money, community by community (``Tender``).
public struct TenderTerms: Sendable, Equatable {
    /// Weights of price and of quality; they sum to 1.
    public var price: Double
    public var quality: Double
    /// Bidders without whom a community's tender fails; three by China's law on government procurement (2002, article 36).
    public var bidders: Int
    /// Who judges quality in a community: experts from outside, workers of its committee, residents where these have a
    /// say in what is funded.
    public var experts: Int
    public var committee: Int
    public var residents: Int

    public init(
        price: Double, quality: Double, bidders: Int = 3, experts: Int = 0, committee: Int = 0, residents: Int = 0
    ) {
        self.price = price
        self.quality = quality
        self.bidders = bidders
        self.experts = experts
        self.committee = committee
        self.residents = residents
    }
}

/// An investor or property company as the scenario tells of it.
public struct FirmTerms: Sendable, Equatable, Codable {
    public var id: String
    public var name: Text
    /// What it has to invest, in fen; comes in with its first month.
    public var capital: Int64
    /// Return a year, as a share of what it invests, below which it does not.
    public var hurdle: Double
    /// Shares of the domains in its services, in the order of ``Domain``; they sum to 1.
    public var mix: [Double]
    /// What residents pay for a unit, and what a unit costs, in fen.
    public var price: Int64
    public var unitCost: Int64
    /// Share of a need that a unit meets, 0 to 1.
    public var quality: Double
    /// Square metres that a unit a month takes.
    public var spacePerUnit: Double
    /// Cost of making a square metre fit for use, and rent of it a month, in fen.
    public var renovation: Int64
    public var rent: Int64
    /// What running the firm costs a month wherever it works, in fen.
    public var overhead: Int64
    /// Fee a customer a month for property service, in fen; 0 where the firm has none.
    public var propertyFee: Int64
    /// What serving a customer's building costs a month beside the units, in fen: guards, cleaners, repairs at hand.
    public var customerCost: Int64 = 0
    /// Months for which services can be tried, and what is paid then as a share of the price.
    public var trialMonths: Int
    public var trialPrice: Double
    public var communities: CommunitySelection
    public var from: YearMonth
    public var until: YearMonth?

    public init(
        id: String, name: Text, capital: Int64, hurdle: Double, mix: [Double], price: Int64, unitCost: Int64,
        quality: Double, spacePerUnit: Double, renovation: Int64, rent: Int64 = 0, overhead: Int64 = 0,
        propertyFee: Int64 = 0, trialMonths: Int = 0, trialPrice: Double = 1,
        communities: CommunitySelection = .all, from: YearMonth, until: YearMonth? = nil
    ) {
        self.id = id
        self.name = name
        self.capital = capital
        self.hurdle = hurdle
        self.mix = mix
        self.price = price
        self.unitCost = unitCost
        self.quality = quality
        self.spacePerUnit = spacePerUnit
        self.renovation = renovation
        self.rent = rent
        self.overhead = overhead
        self.propertyFee = propertyFee
        self.trialMonths = trialMonths
        self.trialPrice = trialPrice
        self.communities = communities
        self.from = from
        self.until = until
    }

    /// Whether a customer's need in facilities is met for the fee, without space.
    var hasPropertyService: Bool { propertyFee > 0 && mix[Domain.facilities.index] > 0 }
}

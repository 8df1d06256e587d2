import Numerics

/// Firms invest where idle space and purchasing power promise a return, pay rent and overhead, and leave after
/// lasting loss.
///
///     return a year = (12 (revenue - cost of units - overhead / n) - rent) / (space x renovation) - 1 / franchise
///     rent = 12 x space x rent x max(0, 1 - rentFree / franchise);  space = min(idle, asked for, what capital can pay)
///
/// Revenue and cost are those that the firm's true quality would bring from residents as they are; n are the
/// communities that its contract covers, so that a wider contract spreads the overhead. A firm looks each month at
/// communities that hand over idle space (franchise above 0), where no other firm works and which it has not left, and
/// invests from the best return down, while the return beats its hurdle and its money lasts. It leaves a community when
/// the franchise ends, after T_l months of loss in a row (rent and overhead counted), and everywhere when it
/// cannot pay them. Space then stands idle again; what was spent on it is lost.
///
/// Reads: levers, needs, incomes, last month's sales. Writes: sites, ledger. Draws: none but those of ``FirmSales``.
/// Update: firm by firm in order of id. Source: Xing (2022) on Yuanjing at Jinsong: idle space free of rent, area widened
/// to spread cost, small lasting profit; MODEL's rule of investment.
enum Firms {
    struct Parameters: Sendable, Equatable {
        var patience = 12.0
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "firms.patience", "T_l", "months", 7...17, .assumed("a year; +-40 %"), \.firms.patience,
            "months of loss in a row after which a firm leaves", "企业连续亏损退出的月数")
    ]

    static func step(_ world: World, _ month: Month) throws(ModelError) {
        for terms in world.firms where terms.from <= month.date {
            try found(terms, world)
            let staying = try settle(terms, world, month)
            let new = try invest(terms, world, month)
            share(terms, sites: staying + new, world)
        }
    }

    /// Brings in the firm's capital, once.
    private static func found(_ terms: FirmTerms, _ world: World) throws(ModelError) {
        guard world.foundedFirms.insert(terms.id).inserted else { return }
        try world.pass([Account.investors, Account.firm(terms.id)], .capital, terms.capital)
    }

    /// The communities here in which the firm works.
    private static func sites(_ terms: FirmTerms, _ world: World) -> [Int] {
        world.communities.indices.filter { world.communities[$0].site?.terms.id == terms.id }
    }

    /// A community and a sum, in fen.
    private struct Due: BitwiseCopyable {
        let place: Int
        let rent: Int64
    }

    /// Counts last month's losses, leaves where it must, and pays this month's rent and overhead elsewhere; returns in how
    /// many communities it stays.
    private static func settle(_ terms: FirmTerms, _ world: World, _ month: Month) throws(ModelError) -> Int {
        let patience = month.run.parameters.firms.patience
        for c in sites(terms, world) { review(&world.communities[c], month, patience: patience) }
        let staying = try world.gather(
            "Firms",
            sites(terms, world).compactMap { c in
                world.communities[c].site.map {
                    Due(
                        place: world.place(c), rent: rent($0, world.communities[c].institutions.partner, month))
                }
            })
        let account = Account.firm(terms.id)
        for (number, due) in staying.enumerated() {
            let part = terms.overhead / Int64(staying.count)
            let odd = Int64(number) < terms.overhead % Int64(staying.count) ? Int64(1) : 0
            let standing = part + odd + due.rent
            guard world.ledger.balance(account) >= standing else {
                for other in sites(terms, world) { world.communities[other].leave() }
                return 0
            }
            try world.pass([account, Account.households], .wages, part + odd)
            try world.pass([account, Account.districtBudget], .rent, due.rent)
            world.change(due.place) { $0.site?.standing = standing }
        }
        return staying.count
    }

    /// Ends what the franchise or lasting loss ends.
    private static func review(_ community: inout Community, _ month: Month, patience: Double) {
        guard var site = community.site else { return }
        site.lossMonths = site.profit < 0 ? site.lossMonths + 1 : 0
        community.site = site
        let years = community.institutions.partner.franchise
        let isOver = Double(site.age(month.number)) >= 12 * years || site.terms.until.map { month.date > $0 } ?? false
        if isOver || Double(site.lossMonths) >= patience { community.leave() }
    }

    private static func rent(_ site: FirmSite, _ levers: Institutions.PartnerTerms, _ month: Month) -> Int64 {
        guard Double(site.age(month.number)) >= 12 * levers.rentFree else { return 0 }
        return Int64(fen: (site.space * Double(site.terms.rent)).rounded())
    }

    /// Lets each site spend its part of the firm's money this month.
    private static func share(_ terms: FirmTerms, sites count: Int, _ world: World) {
        let balance = world.ledger.balance(Account.firm(terms.id))
        for c in sites(terms, world) { world.communities[c].site?.purse = balance / Int64(count) }
    }

    /// What the firm would do in a community.
    private struct Offer: BitwiseCopyable {
        let place: Int
        let plan: Plan
    }

    /// Invests where it pays; returns in how many communities.
    private static func invest(_ terms: FirmTerms, _ world: World, _ month: Month) throws(ModelError) -> Int {
        guard terms.until.map({ month.date <= $0 }) ?? true else { return 0 }
        let open = world.communities.indices.filter { world.communities[$0].isOpen(to: terms) }
        let covered = try world.gather("Firms", [open.count]).reduce(0, +)
        let account = Account.firm(terms.id)
        let capital = world.ledger.balance(account)
        let offers = try world.gather(
            "Firms",
            open.filter { world.communities[$0].site == nil }.compactMap { c in
                plan(
                    terms, world.communities[c], covered: covered, capital: capital, month, world.scratch
                ).map { Offer(place: world.place(c), plan: $0) }
            })
        var new = 0
        for offer in offers.sorted(by: { ($0.plan.yearly, $1.place) > ($1.plan.yearly, $0.place) })
        where offer.plan.capital <= world.ledger.balance(account) {
            new += 1
            try world.pass([account, Account.suppliers], .renovation, offer.plan.capital)
            world.change(offer.place) {
                $0.site = FirmSite(
                    terms: terms, since: month.number, space: offer.plan.space, invested: offer.plan.capital,
                    perceived: month.run.parameters.firmSales.doubt)
            }
        }
        return new
    }

    /// Where and how much to invest, and the return a year.
    struct Plan: Sendable, Equatable, BitwiseCopyable {
        let space: Double
        /// Fen.
        let capital: Int64
        let yearly: Double
    }

    /// What the firm would do in the community; nil where it would not come.
    static func plan(
        _ terms: FirmTerms, _ community: Community, covered: Int, capital: Int64, _ month: Month, _ scratch: Scratch
    ) -> Plan? {
        let market = FirmSales.market(community, terms, perceived: terms.quality, price: 1, month, scratch)
        let asked =
            market.sold(terms, space: .infinity).treeSum
            - (terms.hasPropertyService ? market.asked[Domain.facilities.index] : 0)
        let affordable = terms.renovation > 0 ? Double(capital) / Double(terms.renovation) : .infinity
        let space = min(community.specification.idleSpace, asked * terms.spacePerUnit, affordable)
        let needed = Int64(fen: (space * Double(terms.renovation)).rounded(.down))
        guard space > 0, needed > 0 else { return nil }
        let levers = community.institutions.partner
        let sales = market.bill(market.sold(terms, space: space), terms)
        let margin = Double(sales.revenue - sales.cost) - Double(terms.overhead) / Double(max(1, covered))
        let rent = space * Double(terms.rent) * max(0, 1 - levers.rentFree / levers.franchise)
        let yearly = 12 * (margin - rent) / Double(needed) - 1 / levers.franchise
        return yearly > terms.hurdle ? Plan(space: space, capital: needed, yearly: yearly) : nil
    }
}

extension Community {
    /// Whether the firm's contract covers this community: it hands over idle space, and the firm has not left it.
    func isOpen(to terms: FirmTerms) -> Bool {
        institutions.partner.franchise > 0 && specification.idleSpace > 0 && takesPart(in: terms.communities)
            && !leftBy.contains(terms.id)
    }

    /// The firm goes, and does not come back.
    mutating func leave() {
        if let site { leftBy.insert(site.terms.id) }
        site = nil
    }
}

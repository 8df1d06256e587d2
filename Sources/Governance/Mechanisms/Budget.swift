import Numerics

/// Wages, contracts, public service and the release of pledged money, all through the ledger.
///
///     released = pledged x money lever x (fixed: 1; reactive: mean over the line's communities of gate(alpha_c))
///     gate(alpha) = 1 / (1 + exp(-(alpha - alpha_0) / w_alpha))
///     promises kept P_c <- P_c + d_P (money lever x gate - P_c)
///
/// A fund line's money comes in its review month; what is left of last year's goes back first. Gate: attention has to
/// pass a threshold before words turn into money.
///
/// Reads: fund lines, levers, attention. Writes: ledger, each community's kept promises. Draws: none. Source: Lu
/// (2020) on release; Song on the street's special fund and full funding of the service centre.
enum Budget {
    struct Parameters: Sendable, Equatable {
        var gateCentre = 0.35
        var gateWidth = 0.07
        var memory = 0.2
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "budget.gateCentre", "alpha_0", "share", 0.21...0.49, .estimated("prototype; +-40 %"),
            \.budget.gateCentre, "attention at which half of the pledge is released", "拨付一半承诺资金所需注意力"),
        ParameterField(
            "budget.gateWidth", "w_alpha", "share", 0.042...0.098, .estimated("prototype; +-40 %"),
            \.budget.gateWidth, "width of the gate", "拨付门槛的宽度"),
        ParameterField(
            "budget.memory", "d_P", "1/review", 0.12...0.28, .assumed("+-40 %"), \.budget.memory,
            "weight of the newest release in the memory of kept promises", "最近一次拨付在信守承诺记忆中的权重"),
    ]

    static func step(_ world: World, _ month: Month) throws(ModelError) {
        try pay(world, month)
        for line in month.run.specification.fundLines where isDue(line, month.date) {
            for street in 0..<month.run.specification.district.streets.count {
                try release(line, street: street, world, month)
            }
        }
    }

    /// Wages of committees, contracts of organisations, standard public service.
    private static func pay(_ world: World, _ month: Month) throws(ModelError) {
        let terms = month.run.specification
        let wages = Int64((terms.committees.staff * Double(terms.committees.wage)).rounded())
        for c in world.communities.indices {
            let community = world.communities[c]
            let committee = Account.committee(community.id)
            try world.pass([Account.districtBudget, committee, Account.households], .wages, wages)
            let units = terms.publicService.unitsPerResident * Double(community.residents.count)
            let cost = Int64((units * Double(terms.publicService.unitCost)).rounded())
            try world.pass([Account.districtBudget, Account.suppliers], .publicService, cost)
            world.communities[c].events.standing += wages + cost
        }
        for organisation in world.organisations where organisation.isPresent {
            let account = Account.organisation(organisation.terms.id)
            try world.pass(
                [organisation.terms.payer, account, Account.households], .contract, organisation.terms.contract)
            let served = Int64(max(1, organisation.communities.count))
            for (place, c) in organisation.communities.enumerated() {
                let odd = Int64(place) < organisation.terms.contract % served ? Int64(1) : 0
                world.communities[c].events.standing += organisation.terms.contract / served + odd
            }
        }
    }

    private static func release(_ line: FundLine, street: Int, _ world: World, _ month: Month) throws(ModelError) {
        let p = month.run.parameters.budget
        let fund = Account.fund(line.id, street: street)
        try world.pass([fund, line.sources[0].account], .surplus, world.ledger.balance(fund))
        let taking = world.communities.indices.filter {
            world.communities[$0].street == street && world.communities[$0].takesPart(in: line.communities)
        }
        guard !taking.isEmpty else { return }
        let kept = taking.map { index -> Double in
            let community = world.communities[index]
            let open = line.release == .fixed ? 1 : gate(community.experience.attention, p)
            return community.institutions.support.money * open
        }
        let pledged = Double(line.yearly) * (line.perCommunity ? Double(taking.count) : 1)
        let released = Int64((pledged * kept.reduce(0, +) / Double(taking.count)).rounded())
        var left = released
        for (place, source) in line.sources.enumerated() {
            let part = Int64((Double(released) * source.share).rounded())
            let paid = place == line.sources.count - 1 ? left : min(left, part)
            left -= paid
            try world.pass([source.account, fund], .release, paid)
        }
        for (index, share) in zip(taking, kept) {
            world.communities[index].experience.promisesKept +=
                p.memory * (share - world.communities[index].experience.promisesKept)
        }
    }

    /// Whether the line exists in that month and is decided in it.
    static func isDue(_ line: FundLine, _ date: YearMonth) -> Bool {
        date.month == line.reviewMonth && line.from <= date && line.until.map { date <= $0 } ?? true
    }

    static func gate(_ attention: Double, _ p: Parameters) -> Double {
        1 / (1 + Portable.exp(-(attention - p.gateCentre) / p.gateWidth))
    }
}

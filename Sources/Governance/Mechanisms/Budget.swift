import Numerics

/// Committees' wages, public service and the release of pledged money, all through the ledger.
///
///     released = pledged x money lever x (fixed: 1; reactive: mean over the line's communities of gate(alpha_c))
///     gate(alpha) = 1 / (1 + exp(-(alpha - alpha_0) / w_alpha))
///     promises kept P_c <- P_c + d_P (money lever x gate - P_c)
///     paid by a source = share x released, or match x (released + pledges)
///
/// A fund line's money comes in its review month, with the pledges dated since the last; what is left of last year's goes
/// back first, in the parts in which it was paid. Gate: attention has to pass a threshold before words turn into money;
/// pledges do not wait for it. In the month after a line's last, what is left goes back too.
///
/// Reads: fund lines, levers, attention. Writes: ledger, each community's kept promises, what its committee holds. Draws:
/// none. Source: Lu (2020) on release, on money matched 1:1 and on money kept by the committee; Song on the street's
/// special fund and full funding of the service centre.
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
        for line in month.run.specification.fundLines where line.until.map({ $0 + 1 == month.date }) ?? false {
            for c in world.communities.indices { world.communities[c].held[line.id] = nil }
            for street in world.roster.streetsHere { try giveBack(line, street: street, world) }
        }
        for terms in month.run.specification.fundLines where isDue(terms, month.date) {
            let line = terms.on(month.date)
            for street in world.roster.streetsHere { try release(line, street: street, world, month) }
        }
    }

    /// Wages of committees, standard public service.
    private static func pay(_ world: World, _ month: Month) throws(ModelError) {
        let terms = month.run.specification
        let wages = Int64(fen: (terms.committees.staff * Double(terms.committees.wage)).rounded())
        for c in world.communities.indices {
            let residents = world.communities[c].residents.count
            let committee = Account.committee(world.communities[c].id)
            try world.pass([Account.districtBudget, committee, Account.households], .wages, wages, in: .communities)
            let units = terms.publicService.unitsPerResident * Double(residents)
            let cost = Int64(fen: (units * Double(terms.publicService.unitCost)).rounded())
            try world.pass([Account.districtBudget, Account.suppliers], .publicService, cost, in: .communities)
            world.communities[c].events.standing += wages + cost
            world.communities[c].events.paidBy.note(Account.districtBudget, wages + cost)
        }
    }

    /// A community that takes part in a line.
    struct Taker: BitwiseCopyable {
        let place: Int
        /// Promised money that is released, as a share.
        let kept: Double
        /// Residents entitled to the line's vouchers; 0 where it has none.
        let entitled: Int
    }

    private static func release(_ line: FundLine, street: Int, _ world: World, _ month: Month) throws(ModelError) {
        try giveBack(line, street: street, world)
        let taking = try takers(line, street: street, world, month)
        guard !taking.isEmpty else { return }
        let parts = line.perCommunity ? taking.count : 1
        let pledged = Double(line.yearly) * Double(parts)
        let released = Int64(fen: (pledged * taking.reduce(0) { $0 + $1.kept } / Double(taking.count)).rounded())
        let payments = payments(of: line, released: released, parts: parts, month.date)
        let fund = line.account(street: street)
        for payment in payments {
            try world.pass([payment.account, fund], .release, payment.fen, in: world.books(of: street))
        }
        world.paidIn[fund] = payments
        for payment in payments {
            let shares = Int64(taking.count)
            for (number, taker) in taking.enumerated() {
                let part = payment.fen / shares + (Int64(number) < payment.fen % shares ? 1 : 0)
                world.change(taker.place) { $0.events.released.note(payment.account, part) }
            }
        }
        let paid = payments.reduce(0) { $0 + $1.fen }
        Vouchers.issue(line, paid, to: taking, world)
        let memory = month.run.parameters.budget.memory
        for taker in taking {
            world.change(taker.place) {
                $0.experience.promisesKept += memory * (taker.kept - $0.experience.promisesKept)
                if line.holder == .committee, line.fundsProjects { $0.held[line.id] = paid / Int64(taking.count) }
            }
        }
    }

    private static func takers(
        _ line: FundLine, street: Int, _ world: World, _ month: Month
    ) throws(ModelError) -> [Taker] {
        var entitled: Entitlement?
        if case .vouchers(let terms) = line.rule { entitled = terms.entitled }
        return try world.gather(
            "Budget", in: street,
            world.taking(line.communities, in: street).map { c in
                let community = world.communities[c]
                let open =
                    line.release == .fixed
                    ? 1 : gate(community.experience.attention, month.run.parameters.budget)
                return Taker(
                    place: world.place(c), kept: community.institutions.support.money * open,
                    entitled: entitled.map(community.count) ?? 0)
            })
    }

    /// What is left of last time's money goes back.
    private static func giveBack(_ line: FundLine, street: Int, _ world: World) throws(ModelError) {
        let balance = world.ledger.balance(line.account(street: street))
        try giveBack(balance, of: line, street: street, as: .surplus, world)
    }

    /// Money of the line goes back to those who paid it last, in the parts in which they did.
    static func giveBack(
        _ fen: Int64, of line: FundLine, street: Int, as purpose: Purpose, _ world: World
    ) throws(ModelError) {
        let fund = line.account(street: street)
        let books = world.books(of: street)
        let payers = (world.paidIn[fund] ?? []).filter { $0.fen > 0 }
        let paid = payers.reduce(0) { $0 + Double($1.fen) }
        var left = fen
        for payment in payers.dropLast() {
            let part = min(left, Int64((Double(fen) * Double(payment.fen) / paid).rounded()))
            left -= part
            try world.pass([fund, payment.account], purpose, part, in: books)
        }
        try world.pass([fund, payers.last?.account ?? line.sources[0].account], purpose, left, in: books)
    }

    /// Who pays how much into the fund: shares of what is released, pledges of the last twelve months, and what matches
    /// these two.
    private static func payments(
        of line: FundLine, released: Int64, parts: Int, _ date: YearMonth
    ) -> [FundPayment] {
        let sharing = line.sources.filter { $0.match == 0 }
        var payments: [FundPayment] = []
        var left = released
        for (place, source) in sharing.enumerated() {
            let part = Int64((Double(released) * source.share).rounded())
            let paid = place == sharing.count - 1 ? left : min(left, part)
            left -= paid
            payments.append(FundPayment(account: source.account, fen: paid))
        }
        for pledge in line.pledges where pledge.at <= date && date - pledge.at < 12 {
            payments.append(FundPayment(account: pledge.account, fen: pledge.amount * Int64(parts)))
        }
        let given = Double(payments.reduce(0) { $0 + $1.fen })
        for source in line.sources where source.match > 0 {
            payments.append(FundPayment(account: source.account, fen: Int64(fen: (given * source.match).rounded())))
        }
        return payments
    }

    /// Whether the line exists in that month and is decided in it.
    static func isDue(_ line: FundLine, _ date: YearMonth) -> Bool {
        date.month == line.reviewMonth && line.from <= date && line.until.map { date <= $0 } ?? true
    }

    static func gate(_ attention: Double, _ p: Parameters) -> Double {
        1 / (1 + Portable.exp(-(attention - p.gateCentre) / p.gateWidth))
    }
}

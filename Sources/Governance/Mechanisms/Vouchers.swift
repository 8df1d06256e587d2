import Numerics

/// Residents who are entitled to vouchers choose each month whom to spend them on, or let them lapse.
///
///     weight of an outside organisation j = mean need of i x exp(b_quality q_j + b_voucher T_i,organisations)
///     weight of a residents' organisation j = need of i in its domain x exp(b_quality q_j + b_voucher T_i,neighbours)
///     weight of the firm at work there = sum_k mix_k n_ik x exp((b_quality + b_voucher) q')
///     share of i's voucher spent on j = weight_j / (sum of weights + exp(u_idle))
///     units = money / the provider's price of a unit;  met_ik = min(kappa n_ik, quality x units of i in domain k)
///
/// That is a logit choice with the logarithm of need in utility. An outside organisation serves i in the proportions of
/// i's needs; a residents' organisation in its domain, with no more units than its members' hours give beyond what it does
/// unpaid. Where the line lets firms take vouchers, the one at work in the community serves the domains of its mix in the
/// proportions of mix times need, at its own price and quality, as far as its space allows; what residents think of its
/// quality, q', is all they go by, both as quality and as trust. It buys its units out of what it takes in, and does not
/// take vouchers below cost. Space that vouchers fill is not left for sale. Quality is as residents get it, after capture and shoddy work, the only leakage left where each unit is paid
/// for when it is received. A line's money is divided over communities by the number entitled, and over twelve months;
/// what is not used stays in the fund and goes back with its surplus.
///
/// Shares are expected ones, resident by resident, without draws: over hundreds of vouchers chance would add noise and no
/// knowledge, and money stays in whole fen where it is paid, by provider. Reads: traits, trust, need, presence,
/// organisations' hours, the firm's site. Writes: need, trust in organisations (``Trust``), journal, the month's vouchers,
/// the site. Draws: none. Update: each resident by itself.
/// Source: Qin (2019) on service vouchers by which residents choose, social organisations and enterprises compete, and
/// residents supervise;
/// McFadden (1974) for the choice.
enum Vouchers {
    struct Parameters: Sendable, Equatable {
        var byQuality = 3.0
        var byTrust = 2.0
        var idle = 1.0
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "vouchers.byQuality", "b_quality", "utility", 1.8...4.2, .assumed("+-40 %"), \.vouchers.byQuality,
            "weight of a provider's quality in the choice", "服务质量在选择中的权重"),
        ParameterField(
            "vouchers.byTrust", "b_voucher", "utility", 1.2...2.8, .assumed("+-40 %"), \.vouchers.byTrust,
            "weight of trust in the provider's kind", "对服务方信任的权重"),
        ParameterField(
            "vouchers.idle", "u_idle", "utility", 0.6...1.4, .assumed("+-40 %"), \.vouchers.idle,
            "utility of letting a voucher lapse", "放弃使用服务券的效用"),
    ]

    /// Sets what each community's residents may use until the next release.
    static func issue(_ line: FundLine, _ fen: Int64, to takers: [Budget.Taker], _ world: World) {
        for taker in takers { world.change(taker.place) { $0.purses.removeAll { $0.line == line.id } } }
        guard case .vouchers(let terms) = line.rule else { return }
        let all = takers.reduce(0) { $0 + $1.entitled }
        guard all > 0 else { return }
        for taker in takers where taker.entitled > 0 {
            let part = Int64(Double(fen) * Double(taker.entitled) / Double(all) * (1 - 1e-12))
            world.change(taker.place) { community in
                let fund = line.account(street: community.street)
                community.purses.append(
                    VoucherPurse(
                        line: line.id, fund: fund, entitled: terms.entitled, firms: terms.firms,
                        monthly: min(part / 12, terms.monthly * Int64(taker.entitled)), left: part,
                        payers: world.paidIn[fund] ?? []))
            }
        }
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        community.site?.vouched = FirmSite.Vouched()
        guard !community.purses.isEmpty else { return }
        community.vouchers = VoucherMonth()
        let ended = month.run.specification.fundLines.filter { $0.until.map { $0 < month.date } ?? false }
        community.purses.removeAll { purse in ended.contains { $0.id == purse.line } }
        for p in community.purses.indices {
            let purse = community.purses[p]
            let market = Market(community, firms: purse.firms, month)
            let money = min(purse.monthly, purse.left)
            let each = Double(money) / Double(max(1, community.count(purse.entitled)))
            let wanted = choose(community.residents, purse.entitled, market, scratch)
            let bought = Purchase(wanted, each: each, market)
            serve(&community, purse.entitled, bought, scratch, month)
            if money > 0, !market.outside.isEmpty {
                let entitled = (0...UInt8.max).map { purse.entitled.includes(Traits(rawValue: $0)) }
                Trust.meet(
                    community, rows: entitled, share: Choices(scratch).outside, month.run.parameters.trust)
            }
            community.vouchers.issued += Double(money)
            community.vouchers.entitled += Double(wanted.entitled)
            community.vouchers.share += wanted.used
            community.vouchers.shareSquared += wanted.usedSquared
            let spent = settle(bought, market, purse, most: money, &community, month)
            community.purses[p].left -= spent
            community.events.paidBy.note(purse.payers, spent)
        }
    }
}

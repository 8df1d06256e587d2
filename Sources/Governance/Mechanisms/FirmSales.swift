import Numerics

/// Residents buy a firm's services by need, income and what they think of its quality, which they learn by trying.
///
///     chance to be a customer = min(1, b_buy relevance_i A_i q');  relevance = sum_k mix_k n_ik
///     A_i = y_i / (y_i + bill_i / h_bill);  bill_i = price kappa sum_k [k for space] n_ik + fee
///     units asked for in k = kappa sum over customers of n_ik;  sold = min(asked, space / space a unit x mix_k)
///     relief of a customer in k = kappa quality sold / asked
///     q' <- q' + (l_u customers / N + [trial] l_t) (quality - q');  q' = q_new at first
///
/// y is income a month, h_bill the share of it at which willingness to pay has halved: the better-off buy more. Who is a
/// customer is decided by a number fixed for resident and firm, so that customers stay while their chance lasts. Where
/// the firm has a property fee, a customer's need in facilities is met for it in full, without space; the other domains
/// share the space by the mix. In the months of trial price and fee are lower and quality is learnt by those who look
/// on, too. Units cost the firm what the scenario says, and so does every customer (guards, cleaners and repairs at
/// hand), whether the fee is a trial's or not. A firm sells no more than what customers pay and its own purse can buy.
///
/// Reads: need, income, the site. Writes: exclusive services, the site, journal. Draws: one number a resident and firm,
/// the same each month. Source: Xing (2022) on Jinsong: property service tried before it is paid for, space, purchasing
/// power, public-good, semi-public and commercial lines of business.
enum FirmSales {
    struct Parameters: Sendable, Equatable {
        var appeal = 3.0
        var half = 0.02
        var doubt = 0.3
        var byUse = 0.15
        var byTrial = 0.2
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "firmSales.appeal", "b_buy", "1", 1.8...4.2, .assumed("+-40 %"), \.firmSales.appeal,
            "chance to buy at full need, quality and purse, before it is cut at 1", "充分需求、质量与支付力下的购买倾向"),
        ParameterField(
            "firmSales.half", "h_bill", "share", 0.012...0.028, .assumed("2 % of income; +-40 %"), \.firmSales.half,
            "bill as a share of income at which willingness to pay has halved", "支付意愿减半时账单占收入的比例"),
        ParameterField(
            "firmSales.doubt", "q_new", "share", 0.18...0.42, .assumed("+-40 %"), \.firmSales.doubt,
            "quality that residents think a new firm has", "居民对新企业质量的初始判断"),
        ParameterField(
            "firmSales.byUse", "l_u", "1/month", 0.09...0.21, .assumed("half a year; +-40 %"), \.firmSales.byUse,
            "pace at which quality is learnt where all are customers", "全体使用时质量认知的更新速度"),
        ParameterField(
            "firmSales.byTrial", "l_t", "1/month", 0.12...0.28, .assumed("+-40 %"), \.firmSales.byTrial,
            "pace added while services can be tried", "试用期增加的更新速度"),
    ]

    /// What a firm sold in a community in a month.
    struct Sales: Sendable, Equatable, Codable {
        var customers = 0
        var units = 0.0
        /// Fen.
        var revenue: Int64 = 0
        var cost: Int64 = 0
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        guard var site = community.site else { return }
        let p = month.run.parameters
        let market = market(
            community, site.terms, perceived: site.perceived,
            price: site.isTrial(month.number) ? site.terms.trialPrice : 1,
            month, scratch)
        let bit = UInt8(ExclusiveServices.Kind.firm.bit)
        community.exclusive.open(scratch, count: community.residents.count)
        let (clients, buys) = (scratch.clients, scratch.buys)
        for i in 0..<community.residents.count { clients[i] |= buys[i] &* bit }
        var sold = market.sold(site.terms, space: max(0, site.space - site.vouched.units * site.terms.spacePerUnit))
        site.sales = market.bill(sold, site.terms)
        let payable = site.sales.revenue + site.purse
        if site.sales.cost > payable {
            sold *= Double(payable) / Double(site.sales.cost)
            site.sales = market.bill(sold, site.terms)
            site.sales.cost = min(site.sales.cost, site.sales.revenue + site.purse)
        }
        let account = Account.firm(site.terms.id)
        community.pay(Account.households, account, .purchase, site.sales.revenue)
        community.pay(account, Account.suppliers, .supplies, site.sales.cost)
        community.exclusive.give(
            .firm, units: sold, asked: market.asked, quality: site.terms.quality, reach: p.delivery.reach)
        site.perceived = learnt(
            site.perceived, quality: site.terms.quality,
            use: min(1, (Double(market.customers) + site.vouched.users) / Double(community.residents.count)),
            isTrial: site.isTrial(month.number),
            p.firmSales)
        community.site = site
    }

    static func learnt(_ perceived: Double, quality: Double, use: Double, isTrial: Bool, _ p: Parameters) -> Double {
        perceived + min(1, p.byUse * use + (isTrial ? p.byTrial : 0)) * (quality - perceived)
    }
}

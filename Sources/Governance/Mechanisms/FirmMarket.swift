import Numerics

/// What residents of a community would buy of a firm.
struct FirmMarket: Sendable {
    var customers = 0
    /// Service units by domain that customers ask for.
    var asked = SIMD8<Double>()
    /// Share of price and fee that is paid: below 1 in a trial.
    var price = 1.0
}

extension FirmSales {
    /// Asks all residents, noting who buys in ``Scratch/buys``.
    static func market(
        _ community: Community, _ terms: FirmTerms, perceived: Double, price: Double, _ month: Month,
        _ scratch: Scratch
    ) -> FirmMarket {
        let p = month.run.parameters
        let residents = community.residents
        let offer = Offer(terms, perceived: perceived, price: price, p.firmSales, reach: p.delivery.reach)
        month.stream("firms." + terms.id).fill(
            words: scratch.words, count: residents.count, community: community.address, month: 0, draw: 0)
        var customers = SIMD8<Float>()
        var need = SIMD8<Float>()
        let (needs, income, words, buys) = (residents.need, residents.income, scratch.words, scratch.buys)
        Octet.each(of: residents.count) { group in
            let own = group.of(needs)
            let chances = offer.chances(own, income: group.of(income))
            // Numbers, not branches: who buys is as good as chance to the processor.
            let ones = Uniform.bernoulli(group.of(words), probabilities: chances)
            for lane in 0..<group.rows {
                buys[group.first &+ lane] = ones[lane] > 0 ? 1 : 0
                customers[lane] += ones[lane]
                need += needs[group.first &+ lane] * ones[lane]
            }
        }
        return FirmMarket(
            customers: Int(customers.sum()), asked: SIMD8<Double>(need * offer.offered) * p.delivery.reach, price: price
        )
    }

    /// What decides whether a resident buys.
    struct Offer {
        /// 1 for domains that the firm serves, else 0; its mix; yuan a month for a full need by domain, and the fee.
        let offered: SIMD8<Float>
        let mix: SIMD8<Float>
        let rates: SIMD8<Float>
        let fee: Float
        let appeal: Float
        let half: Float

        init(_ terms: FirmTerms, perceived: Double, price: Double, _ p: Parameters, reach: Double) {
            var (offered, mix, rates) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
            for k in 0..<Domain.count where terms.mix[k] > 0 {
                offered[k] = 1
                mix[k] = Float(terms.mix[k])
                let isForFee = terms.hasPropertyService && k == Domain.facilities.index
                rates[k] = isForFee ? 0 : Float(Double(terms.price) / 100 * price * reach)
            }
            (self.offered, self.mix, self.rates) = (offered, mix, rates)
            fee = Float(Double(terms.propertyFee) / 100 * price)
            appeal = Float(p.appeal * perceived)
            half = Float(p.half)
        }

        /// Chances to be customers at these needs and incomes.
        @inline(__always)
        func chances(_ need: Rows, income: SIMD8<Float>) -> SIMD8<Float> {
            let bill = treeSums(times(need, rates)) + fee
            let relevance = treeSums(times(need, mix))
            return appeal * relevance * income * half / (income * half + bill)
        }
    }
}

extension FirmMarket {
    /// Units sold by domain, with that space.
    func sold(_ terms: FirmTerms, space: Double) -> SIMD8<Double> {
        let facilities = Domain.facilities.index
        let inSpace = (0..<Domain.count).reduce(0) {
            $0 + (terms.hasPropertyService && $1 == facilities ? 0 : terms.mix[$1])
        }
        var sold = asked
        for k in 0..<Domain.count where !(terms.hasPropertyService && k == facilities) {
            let room =
                terms.spacePerUnit > 0 ? space / terms.spacePerUnit * terms.mix[k] / max(1e-12, inSpace) : .infinity
            sold[k] = min(asked[k], room)
        }
        return sold
    }

    /// What these units bring and cost.
    func bill(_ sold: SIMD8<Double>, _ terms: FirmTerms) -> FirmSales.Sales {
        let units = sold.treeSum
        let forFee = terms.hasPropertyService ? sold[Domain.facilities.index] : 0
        let revenue =
            ((units - forFee) * Double(terms.price) + Double(customers) * Double(terms.propertyFee)) * price
        return FirmSales.Sales(
            customers: customers, units: units, revenue: Int64(fen: revenue.rounded()),
            cost: Int64(
                fen: (units * Double(terms.unitCost) + Double(customers) * Double(terms.customerCost)).rounded()))
    }
}

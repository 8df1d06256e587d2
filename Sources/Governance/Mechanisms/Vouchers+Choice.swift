import Numerics

extension Vouchers {
    /// What the entitled want, before residents' organisations run out of hours.
    struct Wanted {
        var entitled = 0
        /// Vouchers' worth spent on outside organisations, and on residents' by domain.
        var outside = 0.0
        var residents = SIMD8<Double>()
        var firm = SIMD8<Double>()
        /// Sums of the shares used and of their squares.
        var used = 0.0
        var usedSquared = 0.0
    }

    /// Each resident's choice, by row; 0 throughout for those not entitled.
    struct Choices {
        /// Share of the voucher for outside organisations.
        let outside: UnsafeMutablePointer<Float>
        /// What gives the share for a domain: times need, of outside organisations; times appeal and need, of residents'
        /// organisations and of the firm.
        let perNeed, local, firm: UnsafeMutablePointer<Float>

        /// In four columns that nobody needs until trust moves.
        init(_ scratch: Scratch) {
            let numbers = UnsafeMutableRawPointer(scratch.trust).assumingMemoryBound(to: Float.self)
            outside = numbers
            perNeed = numbers + scratch.rows
            local = numbers + 2 &* scratch.rows
            firm = numbers + 3 &* scratch.rows
        }
    }

    /// Notes each entitled resident's choice.
    static func choose(
        _ residents: ResidentBlock, _ entitled: Entitlement, _ market: Market, _ scratch: Scratch
    ) -> Wanted {
        let entitlement = (0...UInt8.max).map { entitled.includes(Traits(rawValue: $0)) ? Float(1) : 0 }
        let choices = Choices(scratch)
        let offers = Offers(market)
        let (needs, trust, traits) = (residents.need, residents.trust, residents.traits)
        let (local, outer) = (TrustSubject.neighbours.lane, TrustSubject.socialOrganisation.lane)
        var sums = (entitled: SIMD4<Float>(), outside: SIMD4<Float>(), used: SIMD4<Float>(), squares: SIMD4<Float>())
        var (forResidents, forFirm) = (SIMD8<Float>(), SIMD8<Float>())
        Octet.each(of: residents.count) { group in
            var entitled = SIMD8<Float>()
            for lane in 0..<group.rows { entitled[lane] = entitlement[Int(traits[group.first &+ lane])] }
            let choice = offers.choice(
                group.of(needs), inNeighbours: group.of(trust, lane: local),
                inOrganisations: group.of(trust, lane: outer))
            let scale = entitled * choice.scale
            let (outside, share) = (choice.toOutside * scale, choice.spent * scale)
            let square = share * share
            group.put(outside, in: choices.outside)
            group.put(choice.perNeed * scale, in: choices.perNeed)
            group.put(choice.local * scale, in: choices.local)
            group.put(scale, in: choices.firm)
            sums.entitled = sums.entitled + entitled.lowHalf + entitled.highHalf
            sums.outside = sums.outside + outside.lowHalf + outside.highHalf
            sums.used = sums.used + share.lowHalf + share.highHalf
            sums.squares = sums.squares + square.lowHalf + square.highHalf
        }
        for i in 0..<residents.count {
            forResidents += needs[i] * choices.local[i]
            forFirm += needs[i] * choices.firm[i]
        }
        var wanted = Wanted()
        wanted.entitled = Int(sums.entitled.sum())
        (wanted.outside, wanted.residents) = (
            Double(sums.outside.sum()), SIMD8<Double>(forResidents * offers.residents)
        )
        wanted.firm = SIMD8<Double>(forFirm * offers.firm)
        (wanted.used, wanted.usedSquared) = (Double(sums.used.sum()), Double(sums.squares.sum()))
        return wanted
    }

    /// What providers' appeal makes of eight residents' needs and trust.
    private struct Offers {
        let outside: Float
        let residents: SIMD8<Float>
        let firm: SIMD8<Float>
        let idle: Float
        let byTrust: Float

        /// Weights before they are scaled to shares.
        struct Choice {
            let perNeed: SIMD8<Float>
            let toOutside: SIMD8<Float>
            /// What trust in neighbours multiplies the weight of residents' organisations by.
            let local: SIMD8<Float>
            let spent: SIMD8<Float>
            let scale: SIMD8<Float>
        }

        init(_ market: Market) {
            outside = Float(market.outsideAppeal) / Float(Domain.count)
            residents = SIMD8<Float>(market.appeal)
            firm = SIMD8<Float>(market.firm?.appeal ?? SIMD8())
            (idle, byTrust) = (Float(market.idle), Float(market.byTrust))
        }

        @inline(__always)
        func choice(
            _ need: Rows, inNeighbours neighbours: SIMD8<Float>, inOrganisations organisations: SIMD8<Float>
        ) -> Choice {
            let local = FastMath.exp(byTrust * neighbours)
            let perNeed = outside * FastMath.exp(byTrust * organisations)
            let toOutside = perNeed * treeSums(need)
            let wish = treeSums(times(need, residents))
            let atFirm = treeSums(times(need, firm))
            let spent = toOutside + local * wish + atFirm
            return Choice(perNeed: perNeed, toOutside: toOutside, local: local, spent: spent, scale: 1 / (spent + idle))
        }
    }
}

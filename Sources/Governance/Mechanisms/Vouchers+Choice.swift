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

    /// Each entitled resident's choice: in `scratch.trust`, the share of the voucher for outside organisations in lane 0;
    /// in the others what gives the share for a domain, times appeal and need of residents' organisations in lane 1 and of
    /// the firm in lane 2, times need of outside organisations in lane 3.
    static func choose(
        _ residents: ResidentBlock, _ entitled: Entitlement, _ market: Market, _ scratch: Scratch
    ) -> Wanted {
        let entitlement = (0...UInt8.max).map { entitled.includes(Traits(rawValue: $0)) ? Float(1) : 0 }
        let offers = Offers(market)
        let (needs, trust, traits) = (residents.need, residents.trust, residents.traits)
        let (local, outer) = (TrustSubject.neighbours.lane, TrustSubject.socialOrganisation.lane)
        var sums = (entitled: SIMD4<Float>(), outside: SIMD4<Float>(), used: SIMD4<Float>(), squares: SIMD4<Float>())
        var (forResidents, forFirm) = (SIMD8<Float>(), SIMD8<Float>())
        /// A group of up to four; whole groups are taken apart by the compiler, since their number is known to it.
        @inline(__always)
        func choose(_ first: Int, _ rows: Int) {
            let (b, c, d) = (first &+ min(1, rows &- 1), first &+ min(2, rows &- 1), first &+ rows &- 1)
            var entitled = SIMD4(
                entitlement[Int(traits[first])], entitlement[Int(traits[b])], entitlement[Int(traits[c])],
                entitlement[Int(traits[d])])
            for lane in rows..<4 { entitled[lane] = 0 }
            let choice = offers.choice(
                (needs[first], needs[b], needs[c], needs[d]),
                inNeighbours: SIMD4(trust[first][local], trust[b][local], trust[c][local], trust[d][local]),
                inOrganisations: SIMD4(trust[first][outer], trust[b][outer], trust[c][outer], trust[d][outer]))
            let scale = entitled * choice.scale
            let share = choice.spent * scale
            sums.entitled += entitled
            sums.outside += choice.toOutside * scale
            sums.used += share
            sums.squares += share * share
            for lane in 0..<rows {
                let i = first &+ lane
                let weights =
                    SIMD4(choice.toOutside[lane], choice.local[lane], 1, choice.perNeed[lane]) * scale[lane]
                scratch.trust[i] = weights
                forResidents += needs[i] * weights[1]
                forFirm += needs[i] * weights[2]
            }
        }
        let whole = residents.count & ~3
        for first in stride(from: 0, to: whole, by: 4) { choose(first, 4) }
        if whole < residents.count { choose(whole, residents.count - whole) }
        var wanted = Wanted()
        wanted.entitled = Int(sums.entitled.sum())
        (wanted.outside, wanted.residents) = (
            Double(sums.outside.sum()), SIMD8<Double>(forResidents * offers.residents)
        )
        wanted.firm = SIMD8<Double>(forFirm * offers.firm)
        (wanted.used, wanted.usedSquared) = (Double(sums.used.sum()), Double(sums.squares.sum()))
        return wanted
    }

    /// What providers' appeal makes of four residents' needs and trust.
    private struct Offers {
        let outside: Float
        let residents: SIMD8<Float>
        let firm: SIMD8<Float>
        let idle: Float
        let byTrust: Float

        /// Weights before they are scaled to shares.
        struct Choice {
            let perNeed: SIMD4<Float>
            let toOutside: SIMD4<Float>
            /// What trust in neighbours multiplies the weight of residents' organisations by.
            let local: SIMD4<Float>
            let spent: SIMD4<Float>
            let scale: SIMD4<Float>
        }

        init(_ market: Market) {
            outside = Float(market.outsideAppeal) / Float(Domain.count)
            residents = SIMD8<Float>(market.appeal)
            firm = SIMD8<Float>(market.firm?.appeal ?? SIMD8())
            (idle, byTrust) = (Float(market.idle), Float(market.byTrust))
        }

        @inline(__always)
        func choice(
            _ need: (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>), inNeighbours neighbours: SIMD4<Float>,
            inOrganisations organisations: SIMD4<Float>
        ) -> Choice {
            let local = FastMath.exp(byTrust * neighbours)
            let perNeed = outside * FastMath.exp(byTrust * organisations)
            let toOutside = perNeed * treeSums(need)
            let wish = treeSums((need.0 * residents, need.1 * residents, need.2 * residents, need.3 * residents))
            let atFirm = treeSums((need.0 * firm, need.1 * firm, need.2 * firm, need.3 * firm))
            let spent = toOutside + local * wish + atFirm
            return Choice(perNeed: perNeed, toOutside: toOutside, local: local, spent: spent, scale: 1 / (spent + idle))
        }
    }
}

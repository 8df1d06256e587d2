import Numerics

extension Vouchers {
    /// Who takes vouchers in a community this month.
    struct Market {
        struct Outside {
            let organisation: PresentOrganisation
            let quality: Double
            /// exp(byQuality q).
            let appeal: Double
            /// Share of the money that shoddy work saves it.
            let saved: Double
        }

        var outside: [Outside] = []
        /// Sum of the appeals of residents' organisations, by domain, and units that they can still give there.
        var appeal = SIMD8<Double>()
        var room = SIMD8<Double>()
        let priceOutside: Double
        let priceResidents: Double
        let qualityResidents: Double
        let reach: Double
        let byTrust: Double
        let idle: Double

        var outsideAppeal: Double { outside.reduce(0) { $0 + $1.appeal } }
        /// Mean quality over the appeal of outside organisations.
        var outsideQuality: Double {
            outsideAppeal > 0 ? outside.reduce(0) { $0 + $1.appeal * $1.quality } / outsideAppeal : 0
        }

        init(_ community: Community, _ month: Month) {
            let parameters = month.run.parameters
            let p = parameters.vouchers
            priceOutside = parameters.proposals.costOutside * 100
            priceResidents = parameters.proposals.costResidents * 100
            qualityResidents = parameters.delivery.qualityOrganisation
            (reach, byTrust, idle) = (parameters.delivery.reach, p.byTrust, Portable.exp(p.idle))
            for organisation in community.presence.organisations {
                let saved =
                    parameters.audit.shoddy
                    * Audit.diversion(
                        integrity: organisation.integrity, community.institutions.monitoring, parameters.audit)
                let quality = parameters.delivery.qualityOutside * organisation.worth * (1 - saved)
                outside.append(
                    Outside(
                        organisation: organisation, quality: quality, appeal: Portable.exp(p.byQuality * quality),
                        saved: saved))
            }
            let unpaid =
                parameters.delivery.unsupported + (1 - parameters.delivery.unsupported)
                * community.institutions.cultivation
            let appealing = Portable.exp(p.byQuality * qualityResidents)
            for organisation in community.organisations where organisation.hours > 0 {
                let hasGrant = community.projects.contains {
                    $0.provider == .residents && $0.proposer.slot == organisation.slot
                }
                guard !hasGrant else { continue }
                let k = organisation.domain.index
                appeal[k] += appealing
                room[k] += organisation.hours / parameters.execution.hoursPerUnit * (1 - unpaid)
            }
        }
    }

    /// What the entitled want, before residents' organisations run out of hours.
    struct Wanted {
        var entitled = 0
        /// Vouchers' worth spent on outside organisations, and on residents' by domain.
        var outside = 0.0
        var residents = SIMD8<Double>()
        /// Sums of the shares used and of their squares.
        var used = 0.0
        var usedSquared = 0.0
    }

    /// Each entitled resident's choice: in `scratch.trust`, the share of the voucher for outside organisations in lane 0,
    /// and in lane 1 what times appeal and need gives the share for residents' organisations of a domain.
    static func choose(
        _ residents: ResidentBlock, _ entitled: Entitlement, _ market: Market, _ scratch: Scratch
    ) -> Wanted {
        let includes = (0..<256).map { entitled.includes(Traits(rawValue: UInt8($0))) }
        let (outside, idle, byTrust) = (Float(market.outsideAppeal), Float(market.idle), Float(market.byTrust))
        let appeal = SIMD8<Float>(market.appeal)
        var wanted = Wanted()
        var (sum, used, squared) = (Float(0), Float(0), Float(0))
        var byDomain = SIMD8<Float>()
        for i in 0..<residents.count where includes[Int(residents.traits[i])] {
            let (need, trust) = (residents.need[i], residents.trust[i])
            let local = FastMath.exp(byTrust * trust[TrustSubject.neighbours.lane])
            let wish = need * appeal * local
            let toOutside =
                outside * FastMath.exp(byTrust * trust[TrustSubject.socialOrganisation.lane]) * need.treeSum
                * (1 / Float(Domain.count))
            let toResidents = wish.treeSum
            let scale = 1 / (toOutside + toResidents + idle)
            let share = (toOutside + toResidents) * scale
            scratch.trust[i] = SIMD4(toOutside * scale, local * scale, 0, 0)
            wanted.entitled += 1
            sum += toOutside * scale
            byDomain += wish * scale
            used += share
            squared += share * share
        }
        (wanted.outside, wanted.residents) = (Double(sum), SIMD8<Double>(byDomain))
        (wanted.used, wanted.usedSquared) = (Double(used), Double(squared))
        return wanted
    }

    /// What is bought with vouchers of `each` fen.
    struct Purchase {
        let each: Double
        /// Units of an outside organisation that a whole voucher buys, and their quality.
        let unitsOutside: Float
        let qualityOutside: Float
        /// Units of residents' organisations by domain that a whole voucher buys, times the domain's appeal.
        let unitsResidents: SIMD8<Float>
        let qualityResidents: Float
        let reach: Float
        /// Fen.
        let toOutside: Double
        let toResidents: Double

        init(_ wanted: Wanted, each: Double, _ market: Market) {
            self.each = each
            var open = SIMD8<Double>()
            for k in 0..<Domain.count {
                let units = wanted.residents[k] * each / market.priceResidents
                open[k] = units > market.room[k] ? market.room[k] / units : 1
            }
            unitsOutside = Float(each / market.priceOutside)
            qualityOutside = Float(market.outsideQuality)
            unitsResidents = SIMD8<Float>(market.appeal * open * (each / market.priceResidents))
            qualityResidents = Float(market.qualityResidents)
            reach = Float(market.reach)
            toOutside = wanted.outside * each
            toResidents = (wanted.residents * open).treeSum * each
        }
    }

    /// Meets the needs of those who chose.
    static func serve(
        _ community: inout Community, _ entitled: Entitlement, _ bought: Purchase, _ scratch: Scratch, _ month: Month
    ) {
        let includes = (0..<256).map { entitled.includes(Traits(rawValue: UInt8($0))) }
        let residents = community.residents
        var (all, vulnerable, squares) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        var (units, local) = (SIMD8<Float>(), Float(0))
        for i in 0..<residents.count where includes[Int(residents.traits[i])] {
            let (n, choice) = (residents.need[i], scratch.trust[i])
            let outside = n * (bought.unitsOutside * choice[0] / max(1e-6, n.treeSum))
            let own = n * bought.unitsResidents * choice[1]
            let met = (outside * bought.qualityOutside + own * bought.qualityResidents).atMost(n * bought.reach)
            let left = n - met
            residents.need[i] = left
            units += outside + own
            local += own.treeSum
            all += met
            squares += n * n - left * left
            vulnerable += met * (Traits(rawValue: residents.traits[i]).isVulnerable ? 1 : 0)
        }
        community.needs.all -= all
        community.needs.vulnerable -= vulnerable
        community.needs.squares -= squares
        community.vouchers.units += SIMD8<Double>(units)
        community.vouchers.met += SIMD8<Double>(all)
        community.vouchers.residentUnits += Double(local)
    }

    /// Pays providers, in whole fen; returns what the fund paid.
    static func settle(
        _ bought: Purchase, _ market: Market, _ purse: VoucherPurse, most: Int64, _ community: inout Community,
        _ month: Month
    ) -> Int64 {
        let overhead = month.run.parameters.socialOrganisations.overhead
        var left = most
        for provider in market.outside {
            let fen = min(left, Int64(bought.toOutside * provider.appeal / market.outsideAppeal))
            let account = Account.organisation(provider.organisation.id)
            let saved = Int64(Double(fen) * provider.saved)
            let kept = Int64(Double(fen - saved) * overhead)
            community.pay(purse.fund, account, .voucher, fen)
            community.pay(account, Account.diverted, .diversion, saved)
            community.pay(account, Account.suppliers, .voucherService, fen - saved - kept)
            guard fen > 0 else { continue }
            community.earnings.append(
                Earning(organisation: provider.organisation.place, source: .vouchers, fen: fen))
            left -= fen
        }
        let residents = min(left, Int64(bought.toResidents))
        community.pay(purse.fund, Account.suppliers, .voucher, residents)
        community.vouchers.used += Double(most - left + residents)
        community.vouchers.usedWithResidents += Double(residents)
        return most - left + residents
    }
}

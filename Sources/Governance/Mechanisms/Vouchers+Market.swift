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

        /// The firm at work in the community.
        struct Firm {
            let account: String
            /// Its mix, times exp((byQuality + byTrust) q').
            let appeal: SIMD8<Double>
            let quality: Double
            /// Fen a unit.
            let price: Double
            let unitCost: Double
            /// Units that its space allows.
            let room: Double

            /// Nil where it would lose on every unit.
            init?(_ site: FirmSite, _ p: Parameters) {
                let terms = site.terms
                guard terms.price > 0, terms.price >= terms.unitCost else { return nil }
                let appealing = Portable.exp((p.byQuality + p.byTrust) * site.perceived)
                var appeal = SIMD8<Double>()
                for domain in Domain.allCases where !(terms.hasPropertyService && domain == .facilities) {
                    appeal[domain.index] = terms.mix[domain.index] * appealing
                }
                self.appeal = appeal
                (account, quality) = (Account.firm(terms.id), terms.quality)
                (price, unitCost) = (Double(terms.price), Double(terms.unitCost))
                room = terms.spacePerUnit > 0 ? max(0, site.space / terms.spacePerUnit - site.vouched.units) : .infinity
            }
        }

        var outside: [Outside] = []
        /// Sum of the appeals of residents' organisations, by domain, and units that they can still give there.
        var appeal = SIMD8<Double>()
        var room = SIMD8<Double>()
        var firm: Firm?
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

        init(_ community: borrowing Community, firms: Bool, _ month: Month) {
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
            if firms, let site = community.site { firm = Firm(site, p) }
            let unpaid =
                parameters.delivery.unsupported + (1 - parameters.delivery.unsupported)
                * community.cultivation
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

    /// What is bought with vouchers of `each` fen.
    struct Purchase {
        let each: Double
        /// Units of an outside organisation that a whole voucher buys, and their quality.
        let unitsOutside: Float
        let qualityOutside: Float
        /// Units of residents' organisations by domain that a whole voucher buys, times the domain's appeal.
        let unitsResidents: SIMD8<Float>
        let qualityResidents: Float
        /// The same of the firm.
        let unitsFirm: SIMD8<Float>
        let qualityFirm: Float
        let reach: Float
        /// Fen.
        let toOutside: Double
        let toResidents: Double
        let toFirm: Double

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
            let priceFirm = market.firm?.price ?? .infinity
            let asked = wanted.firm.treeSum * each / priceFirm
            let openFirm = market.firm.map { asked > $0.room ? $0.room / asked : 1 } ?? 0
            unitsFirm = SIMD8<Float>((market.firm?.appeal ?? SIMD8()) * (openFirm * each / priceFirm))
            qualityFirm = Float(market.firm?.quality ?? 0)
            toFirm = wanted.firm.treeSum * openFirm * each
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
        let (residents, choices) = (community.residents, Choices(scratch))
        var (all, vulnerable, squares) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        var (units, local, strength) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        for i in 0..<residents.count where includes[Int(residents.traits[i])] {
            let n = residents.need[i]
            let outside = n * (bought.unitsOutside * choices.perNeed[i])
            let own = n * bought.unitsResidents * choices.local[i]
            let firm = n * bought.unitsFirm * choices.firm[i]
            let worth = outside * bought.qualityOutside + own * bought.qualityResidents + firm * bought.qualityFirm
            let met = worth.atMost(n * bought.reach)
            strength += worth
            let left = n - met
            residents.need[i] = left
            units += outside + own + firm
            local += own
            all += met
            squares += n * n - left * left
            let isVulnerable: Int32 = Traits(rawValue: residents.traits[i]).isVulnerable ? 1 : 0
            vulnerable += met * Float(isVulnerable)
        }
        community.needs.all -= all
        community.needs.vulnerable -= vulnerable
        community.needs.squares -= squares
        community.vouchers.units += SIMD8<Double>(units)
        community.vouchers.met += SIMD8<Double>(all)
        community.vouchers.strength += Double(strength.treeSum)
        community.vouchers.residentUnits += Double(local.treeSum)
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
        if let firm = market.firm { left -= buy(bought, of: firm, purse, most: left, &community) }
        let residents = min(left, Int64(bought.toResidents))
        community.pay(purse.fund, Account.suppliers, .voucher, residents)
        community.vouchers.used += Double(most - left + residents)
        community.vouchers.usedWithResidents += Double(residents)
        return most - left + residents
    }

    /// Pays the firm, and its units out of that; returns what it was paid.
    private static func buy(
        _ bought: Purchase, of firm: Market.Firm, _ purse: VoucherPurse, most: Int64, _ community: inout Community
    ) -> Int64 {
        let fen = min(most, Int64(bought.toFirm))
        let units = Double(fen) / firm.price
        let cost = min(fen, Int64(fen: (units * firm.unitCost).rounded()))
        community.pay(purse.fund, firm.account, .voucher, fen)
        community.pay(firm.account, Account.suppliers, .supplies, cost)
        community.site?.vouched.units += units
        community.site?.vouched.revenue += fen
        community.site?.vouched.cost += cost
        community.site?.vouched.users += bought.each > 0 ? bought.toFirm / bought.each : 0
        community.vouchers.usedWithFirms += Double(fen)
        return fen
    }
}

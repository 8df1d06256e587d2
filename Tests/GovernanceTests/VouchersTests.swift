import Foundation
import Testing

@testable import Governance

@Suite("Residents spend their vouchers")
struct VouchersTests {
    /// A community of which every resident is vulnerable with needs of a half and no trust, with an honest organisation of
    /// professionalism 0.8, in which vouchers of 12 yuan a head and month can be spent.
    func spend(
        _ count: Int = 10, monthly: Int64? = nil, firms: Bool = false, _ prepare: (inout Community) -> Void = { _ in },
        change: (inout ScenarioSpecification) -> Void = { _ in }, check: (Community) throws -> Void
    ) rethrows {
        try withCommunity(count, in: .small(change)) { community, month, scratch in
            for i in 0..<count { community.residents.need[i] = SIMD8(repeating: 0.5) }
            community.presence.add(.plain(professionalism: 0.8, integrity: 1))
            prepare(&community)
            community.needs = NeedGrowth.advance(
                community.residents, rates: [SIMD8<Float>](repeating: SIMD8(), count: community.needRate.count))
            community.purses = [
                VoucherPurse(
                    line: "line", fund: "fund:line/1", entitled: .everyone, firms: firms,
                    monthly: monthly ?? Int64(count) * 1_200, left: 1_000_000)
            ]
            Vouchers.step(&community, month, scratch)
            try check(community)
        }
    }

    /// Weight 0.5 exp(3 x 0.72) against e: 0.615 of a unit each, whose relief of 0.615 x 0.72 / 4 a need is cut to a tenth.
    @Test func byHand() {
        let weight = 0.5 * exp(3 * 0.72)
        let share = weight / (weight + exp(1))
        spend { community in
            let month = community.vouchers
            #expect(isClose(month.used, share * 12_000, within: 1))
            #expect(month.issued == 12_000 && month.entitled == 10)
            #expect(isClose(month.share, 10 * share, within: 1e-4))
            #expect(isClose(month.units.sum(), 10 * share, within: 1e-4))
            #expect(isClose(month.met[0], 10 * 0.05, within: 1e-5))
            #expect(isClose(community.residents.need[3][5], 0.45))
        }
        spend(monthly: 1_200) { community in
            #expect(isClose(community.vouchers.met[0], 0.1 * share * 0.72 * 10 / 8, within: 1e-5))
        }
    }

    /// What is paid into the organisation's account is a tenth overhead, the rest service; what was not used stays.
    @Test func everyFenIsAccountedFor() {
        spend { community in
            let paid = community.journal
            #expect(paid.map(\.purpose) == [.voucher, .voucherService])
            #expect(paid[0].fen == 1_000_000 - community.purses[0].left)
            #expect(paid[1].fen == paid[0].fen - Int64(Double(paid[0].fen) * 0.1))
            #expect(community.earnings.map(\.fen) == [paid[0].fen])
        }
    }

    /// Who spends 0.615 of a voucher with an organisation of professionalism 0.8 has met it as likely: trust rises by 0.06 of
    /// that; where none takes vouchers it stays.
    @Test func clientsMeetTheOrganisation() {
        let weight = 0.5 * exp(3 * 0.72)
        let share = weight / (weight + exp(1))
        let lane = TrustSubject.socialOrganisation.lane
        spend { community in
            #expect(isClose(community.residents.trust[0][lane], 0.06 * share * 0.8, within: 1e-5))
            #expect(community.residents.trust[0][TrustSubject.committee.lane] == 0)
        }
        spend {
            $0.presence = OrganisationPresence()
        } check: { community in
            #expect(community.residents.trust[0] == SIMD4())
        }
    }

    @Test func withoutProvidersVouchersLapse() {
        spend {
            $0.presence = OrganisationPresence()
        } check: { community in
            #expect(community.journal.isEmpty && community.vouchers.used == 0)
            #expect(community.vouchers.met == SIMD8() && community.purses[0].left == 1_000_000)
        }
    }

    /// Of two organisations the better is chosen more, by the odds of the logit.
    @Test func qualityIsChosen() {
        spend { community in
            community.presence.add(.plain(place: 1, professionalism: 0.4, integrity: 1))
        } check: { community in
            let paid = community.journal.filter { $0.purpose == .voucher }.map { Double($0.fen) }
            #expect(isClose(paid[0] / paid[1], exp(3 * (0.72 - 0.36)), within: 0.01))
        }
    }

    @Test func whatMovesTheShareUsed() {
        func used(_ prepare: @escaping (inout Community) -> Void) -> Double {
            var used = 0.0
            spend(100, prepare) { used = $0.vouchers.used }
            return used
        }
        let usual = used { _ in }
        let captured = used {
            $0.presence = OrganisationPresence()
            $0.presence.add(.plain(professionalism: 0.8, integrity: 1, capture: 0.5))
        }
        let shoddy = used {
            $0.presence = OrganisationPresence()
            $0.presence.add(.plain(professionalism: 0.8, integrity: 0))
        }
        let trusted = used { for i in 0..<100 { $0.residents.trust[i][1] = 0.9 } }
        let needy = used { for i in 0..<100 { $0.residents.need[i] = SIMD8(repeating: 0.9) } }
        #expect(captured < usual && shoddy < usual && trusted > usual && needy > usual)
    }

    /// A residents' organisation gives no more than half of what its hours allow, and serves in its domain.
    @Test func residentsOrganisations() {
        spend { community in
            community.presence = OrganisationPresence()
            community.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            community.organisations[0].hours = 4
        } check: { community in
            #expect(isClose(community.vouchers.residentUnits, 1, within: 1e-4))
            #expect(isClose(community.vouchers.units[Domain.safety.index], 1, within: 1e-4))
            #expect(community.vouchers.units.sum() == community.vouchers.units[Domain.safety.index])
            #expect(community.journal.map(\.to) == [Account.suppliers])
            #expect(isClose(community.vouchers.usedWithResidents, 600, within: 1))
        }
    }

    /// A firm whose mix is even and of which residents think 0.5 weighs 0.5 exp(5 x 0.5) against the organisation's
    /// 0.5 exp(3 x 0.72) and e. It sells ten residents' shares at 15 yuan a unit, buys these at 8, and is paid by the fund.
    @Test func firmsTakeThem() {
        let (firm, other) = (0.5 * exp(5 * 0.5), 0.5 * exp(3 * 0.72))
        let share = firm / (firm + other + exp(1))
        spend(firms: true) {
            $0.site = FirmSite(terms: .plain(fee: 0), since: 0, space: 1_000, invested: 0, perceived: 0.5)
        } check: { community in
            let paid = community.journal.first { $0.from.hasPrefix("fund") && $0.to == Account.firm("firm") }
            let bought = community.journal.first { $0.from == Account.firm("firm") && $0.to == Account.suppliers }
            #expect(isClose(Double(paid?.fen ?? 0), share * 12_000, within: 1))
            #expect(isClose(Double(bought?.fen ?? 0), share * 12_000 * 8 / 15, within: 1))
            #expect(isClose(community.vouchers.usedWithFirms, share * 12_000, within: 1))
            #expect(community.site?.profit == (paid?.fen ?? 0) - (bought?.fen ?? 0))
            #expect(isClose(community.site?.vouched.users ?? 0, 10 * share, within: 1e-4))
        }
    }

    /// Space for two units sells two, whatever is asked for; a line that is not open to firms, and a firm that would lose on
    /// every unit, sell none.
    @Test func firmsSellWhatTheyCan() {
        func paid(space: Double = 1_000, open: Bool = true, unitCost: Int64 = 800) -> Double {
            var paid = 0.0
            spend(firms: open) {
                var terms = FirmTerms.plain(fee: 0)
                terms.unitCost = unitCost
                $0.site = FirmSite(terms: terms, since: 0, space: space, invested: 0, perceived: 0.5)
            } check: {
                paid = $0.vouchers.usedWithFirms
            }
            return paid
        }
        #expect(isClose(paid(space: 4), 2 * 1_500, within: 1))
        #expect(paid(open: false) == 0 && paid(unitCost: 1_501) == 0 && paid(unitCost: 1_500) > 3_000)
    }

    /// Only the entitled are served: the old and the vulnerable here.
    @Test func entitlement() {
        withAnyCommunity(2) { community, month, scratch in
            let before = (0..<60).map { community.residents.need[$0] }
            community.purses = [
                VoucherPurse(
                    line: "line", fund: "fund:line/1", entitled: .vulnerableOrOld, monthly: 60_000, left: 60_000)
            ]
            Vouchers.step(&community, month, scratch)
            for i in 0..<60 {
                let traits = Traits(rawValue: community.residents.traits[i])
                let isEntitled = traits.isVulnerable || traits.age == .old
                #expect((community.residents.need[i] != before[i]) == isEntitled)
            }
            #expect(community.vouchers.entitled > 0 && community.vouchers.entitled < 60)
        }
    }

    func world(_ change: (inout ScenarioSpecification) -> Void = { _ in }) throws -> World {
        try World(
            .lively {
                $0.fundLines = [
                    .plain(rule: .vouchers(VoucherTerms(entitled: .vulnerable, monthly: 5_000)), month: 1),
                    .plain("open", rule: .weightedReview(.even)),
                ]
                change(&$0)
            }, seed: 3, replicate: 0)
    }

    /// Over two years nothing is lost, sums of need stay what they are, and what was not used went back.
    @Test func aYearOfVouchers() throws {
        let world = try world()
        var used: Int64 = 0
        for number in 1...24 {
            try world.advance()
            if number <= 12 { used += world.ledger.total(.voucher) }
            for community in world.communities {
                let sum = (0..<community.residents.count).reduce(0.0) {
                    $0 + Double(community.residents.need[$1].sum())
                }
                #expect(isClose(sum / 8, community.service.unmet, within: 1e-2))
                #expect(community.residents.isWithinBounds)
            }
            if number == 13 { #expect(world.ledger.total(.surplus) >= 8_000_000 - used) }
        }
        #expect(used > 0 && used <= 8_000_000)
        #expect(world.communities.flatMap(\.projects).allSatisfy { $0.line == "open" })
    }

    @Test func moneyIsSharedByEntitlement() throws {
        let world = try world()
        try Budget.step(world, world.month(1))
        let first = world.communities[0]
        #expect(first.count(.everyone) == 200 && first.count(.vulnerable) == first.vulnerableCount)
        let purses = world.communities.map { $0.purses.reduce(0) { $0 + $1.left } }
        #expect(purses[0] + purses[2] <= 4_000_000 && purses[0] + purses[2] > 3_999_990)
        for c in 0..<3 {
            let most = Int64(world.communities[c].vulnerableCount) * 5_000
            #expect(world.communities[c].purses[0].monthly == min(most, purses[c] / 12))
        }
    }

    /// What vouchers cost counts with all public money, not with projects'.
    @Test func whatVouchersCost() {
        spend { community in
            community.presence = OrganisationPresence()
            community.presence.add(.plain(professionalism: 0.8, integrity: 0))
        } check: { community in
            var tally = Tally()
            tally.partners = PartnerTally(community)
            tally.add(journal: community.journal)
            #expect(tally.partners.paid == community.journal[0].fen && tally.partners.diverted > 0)
            #expect(tally.diverted == tally.partners.diverted && tally.projectMoney == 0)
        }
    }

    /// Where no line gives vouchers, the step does nothing.
    @Test func withoutVouchersNothingHappens() {
        withAnyCommunity(1) { community, month, scratch in
            let changes = community.residents.changes { Vouchers.step(&community, month, scratch) }
            #expect(changes.isEmpty && community.journal.isEmpty && community.vouchers.issued == 0)
        }
    }

    @Test func golden() throws {
        let world = try world()
        for _ in 0..<6 { try world.advance() }
        let (used, inequality) = (try world.observe("vouchers.used"), try world.observe("vouchers.inequality"))
        #expect(written(used, inequality) == "0.36342708333333335 0.03497647120066563")
    }
}

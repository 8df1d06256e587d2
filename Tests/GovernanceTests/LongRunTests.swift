import Testing

@testable import Governance

@Suite("Twenty years with everything at work")
struct LongRunTests {
    /// A small town of three communities under every kind of rule, organisation, firm and lever there is.
    static var town: ScenarioSpecification {
        .lively(communities: 3, residents: 480) {
            $0.months = 240
            $0.people.types[0].workUnits = 0.2
            for c in $0.people.communities.indices {
                ($0.people.communities[c].merchants, $0.people.communities[c].idleSpace) = (10, 400)
            }
            $0.organisations = [.plain("helper"), .plain("rival")]
            $0.organisations[1].integrity = 0.4
            $0.district.controlPreference = 0.5
            $0.publicService.unitsPerResident = 0.06
            $0.firms = [.plain()]
            for lever in Lever.all {
                guard case .number(let range, let path) = lever.kind else { continue }
                let part = lever.key.hasPrefix("engagement") ? 0.04 : 0.2
                $0.institutions[keyPath: path] = range.lowerBound + part * (min(1, range.upperBound) - range.lowerBound)
            }
            $0.institutions.partner.franchise = 20
            $0.institutions.support.agenda = 0.9
            $0.institutions.support.money = 0.9
            let rules: [FundLine.AllocationRule] = [
                .equalSplit, .earmark(.listed(["a", "b"])), .discretion, .weightedReview(.even),
                .jury(JuryTerms(committee: 1, coordinators: 1, residents: 3)),
                .ballot(BallotTerms(counting: .equalShares, electorate: .open)),
                .vouchers(VoucherTerms(entitled: .vulnerableOrOld, monthly: 5_000, firms: true)),
            ]
            $0.fundLines = rules.enumerated().map { .plain("line\($0)", rule: $1, month: 1 + $0) }
            for line in $0.fundLines.indices {
                $0.fundLines[line].targeting = Targeting.allCases[line % 3]
                $0.fundLines[line].release = line % 2 == 0 ? .fixed : .reactive
            }
        }
    }

    /// In a town of so few organisations, in which somebody always follows a leader, all may live on.
    static let mayStand: Set<String> = ["organisations.survival"]

    @Test func nothingBreaksOrSticks() throws {
        let world = try World(Self.town, seed: 5, replicate: 0)
        let counts = world.communities.map(\.residents.count)
        var series: [[Double]] = []
        for _ in 0..<240 {
            try world.advance()
            series.append(world.observe())
        }
        #expect(world.communities.map(\.residents.count) == counts)
        #expect(world.communities.allSatisfy { $0.residents.isWithinBounds })
        #expect(world.communities.allSatisfy { $0.traitCounts.reduce(0, +) == $0.residents.count })
        try world.ledger.check()
        for (place, observable) in Observable.all.enumerated() {
            let values = series.dropFirst(24).map { $0[place] }
            let defined = values.filter { !$0.isNaN }
            #expect(values.allSatisfy { !$0.isInfinite }, "\(observable.key)")
            #expect(defined.count == values.count, "\(observable.key) is undefined")
            guard let range = observable.range else { continue }
            #expect(defined.allSatisfy { range.contains($0) }, "\(observable.key) leaves its range")
            let stands = defined.allSatisfy { $0 == range.lowerBound } || defined.allSatisfy { $0 == range.upperBound }
            #expect(!stands || Self.mayStand.contains(observable.key), "\(observable.key) stands still")
        }
    }

    /// Whoever pays, what payers pay is what is used: by community and month, to the fen.
    @Test func everyFenHasAPayerAndAUse() throws {
        let world = try World(Self.town, seed: 6, replicate: 0)
        for _ in 0..<24 {
            try world.advance()
            var (bought, partners, pooled) = (Int64(0), Int64(0), Int64(0))
            for community in world.communities {
                let (events, tally) = (community.tally.events, community.tally)
                let government = [MoneySource.city, .district, .street, .donors].reduce(0) { $0 + events.paidBy[$1] }
                #expect(
                    government == events.standing + events.donated + events.granted + tally.partners.paid)
                pooled += events.pooled
                bought += events.paidBy[.residents]
                partners += events.paidBy[.partners]
            }
            #expect(bought == world.ledger.total(.purchase))
            #expect(partners == world.ledger.total(.pooling) + world.ledger.total(.workUnit))
            #expect(pooled == world.ledger.total(.pooling))
        }
    }

    /// Every lever is away from where it changes nothing.
    @Test func everythingIsAtWork() {
        let institutions = Self.town.institutions
        for lever in Lever.all {
            if case .number = lever.kind { #expect(lever.value(in: institutions) != lever.neutral, "\(lever.key)") }
        }
    }
}

import Testing

@testable import Governance

@Suite("Needs grow")
struct NeedGrowthTests {
    let p = NeedGrowth.Parameters()

    /// Rates at rho 0.05: elder care 0.05 for the old, 0.0075 for others; general domains 0.025; the vulnerable 1.5 times.
    @Test func byHand() {
        withResidents(3, .plain(age: .old), .plain(children: true, vulnerable: true), .plain()) { residents, _ in
            for i in 0..<3 { residents.need[i] = SIMD8(repeating: 0.2) }
            let sums = NeedGrowth.advance(residents, rates: NeedGrowth.rates(multipliers: SIMD8(repeating: 1), p))
            let elder = (0..<3).map { residents.need[$0][Domain.elderCare.index] }
            let youth = (0..<3).map { residents.need[$0][Domain.childYouth.index] }
            let safety = (0..<3).map { residents.need[$0][Domain.safety.index] }
            #expect(zip(elder, [0.24, 0.209, 0.206]).allSatisfy { isClose($0, $1) })
            #expect(zip(youth, [0.206, 0.26, 0.206]).allSatisfy { isClose($0, $1) })
            #expect(zip(safety, [0.22, 0.23, 0.22]).allSatisfy { isClose($0, $1) })
            #expect(isClose(sums.all[Domain.safety.index], 0.67))
            #expect(isClose(sums.vulnerable[Domain.safety.index], 0.23))
            #expect(isClose(sums.squares[Domain.safety.index], 0.0484 + 0.0529 + 0.0484))
        }
    }

    @Test(arguments: 0..<5) func onlyNeedMovesAndStaysInBounds(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            let before = community.residents.columns
            var least = (0..<60).map { community.residents.need[$0] }
            for _ in 0..<3 {
                NeedGrowth.step(&community, month, scratch)
                #expect(community.residents.isWithinBounds)
                for i in 0..<60 {
                    #expect((community.residents.need[i] - least[i]).min() >= 0)
                    least[i] = community.residents.need[i]
                }
            }
            let after = community.residents.columns
            #expect(Set(after.keys.filter { after[$0] != before[$0] }) == ["need"])
        }
    }

    /// With constant relief sigma after growth, need before relief settles at r / (r + sigma - r sigma), r = v rho: the
    /// design's v rho / (v rho + sigma) but for the product of two small numbers.
    @Test(arguments: [0.02, 0.05, 0.1]) func settlesWhereReliefBalancesGrowth(relief: Double) {
        withResidents(1) { residents, _ in
            let rates = NeedGrowth.rates(multipliers: SIMD8(repeating: 1), p)
            for _ in 0..<600 {
                _ = NeedGrowth.advance(residents, rates: rates)
                residents.need[0] *= Float(1 - relief)
            }
            let sums = NeedGrowth.advance(residents, rates: rates)
            let r = p.general * p.growth
            let found = sums.all[Domain.safety.index]
            #expect(isClose(found, r / (r + relief - r * relief), within: 1e-5))
            #expect(isClose(found, r / (r + relief), within: r * relief / (r + relief) / (r + relief)))
        }
    }

    @Test func withoutGrowthNothingMoves() {
        withAnyCommunity(1) { community, _, _ in
            let still = NeedGrowth.rates(multipliers: SIMD8(), p)
            #expect(community.residents.changes { _ = NeedGrowth.advance(community.residents, rates: still) } == [])
        }
    }

    @Test func moreExposureMoreNeed() {
        var faster = p
        faster.growth = 0.07
        for bits in 0..<UInt8(Traits.exposures) {
            let traits = Traits(rawValue: bits)
            let before = NeedGrowth.rates(multipliers: SIMD8(repeating: 1.3), p)[traits.exposure]
            #expect((NeedGrowth.rates(multipliers: SIMD8(repeating: 1.3), faster)[Int(bits)] - before).min() > 0)
            let vulnerable = Traits(rawValue: bits | 0b1000)
            #expect((NeedGrowth.exposure(vulnerable, p) - NeedGrowth.exposure(traits, p)).min() >= 0)
        }
    }

    @Test func ratesStopAtOne() {
        let rates = NeedGrowth.rates(multipliers: SIMD8(repeating: 1000), p)
        #expect(rates.allSatisfy { $0.max() == 1 })
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            NeedGrowth.step(&community, month, scratch)
            let needs = community.needs
            #expect(
                written(Double(needs.all.sum()), Double(needs.vulnerable.sum()), Double(needs.squares.sum()))
                    == "251.28814697265625 86.12415313720703 169.0354461669922")
        }
    }
}

import Testing

@testable import Governance

@Suite("How communities stand at the end")
struct StandingTests {
    private func value(_ values: [Double], _ row: Int, _ key: String) throws -> Double {
        let place = try #require(Standing.measures.firstIndex { $0.key == key })
        return values[row * Standing.measures.count + place]
    }

    /// Four residents of each community: an old owner, two tenants of whom one is vulnerable, and one more.
    @Test func byHand() throws {
        let world = try World(.small(communities: 2, residents: 4), seed: 1, replicate: 0)
        let traits: [Traits] = [
            .plain(age: .old), .plain(tenure: .tenant), .plain(vulnerable: true, tenure: .tenant), .plain(),
        ]
        for c in 0..<2 {
            let residents = world.communities[c].residents
            for i in 0..<4 {
                residents.traits[i] = traits[i].rawValue
                residents.need[i] = SIMD8(repeating: c == 0 ? Float(i) / 8 : 0.5)
                residents.rung[i] = UInt8(i)
            }
            residents.need[3][0] = 1
            Recording.count(residents, into: &world.communities[c].tally)
        }
        world.communities[1].projects = [.plain(domain: .culture, grant: 40_000)]
        var standing = Standing(communities: 2)
        standing.add(world)
        let first = standing.values
        // The project was started in month 1, and this is before it.
        #expect(try value(first, 1, "money") == 0)
        let mean = (0.125 + 0.25 + 0.375 + 0.625 / 8) / 4
        #expect(try isClose(value(first, 0, "need"), mean))
        #expect(try isClose(value(first, 0, "need.old"), 0) && isClose(value(first, 0, "need.vulnerable"), 0.25))
        #expect(try isClose(value(first, 0, "need.tenants"), 0.1875))
        #expect(try isClose(value(first, 0, "voice"), 0.25) && isClose(value(first, 0, "voice.tenants"), 0))
        #expect(try isClose(value(first, 0, "need.elderCare"), (0 + 0.125 + 0.25 + 1) / 4))
        #expect(try isClose(value(first, 2, "need"), (mean + 0.5 + 0.5 / 32) / 2))
        #expect(first.count == 3 * Standing.measures.count && first.allSatisfy(\.isFinite))
    }

    /// What is kept agrees with the observables of the same months, community by community and for the whole.
    @Test func agreesWithObservables() throws {
        let world = try World(.lively(communities: 3, residents: 120), seed: 4, replicate: 1)
        var standing = Standing(communities: 3)
        var (need, voice, granted) = ([Double](), [Double](), 0.0)
        var byDomain = 0.0
        for _ in 0..<12 {
            try world.advance()
            standing.add(world)
            need.append(try world.observe("need.mean"))
            voice.append(try world.observe("participation.rung3plus"))
            granted += try world.observe("money.granted") + world.observe("money.pooled")
        }
        let values = standing.values
        for domain in Domain.allCases { byDomain += try value(values, 3, "money.\(domain.rawValue)") }
        #expect(try isClose(value(values, 3, "need"), need.reduce(0, +) / 12, within: 1e-5))
        #expect(try isClose(value(values, 3, "voice"), voice.reduce(0, +) / 12))
        #expect(try isClose(value(values, 3, "money"), granted / 360, within: 1e-6) && granted > 0)
        #expect(isClose(byDomain, granted / 360, within: 1e-6))
    }

    @Test func namesAreUniqueAndNobodyIsNoNumber() throws {
        #expect(Set(Standing.measures.map(\.key)).count == Standing.measures.count)
        let world = try World(
            .small(communities: 1, residents: 3) { $0.people.types[0].vulnerable = 0 }, seed: 1, replicate: 0)
        try world.advance()
        var standing = Standing(communities: 1)
        standing.add(world)
        #expect(try value(standing.values, 0, "need.vulnerable").isNaN)
        #expect(try value(standing.values, 0, "need").isFinite)
    }
}

import Testing

@testable import Governance

@Suite("Groups of residents, and how many of each are at each rung")
struct ResidentGroupTests {
    /// Every resident is in all, in one age group and in one tenure.
    @Test func groupsPartResidents() {
        for bits in UInt8.min...UInt8.max {
            let traits = Traits(rawValue: bits)
            let groups = Set(ResidentGroup.allCases.filter { $0.includes(traits) })
            #expect(groups.contains(.all))
            #expect(groups.intersection([.young, .middle, .old]).count == 1)
            #expect(groups.intersection([.owner, .tenant, .resettled]).count == 1)
            #expect(
                groups.contains(.vulnerable) == traits.isVulnerable && groups.contains(.migrant) == traits.isMigrant)
        }
    }

    /// A table in which the cell of rung r and traits t holds r + t: each group's count is the sum over its traits.
    @Test func censusAddsUpTraits() {
        let table = (0..<RungCensus.cells).map { UInt32($0 / 256 + $0 % 256) }
        let census = RungCensus(table)
        for group in ResidentGroup.allCases {
            for (first, last) in [(0, 4), (1, 4), (3, 3)] {
                let expected = (first...last).reduce(0) { sum, rung in
                    sum + (0..<256).filter { group.includes(Traits(rawValue: UInt8($0))) }.reduce(0) { $0 + rung + $1 }
                }
                #expect(census.count(group, from: first, to: last) == expected)
            }
        }
        var twice = census
        twice.add(census)
        #expect(twice.count(.all) == 2 * census.count(.all))
    }
}

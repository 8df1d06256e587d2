import Testing

@testable import Governance

@Suite("Traits in a byte")
struct TraitsTests {
    /// Every combination is packed and read back, and no two share a byte.
    @Test func allCombinations() {
        var bytes: Set<UInt8> = []
        for age in AgeGroup.allCases {
            for tenure in Tenure.allCases {
                for bits in 0..<16 {
                    let traits = Traits(
                        age: age, children: bits & 1 > 0, vulnerable: bits & 2 > 0, migrant: bits & 4 > 0,
                        tenure: tenure, partyMember: bits & 8 > 0)
                    #expect(traits.age == age && traits.tenure == tenure)
                    #expect(traits.hasChildren == (bits & 1 > 0) && traits.isVulnerable == (bits & 2 > 0))
                    #expect(traits.isMigrant == (bits & 4 > 0) && traits.isPartyMember == (bits & 8 > 0))
                    bytes.insert(traits.rawValue)
                }
            }
        }
        #expect(bytes.count == 3 * 3 * 16)
    }

    /// Tenure and party leave exposure to needs as it is; the rest does not.
    @Test func exposure() {
        let plain = Traits.plain()
        #expect(Traits.plain(tenure: .resettled, partyMember: true).exposure == plain.exposure)
        let others: [Traits] = [
            .plain(age: .old), .plain(children: true), .plain(vulnerable: true), .plain(migrant: true),
        ]
        #expect(Set((others + [plain]).map(\.exposure)).count == 5)
        #expect((0...255).allSatisfy { Traits(rawValue: $0).exposure < Traits.exposures })
    }
}

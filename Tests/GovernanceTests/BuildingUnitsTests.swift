import Numerics
import Testing

@testable import Governance

@Suite("Units of buildings ask neighbours to help")
struct BuildingUnitsTests {
    let p = Issues.Parameters()

    /// Buildings of ten, in each of which so many stood at rung 2 last month, with a unit in that share of them.
    func withHelping<Result>(
        _ helping: [Int], units: Double, body: (inout Community, Month, Scratch) throws -> Result
    ) rethrows -> Result {
        let count = 10 * helping.count
        return try withCommunity(count) { lent, month, scratch in
            var institutions = Institutions()
            institutions.microGovernance.units = units
            var community = Community(
                specification: lent.specification, identity: lent.identity, street: 0, residents: lent.residents,
                buildings: (0...helping.count).map { UInt16($0 * 10) }, farTies: [], needRate: lent.needRate,
                institutions: institutions, committee: lent.committee)
            for (building, number) in helping.enumerated() {
                for i in 0..<number { community.residents.rung[10 * building + i] = 2 }
            }
            return try body(&community, month, scratch)
        }
    }

    func asked(_ helping: [Int], units: Double = 1) -> [Int] {
        withHelping(helping, units: units) { community, month, _ in BuildingUnits.asked(community, month) }
    }

    /// Two helpers ask four each; nobody asks where nobody helps; of five only three are the unit's.
    @Test func membersAskInTheirOwnBuilding() {
        let rows = asked([2, 0, 5])
        #expect(rows.count { $0 < 10 } == 8)
        #expect(!rows.contains { (10..<20).contains($0) })
        #expect(rows.count { (20..<30).contains($0) } == 12)
        #expect(asked([2, 0, 5], units: 0) == [])
    }

    /// Whom a unit asks hangs on nothing in other buildings.
    @Test func unitsAskEachByItself() {
        #expect(asked([3, 0]).filter { $0 < 10 } == asked([3, 3]).filter { $0 < 10 })
    }

    /// Over 300 buildings of ten each resident is asked 12 / 10 times on average: six standard errors are 0.8 of 360 for
    /// each place in its building, a false alarm in 10^8 runs.
    @Test func allNeighboursAreAskedAlike() {
        var times = [Int](repeating: 0, count: 10)
        for row in asked([Int](repeating: 3, count: 300)) { times[row % 10] += 1 }
        #expect(times.reduce(0, +) == 3_600)
        #expect(times.allSatisfy { abs(Double($0) - 360) < 6 * (3_600.0 * 0.1 * 0.9).squareRoot() })
    }

    /// One who was asked helps where utility with b_m, b_T trust in neighbours and b_r need in what issues touch reaches
    /// theta_2, and not a little below; one whom nobody asked stays at home.
    @Test func answersByHand() {
        for (margin, rung) in [(Float(0.01), UInt8(2)), (-0.01, 0)] {
            withHelping([3, 0], units: 1) { community, month, scratch in
                let q = month.run.parameters.participation
                let residents = community.residents
                let rows = Set(BuildingUnits.asked(community, month))
                Participation.step(&community, month, scratch)
                for i in 0..<20 {
                    residents.trust[i][TrustSubject.neighbours.lane] = 0.5
                    residents.need[i] = [0, 0, 0.9, 0.3, 1, 1, 0.6, 1]
                    let byAsking = Float(q.invited) + 0.5 * Float(q.trust) + 0.6 * Float(q.relevance)
                    residents.standing[i] = Float(q.deliver) + margin - byAsking - scratch.utility[i]
                    residents.rung[i] = i < 3 ? 2 : 0
                }
                Participation.step(&community, month, scratch)
                for i in 0..<20 { #expect(residents.rung[i] == (rows.contains(i) ? rung : 0)) }
            }
        }
    }
}

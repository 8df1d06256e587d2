import Governance
import Testing

@testable import Analysis

@Suite("Who wins, who loses")
struct WinnersTests {
    /// Three communities of two types in the baseline, in another order and one fewer in the other scenario. Of every
    /// measure, community place p has 10 p + replicate; the other adds `change`, which varies a little.
    private func winners(_ change: Double, replicates: Int = 5) -> Winners {
        let estate = Text(en: "estate", zh: "小区")
        let lane = Text(en: "lane", zh: "胡同")
        let (a, b, c) = (
            StandingTable.Community(id: "a", type: estate), StandingTable.Community(id: "b", type: lane),
            StandingTable.Community(id: "c", type: estate)
        )
        var table = StandingTable(communities: [[a, b, c], [a, c]], replicates: replicates)
        for replicate in 0..<replicates {
            let noise = Double(replicate)
            for (scenario, places) in [[0.0, 1, 2, 3], [0, 2, 3]].enumerated() {
                let values = places.flatMap { place in
                    Standing.measures.map { _ in
                        10 * place + noise + (scenario == 1 ? change + 0.01 * noise : 0)
                    }
                }
                table.record(values, scenario: scenario, replicate: replicate)
            }
        }
        return Winners(table, baseline: 0, other: 1)
    }

    private func row(_ winners: Winners, _ id: String) -> Winners.Row? {
        winners.rows.first {
            if case .community(let community) = $0.party { community.id == id } else { false }
        }
    }

    @Test func lessNeedAndMoreMoneyIsAWin() throws {
        let more = winners(2)
        let whole = try #require(more.rows.first)
        #expect(whole.party == .whole)
        #expect(whole.verdict(.need) == .loses && whole.verdict(.money) == .wins && whole.verdict(.voice) == .wins)
        #expect(abs((whole.differences[.need]?.difference.mean ?? 0) - 2.02) < 1e-9)
        #expect(winners(-2).rows[0].verdict(.need) == .wins && winners(-2).rows[0].verdict(.money) == .loses)
        #expect(winners(-0.02).rows[0].verdict(.need) == .unclear)
        #expect(winners(2, replicates: 1).rows[0].verdict(.need) == .unknown)
    }

    @Test func communitiesArePairedByTheirIDs() throws {
        let found = winners(2)
        #expect(row(found, "b") == nil)
        let paired = try #require(row(found, "c")?.differences[.need])
        #expect(abs(paired.baselineMean - 22) < 1e-9 && abs(paired.difference.mean - 2.02) < 1e-9)
        #expect(found.communities(.loses, by: .need) == 2 && found.communities(.wins, by: .money) == 2)
        #expect(found.communities(.wins, by: .need) == 0)
    }

    /// One row each for the whole, three groups, eight domains, the one type that both have, and two communities.
    @Test func whatIsTold() {
        let rows = winners(2).rows
        #expect(rows.count == 1 + 3 + 8 + 1 + 2)
        for row in rows {
            let subjects = Set(row.differences.keys)
            switch row.party {
            case .group: #expect(subjects == [.need, .voice])
            case .domain: #expect(subjects == [.need, .money])
            case .whole, .type, .community: #expect(subjects == Set(Standing.Subject.allCases))
            }
            if case .type = row.party { #expect(abs((row.differences[.need]?.baselineMean ?? 0) - 12) < 1e-9) }
        }
    }

    @Test func runsThatDoNotTellAreLeftOut() {
        var table = StandingTable(
            communities: [[.init(id: "a", type: nil)], [.init(id: "a", type: nil)]], replicates: 3)
        let one = [Double](repeating: 1, count: 2 * Standing.measures.count)
        let (short, none) = (
            table.record([1, 2], scenario: 0, replicate: 0), table.record([], scenario: 0, replicate: 0)
        )
        #expect(!short && none && !table.tells(of: 0))
        for replicate in 0..<2 {
            table.record(one, scenario: 0, replicate: replicate)
            table.record(one.map { $0 + Double(replicate) }, scenario: 1, replicate: replicate + 1)
        }
        let winners = Winners(table, baseline: 0, other: 1)
        #expect(winners.rows[0].differences[.need]?.pairs == 1 && winners.rows[0].verdict(.need) == .unknown)
        #expect(winners.rows.count == 13)
    }
}

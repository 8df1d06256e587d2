import Numerics
import Testing

@testable import Governance

@Suite("Street-level issues")
struct IssuesTests {
    let p = Issues.Parameters()

    /// A community of that many buildings of ten residents each, none of whom takes part; a world of its own.
    func withBuildings<Result>(
        _ count: Int, _ institutions: Institutions = Institutions(), _ change: (inout Parameters) -> Void = { _ in },
        body: (inout Community, RunContext) throws -> Result
    ) rethrows -> Result {
        var specification = ScenarioSpecification.small()
        change(&specification.parameters)
        return try withResidents(10 * count) { residents, _ in
            var community = Community(
                specification: specification.people.communities[0], identity: Identity.hash("a"), street: 0,
                residents: residents, buildings: (0...count).map { UInt16($0 * 10) }, farTies: [],
                needRate: [], institutions: institutions, committee: Committee(orientation: 0.4, facilitation: 0.3))
            return try body(&community, RunContext(specification: specification, seed: 3, replicate: 0))
        }
    }

    func live(_ community: inout Community, _ run: RunContext, months: Range<UInt32>) {
        withResidents(1) { _, scratch in
            for number in months {
                let date = run.specification.start + Int(number)
                Issues.step(
                    &community, Month(run: run, number: number, date: date, isRecorded: true), scratch)
            }
        }
    }

    /// Platform 1, a fifth taking part, 6 % at rung 2+ watching: d_grid 0.5, d_watch 0.4 x 2/3, d_resident 0.18.
    @Test func noticingByHand() {
        var institutions = Institutions()
        institutions.sensing.platform = 1
        institutions.microGovernance.watchers = 1
        withBuildings(10, institutions) { community, _ in
            community.engagement.rungs = [80, 14, 3, 2, 1, 0, 0, 0]
            let expected = 1 - 0.5 * (1 - 0.4 * 2 / 3) * (1 - 0.18)
            #expect(isClose(Issues.noticing(community, p), expected))
        }
        withBuildings(10) { community, _ in #expect(isClose(Issues.noticing(community, p), 0.1)) }
    }

    /// 12 free hours for eight issues of three hours each reach half of them: 1 - 0.75 x 0.8.
    @Test func handlingByHand() {
        #expect(isClose(Issues.handled(count: 8, hours: 12, p), 0.4))
        #expect(isClose(Issues.handled(count: 8, hours: 0, p), 0.25))
        #expect(isClose(Issues.handled(count: 4, hours: 100, p), 0.55))
        #expect(isClose(Issues.compliance(0.2, active: 0.5, p), 0.2 + 0.05 * (0.3 - 0.2)))
    }

    /// Two buildings of ten with three helpers or more each; a third with two sleeps; without the lever none has a unit.
    @Test func unitsNeedPeopleOfTheirOwn() {
        for share in [0.0, 1.0] {
            var institutions = Institutions()
            institutions.microGovernance.units = share
            withBuildings(10, institutions) { community, run in
                for i in [0, 1, 2, 13, 14, 15, 16, 20, 21] { community.residents.rung[i] = 2 }
                live(&community, run, months: 1..<2)
                #expect(community.issues.activeUnits == (share == 0 ? 0 : 2))
                #expect(isClose(community.issues.compliance, share * 0.05 * 0.6 * 0.2))
            }
        }
    }

    /// Stock and time to resolve against their closed forms: arrivals (1/d + 1/r - 2) for each kind, by Little's law.
    @Test func stockAgainstItsStationaryMean() {
        let (buildings, d, r) = (400, 0.4, 0.55)
        withBuildings(buildings, .init(), { $0.issues.report = d }) { community, run in
            community.committee.freeHours = 1e9
            live(&community, run, months: 1..<120)
            var (stock, waited, resolved) = (0.0, 0.0, 0.0)
            for number in UInt32(120)..<1_320 {
                live(&community, run, months: number..<number + 1)
                stock += community.issuesPerBuilding / 1_200
                waited += Double(community.issues.month.waited)
                resolved += Double(community.issues.month.resolved)
            }
            let months = 0.6 * (1 / d + 1 / r - 2) + 0.4 * (1 / d + 1 / p.alone - 2)
            #expect(isClose(stock, p.arrival * months, within: 0.01 * p.arrival * months))
            #expect(isClose(waited / resolved, months, within: 0.01 * months))
        }
    }

    /// What arises is open or resolved; compliance and response stay from 0 to 1; residents are left alone.
    @Test(arguments: 0..<5) func nothingIsLost(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            let run = month.run
            let changes = community.residents.changes {
                var (arrived, resolved) = (0, 0)
                for m in UInt32(1)...40 {
                    Issues.step(&community, Month(run: run, number: m, date: month.date, isRecorded: true), scratch)
                    arrived += community.issues.month.arrived
                    resolved += community.issues.month.resolved
                    #expect(community.issues.open.count == arrived - resolved)
                    #expect((0...1).contains(community.issues.compliance))
                    #expect((0...1).contains(community.issues.response))
                }
            }
            #expect(changes == [])
        }
    }

    @Test func withoutArrivalsThereIsNothing() {
        withBuildings(50, .open, { $0.issues.arrival = 0 }) { community, run in
            live(&community, run, months: 1..<60)
            #expect(community.issues.open.isEmpty && community.issues.response == 0)
        }
    }

    /// Linkage shortens, grid and watchers find, units prevent; sharing draws, issue by issue.
    @Test func eachLeverHelps() {
        func outcome(_ change: (inout Institutions) -> Void) -> (open: Double, arrived: Int) {
            var institutions = Institutions()
            change(&institutions)
            return withBuildings(60, institutions) { community, run in
                community.engagement.rungs = [300, 200, 80, 20, 0, 0, 0, 0]
                for i in 0..<600 { community.residents.rung[i] = i % 10 < 4 ? 2 : 0 }
                live(&community, run, months: 1..<80)
                var arrived = 0
                for m in UInt32(80)..<92 {
                    live(&community, run, months: m..<m + 1)
                    arrived += community.issues.month.arrived
                }
                return (community.issuesPerBuilding, arrived)
            }
        }
        let none = outcome { _ in }
        #expect(outcome { $0.linkage = 1 }.open < none.open)
        #expect(outcome { $0.sensing.platform = 1 }.open < none.open)
        #expect(outcome { $0.microGovernance.watchers = 1 }.open < none.open)
        let half = outcome { $0.microGovernance.units = 0.5 }
        let full = outcome { $0.microGovernance.units = 1 }
        #expect(full.arrived < half.arrived && half.arrived < none.arrived)
        #expect(outcome { $0.linkage = 1 }.arrived == none.arrived)
    }

    /// At 0 a lever is as good as not there: what it would do then may be anything.
    @Test func neutralLeversDoNothing() throws {
        func digest(_ change: (inout Parameters) -> Void) throws -> UInt64 {
            try World.lived(.lively { change(&$0.parameters) }, months: 10).digest
        }
        let plain = try digest { _ in }
        #expect(try digest { $0.issues.linked = 0.98 } == plain)
        #expect(
            try digest {
                $0.issues.conventions = 0.84
                $0.issues.members = 2
            } == plain)
        #expect(
            try digest {
                $0.issues.watch = 0.56
                $0.issues.grid = 0.7
            } == plain)
        #expect(try digest { $0.issues.arrival = 0.35 } != plain)
    }

    /// Two open issues a building speed up need for order by a fifth, in three domains, and never beyond 1.
    @Test func issuesMakeNeed() {
        let needs = NeedGrowth.Parameters()
        let rates = NeedGrowth.strained([SIMD8(repeating: 0.05), SIMD8(repeating: 0.9)], issues: 2, needs)
        for domain in Domain.allCases {
            let touched = [.environment, .safety, .facilities].contains(domain)
            #expect(isClose(rates[0][domain.index], touched ? 0.06 : 0.05))
            #expect(isClose(rates[1][domain.index], touched ? 1 : 0.9))
        }
        #expect(NeedGrowth.strained([SIMD8(repeating: 0.05)], issues: 0, needs) == [SIMD8(repeating: 0.05)])
    }

    /// Units and watchers are work that residents may do: they open rung 2.
    @Test func microGovernanceOpensCoDelivery() throws {
        func helping(_ units: Double) throws -> Double {
            let world = try World.lived(
                .small {
                    $0.institutions.engagement.committee.culture = 1
                    $0.institutions.microGovernance.units = units
                }, months: 6)
            return try world.observe("participation.rung2plus")
        }
        #expect(try helping(0) == 0)
        #expect(try helping(0.5) > 0)
    }

    @Test func golden() {
        var institutions = Institutions.open
        institutions.microGovernance.units = 0.5
        withBuildings(60, institutions) { community, run in
            for i in 0..<600 { community.residents.rung[i] = i % 10 < 4 ? 2 : 0 }
            live(&community, run, months: 1..<13)
            let book = community.issues
            #expect(
                written(Double(book.open.count), book.compliance, book.response)
                    == "120.0 0.12410277633108804 0.049277241221999994")
        }
    }
}

import Numerics
import Testing

@testable import Governance

/// With b0 and b_n alone, participation is Brock and Durlauf's binary choice: shares settle where m = logistic(b0 + b_n m).
@Suite("The well-mixed limit")
struct BrockDurlaufTests {
    /// A community of 1,000 with ten ties each, all over it, all of whom are invited each month, with seats for all.
    func specification(base: Double, neighbours: Double) -> ScenarioSpecification {
        .small(communities: 1, residents: 1_000) {
            ($0.people.types[0].tiesBuilding, $0.people.types[0].tiesBeyond) = (0, 0)
            $0.people.types[0].tiesCommunity = 40
            $0.institutions.engagement.committee.culture = 1
            var choice = Participation.Parameters()
            (choice.base, choice.neighbours, choice.seasoned) = (base, neighbours, 0)
            (choice.spirit, choice.efficacy, choice.habit, choice.fatigue) = (0, 0, 0, 0)
            (choice.relevance, choice.trust, choice.invited) = (0, 0, 0)
            $0.parameters.participation = choice
            var people = Population.Parameters()
            (people.taste, people.costYoung, people.costMiddle) = (0, 0, 0)
            (people.costOld, people.costTenant) = (0, 0)
            $0.parameters.population = people
            var hosts = Mobilisation.Parameters()
            (hosts.seatShare, hosts.perSeat, hosts.alongTies) = (1, 8, 0)
            hosts[.culture] = Mobilisation.Terms(hours: 300, seats: 1_000, barrier: 0, tie: 0, skill: 0)
            $0.parameters.mobilisation = hosts
            ($0.parameters.tieFormation.fading, $0.parameters.tieFormation.meeting) = (0, 0)
            ($0.parameters.turnover.settled, $0.parameters.turnover.tenants) = (0, 0)
        }
    }

    /// The mean share of the months from the 11th to the 30th, from nobody or from everybody.
    func settled(base: Double, neighbours: Double, fromAll: Bool) throws -> Double {
        let world = try World(specification(base: base, neighbours: neighbours), seed: 1, replicate: 0)
        world.communities[0].residents.rung.update(repeating: fromAll ? 1 : 0, count: 1_000)
        var sum = 0.0
        for month in 1...30 {
            try world.advance()
            if month > 10 { sum += try world.observe("participation.rung1plus") }
        }
        return sum / 20
    }

    func logistic(_ x: Double) -> Double { 1 / (1 + Portable.exp(-x)) }

    /// Under weak influence there is one equilibrium. The sum of 20,000 choices has a standard error of 0.0035, a little
    /// more by what months hand on, and ten ties stand for a thousand within 0.001: 0.02 is five standard errors.
    @Test(arguments: [(-1.0, 1.0), (-2, 1.5)])
    func oneEquilibrium(base: Double, neighbours: Double) throws {
        let root = try Roots.brent(in: 0...1) { logistic(base + neighbours * $0) - $0 }
        #expect(isClose(try settled(base: base, neighbours: neighbours, fromAll: false), root, within: 0.02))
        #expect(isClose(try settled(base: base, neighbours: neighbours, fromAll: true), root, within: 0.02))
    }

    /// Under strong influence there are three, of which the middle one tips: who begins low stays low, who begins high
    /// stays high.
    @Test func tipping() throws {
        func excess(_ m: Double) -> Double { logistic(-4 + 8 * m) - m }
        let (low, high) = (try Roots.brent(in: 0...0.3, excess), try Roots.brent(in: 0.7...1, excess))
        #expect(isClose(try Roots.brent(in: 0.3...0.7, excess), 0.5))
        #expect(isClose(try settled(base: -4, neighbours: 8, fromAll: false), low, within: 0.01))
        #expect(isClose(try settled(base: -4, neighbours: 8, fromAll: true), high, within: 0.01))
    }
}

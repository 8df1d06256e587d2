import Governance
import Numerics
import RandomScenarios
import SpreadSupport
import Testing

@testable import Governance

@Suite("Property: the same bytes, however a run is lived")
struct SameBytesTests {
    @Test("on one thread, two and seven", arguments: Cases.first(10))
    func threads(_ number: Int) throws {
        try unlessAbsurd {
            let specification = try RandomScenario(number).specification()
            let states = try [1, 2, 7].map { threads in
                let world = try World(specification, seed: 7, replicate: 2, threads: threads)
                for _ in 0..<specification.months { try world.advance() }
                return world.snapshot()
            }
            #expect(states[1] == states[0] && states[2] == states[0])
        }
    }

    @Test("stopped in any month, burn-in included, and gone on from a snapshot", arguments: Cases.first(16))
    func resumed(_ number: Int) throws {
        try unlessAbsurd {
            let specification = try RandomScenario(number).specification()
            let months = specification.burnIn + specification.months
            var draws = Stream(seed: 8, replicate: 0, name: "stop").draws(agent: UInt64(number), month: 0)
            let stop = draws.integer(below: months)
            let undisturbed = try World(founding: specification, seed: 7, replicate: 2)
            for _ in 0..<stop { try undisturbed.advance() }
            let resumed = try World(undisturbed.snapshot(), specification, threads: 1 + number % 3)
            for month in stop..<months {
                try undisturbed.advance()
                try resumed.advance()
                #expect(resumed.flows == undisturbed.flows, "month \(month + 1), stopped after \(stop)")
            }
            #expect(resumed.snapshot() == undisturbed.snapshot(), "stopped after \(stop) of \(months)")
        }
    }

    @Test("in three processes", arguments: Cases.first(10))
    func spread(_ number: Int) throws {
        try unlessAbsurd {
            let specification = try RandomScenario(number).specification()
            let alone = try Self.live(specification, nil)
            let together = try ThreadTransport.together(3) { try Self.live(specification, $0) }
            #expect(together[0] == alone)
        }
    }

    private static func live(
        _ specification: ScenarioSpecification, _ company: Company?
    ) throws -> [World.Observed] {
        let world = try World(founding: specification, seed: 7, replicate: 2, threads: 1, company: company)
        for _ in 0..<specification.burnIn { try world.advanceBurnIn() }
        return try (0..<specification.months).map { _ in
            try world.advance()
            let seen = try world.observed(whole: true, communities: true, flows: true)
            // A number that is undefined is not equal to itself.
            return World.Observed(
                whole: seen.whole.map { $0.isNaN ? -1 : $0 }, communities: seen.communities.map { $0.isNaN ? -1 : $0 },
                flows: seen.flows)
        }
    }
}

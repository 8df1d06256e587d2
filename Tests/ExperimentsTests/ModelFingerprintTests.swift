import Governance
import Testing

@testable import Experiments

@Suite struct ModelFingerprintTests {
    @Test func theSampleWorldLivesAndKnowsEveryInstitution() throws {
        let scenario = ScenarioSpecification.sample
        for lever in Lever.all { #expect(lever.value(in: scenario.institutions) != lever.neutral, "\(lever.key)") }
        let world = try World(scenario, seed: 1, replicate: 1)
        var purposes: Set<String> = []
        for _ in 0..<scenario.months {
            try world.advance()
            purposes.formUnion(world.flows.map(\.purpose))
        }
        #expect(purposes.isSuperset(of: ["wages", "contract", "grant", "spending"]))
        let taking = try #require(Observable.all.firstIndex { $0.key == "participation.rung1plus" })
        #expect(world.observe()[taking] > 0)
    }

    @Test func isTheSameEveryTime() { #expect(ModelFingerprint.current.count == 64) }
}

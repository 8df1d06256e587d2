import Governance
import Testing

@testable import Experiments

@Suite struct ForecastTests {
    private func forecast(replicates: Int, cores: Int, seconds: [Double], memory: Int = 1 << 40) -> Forecast {
        let experiment = Experiment(scenarios: [.small("a"), .small("b")], replicates: replicates, seed: 1)
        let costs = seconds.map { RunCost(seconds: $0, memory: 1_000_000_000, disk: 1000) }
        return Forecast(experiment, costs: costs, cores: cores, memory: memory)
    }

    @Test func coresDivideTheTime() {
        let one = forecast(replicates: 10, cores: 1, seconds: [10, 10]).duration.inSeconds
        let two = forecast(replicates: 10, cores: 2, seconds: [10, 10]).duration.inSeconds
        #expect(abs(one - 200) < 1 && abs(two - 100) < 1)
    }

    @Test func theLastRunIsWaitedFor() {
        let duration = forecast(replicates: 1, cores: 2, seconds: [100, 1]).duration.inSeconds
        #expect(abs(duration - 100) < 1)
    }

    @Test func memoryLimitsRunsAtOnce() {
        let wide = forecast(replicates: 10, cores: 8, seconds: [10, 10])
        let tight = forecast(replicates: 10, cores: 8, seconds: [10, 10], memory: 2_500_000_000)
        #expect(wide.memory > 8_000_000_000 && tight.memory < 2_500_000_000)
        #expect(tight.cores == 2)
        #expect(tight.duration > wide.duration * 3)
    }

    @Test func aProbeTellsTheSizeOfTheWholeExperiment() async throws {
        let experiment = Experiment(scenarios: [.small("a"), .small("b", months: 40)], replicates: 10, seed: 1)
        let time = Timekeeper(ContinuousClock())
        let forecast = try await Probe(experiment, cores: 2, memory: 1 << 30, time: time)
            .forecast(budget: .milliseconds(20))
        #expect(forecast.runs == 20)
        #expect(forecast.residentMonths == 10 * 160 * (6 + 42))
        #expect(forecast.disk > 10 * 44 * Observable.all.count * 8)
        #expect(forecast.duration > .zero && forecast.duration < .seconds(60))
    }

    @Test func aShrunkScenarioKeepsItsCommunities() {
        let large = ScenarioSpecification.small(people: 100_000)
        let small = large.shrunk(to: 1000)
        #expect((900...1100).contains(small.residentCount))
        #expect(small.people.communities.map(\.id) == large.people.communities.map(\.id))
        #expect(large.shrunk(to: 1_000_000).residentCount == large.residentCount)
    }
}

import Archive
import Foundation
import Governance
import SpreadSupport
import Testing

@testable import Experiments

@Suite("A session of several processes")
struct SpreadSessionTests {
    let (alone, together): (TemporaryFolder, TemporaryFolder)
    let experiment = Experiment(scenarios: [.small("b"), .small("a")], replicates: 2, seed: 5, communities: true)

    init() throws { (alone, together) = (try TemporaryFolder(), try TemporaryFolder()) }

    /// The first runs the session, the others follow; how it ended, and the codes with which the others end.
    private func spread(
        _ processes: Int, _ experiment: Experiment, prepare: (inout Session) -> Void = { _ in }
    ) async throws -> (Session.Outcome, [Int32]) {
        let companies = ThreadTransport.companies(processes)
        var session = Session.inFolder(together, experiment)
        prepare(&session)
        let others = companies.dropFirst().map { company in
            var other = session
            other.company = company
            return Task { [other] in
                try await withCheckedThrowingContinuation { continuation in
                    Thread { continuation.resume(with: Result { try other.follow() }) }.start()
                }
            }
        }
        session.company = companies[0]
        let outcome = try await session.run()
        session.dismiss(code: outcome.failures.isEmpty ? 0 : 1)
        var codes: [Int32] = []
        for other in others { codes.append(try await other.value) }
        return (outcome, codes)
    }

    @Test("tables and kept runs are those of one process, and traffic is told", arguments: [1, 3])
    func sameTables(processes: Int) async throws {
        _ = try await Session.inFolder(alone, experiment).run()
        let (outcome, codes) = try await spread(processes, experiment)
        #expect(outcome.added == 4 && codes == Array(repeating: 0, count: processes - 1))
        for name in ["series.csv", "communities.csv", "money.csv"] {
            #expect(try together.text(name) == alone.text(name), "\(name)")
        }
        let (one, many) = (try Archive.read(alone.path), try Archive.read(together.path))
        #expect(try many.run("a", 2)?.standing.map(\.bitPattern) == one.run("a", 2)?.standing.map(\.bitPattern))
        let told = try #require(Manifest.read(from: together.path)?.sessions.last?.spread)
        let lived = experiment.scenarios.reduce(0) { $0 + $1.specification.months + $1.specification.burnIn }
        #expect(told.processes == processes && told.months == 2 * lived)
        #expect((told.bytes > 0) == (processes > 1) && told.meetings > told.months)
        #expect(Manifest.read(from: alone.path)?.sessions.last?.spread == nil)
    }

    @Test("a run that breaks is told as in one process, and the others go on to the next")
    func broken() async throws {
        var experiment = experiment
        experiment.scenarios[0].specification.events = [
            ScheduledEvent(
                at: experiment.scenarios[0].specification.start + 1, title: Text(en: "", zh: ""),
                changes: [.init(lever: "nonsense", value: .number(1))])
        ]
        let known = try await Session.inFolder(alone, experiment).run()
        let (outcome, codes) = try await spread(3, experiment)
        #expect(outcome.added == 2 && outcome.failures == known.failures && codes == [1, 1])
    }

    @Test("it stops in all processes as soon as in one")
    func stops() async throws {
        let (outcome, _) = try await spread(2, experiment) { $0.stop.raise() }
        #expect(outcome.isInterrupted && outcome.added == 0)
    }

    @Test func ordersComeAsTheyWereGiven() {
        for order in [Session.Order.live(Run(scenario: 3, point: 1 << 40, replicate: 7)), .end(3), .end(0)] {
            #expect(Session.Order(order.bytes) == order)
        }
    }
}

import Archive
import Governance

/// A run that is being lived: its world, and what has been recorded of it.
struct RunInCourse {
    let world: World
    var recording: Recording

    /// A copy that goes on as another scenario with the same past.
    func branch(_ specification: ScenarioSpecification, threads: Int) throws(Recorder.Ending) -> RunInCourse {
        do throws(SnapshotError) {
            return RunInCourse(
                world: try World(world.snapshot(), specification, threads: threads), recording: recording)
        } catch {
            throw .failed(month: recording.months, reason: error.description)
        }
    }
}

/// What has been recorded of a run, month by month.
struct Recording: Sendable, Equatable {
    /// Months recorded.
    private(set) var months = 0
    /// Wall time so far, in seconds.
    var seconds = 0.0
    private(set) var world: [Double] = []
    private(set) var communities: [Double] = []
    private(set) var money: [RunRecord.MoneyRow] = []
    private(set) var standing: Standing
    /// Months before those that the standing at the end counts.
    private(set) var monthsBeforeStanding: Int

    /// Nothing yet, of a run of so many months.
    init(communities: Int, months: Int) {
        standing = Standing(communities: communities)
        monthsBeforeStanding = months - Standing.span
    }

    init(_ head: Checkpoint.Head, world: [Double], communities: [Double]) {
        months = head.months
        seconds = head.seconds
        self.world = world
        self.communities = communities
        money = head.money
        standing = head.standing
        monthsBeforeStanding = head.monthsBeforeStanding
    }

    /// Makes it the recording of a run of so many months; false where months that the standing counts have passed
    /// uncounted.
    mutating func aim(at end: Int) -> Bool {
        let before = end - Standing.span
        guard before != monthsBeforeStanding else { return true }
        guard months <= before else { return false }
        standing = Standing(communities: standing.communityCount)
        monthsBeforeStanding = before
        return true
    }

    /// Records what is to be kept of the month that the world has just lived, in a run of so many.
    ///
    /// - Throws: `failed` where another process of the run has failed.
    mutating func add(_ lived: World, _ keeping: Keeping, of length: Int) throws(Recorder.Ending) {
        months += 1
        let isKept = keeping.keeps(months, of: length)
        if months > monthsBeforeStanding { standing.add(lived) }
        guard isKept || keeping.money else { return }
        let observed: World.Observed
        do throws(ModelError) {
            observed = try lived.observed(
                whole: isKept, communities: isKept && keeping.communities, flows: keeping.money)
        } catch { throw .failed(month: months, reason: error.description) }
        world += observed.whole
        communities += observed.communities
        money += observed.flows.map {
            RunRecord.MoneyRow(month: months, from: $0.from, to: $0.to, purpose: $0.purpose, fen: $0.fen)
        }
    }

    /// The run is over: how all communities stand is brought together.
    mutating func end(_ lived: World) throws(Recorder.Ending) {
        do throws(ModelError) { standing = try lived.gathered(standing) } catch {
            throw .failed(month: months, reason: error.description)
        }
    }

    func record(of run: RunAddress, _ keeping: Keeping) -> RunRecord {
        RunRecord(
            scenario: run.scenario, point: run.point, replicate: run.replicate, months: months,
            kept: keeping.months(of: months), seconds: seconds, world: world, communities: communities,
            standing: standing.values, hasMoney: keeping.money, money: money)
    }
}

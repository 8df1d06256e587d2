import Archive
import Governance

/// Lives one run from beginning to end and records every month.
struct Recorder {
    let scenario: PlannedScenario
    let replicate: Int
    let seed: UInt64
    let communities: Bool
    let keepsMoney: Bool
    let threads: Int
    let stop: StopSignal
    let time: Timekeeper
    /// Called with the resident-months done since the last call.
    let progress: (Int) -> Void

    /// Why a run gave no record.
    enum Ending: Error {
        case stopped
        /// `month` counts from 1; 0 is the time before the start.
        case failed(month: Int, reason: String)
    }

    func record() throws(Ending) -> RunRecord {
        let began = time.now()
        let world = try begin()
        var series: [Double] = []
        var byCommunity: [Double] = []
        var money: [RunRecord.MoneyRow] = []
        var standing = Standing(communities: world.communityIDs.count)
        series.reserveCapacity(scenario.specification.months * Observable.all.count)
        for month in 1...max(1, scenario.specification.months) {
            if stop.isRaised { throw .stopped }
            do { try world.advance() } catch { throw .failed(month: month, reason: error.description) }
            series += world.observe()
            if communities {
                for place in world.communityIDs.indices { byCommunity += world.observe(community: place) }
            }
            if month > scenario.specification.months - Standing.span { standing.add(world) }
            if keepsMoney {
                money += world.flows.map {
                    RunRecord.MoneyRow(month: month, from: $0.from, to: $0.to, purpose: $0.purpose, fen: $0.fen)
                }
            }
            progress(scenario.specification.residentCount)
        }
        return RunRecord(
            scenario: scenario.id, replicate: replicate, months: scenario.specification.months,
            seconds: (time.now() - began).inSeconds, world: series, communities: byCommunity,
            standing: standing.values, money: money)
    }

    private func begin() throws(Ending) -> World {
        if stop.isRaised { throw .stopped }
        do {
            let world = try World(
                scenario.specification, seed: seed, replicate: UInt32(replicate), threads: threads)
            progress(scenario.specification.residentCount * scenario.specification.burnIn)
            return world
        } catch {
            throw .failed(month: 0, reason: error.description)
        }
    }
}

import Synchronization
import Testing

@testable import Experiments

@Suite struct SessionProgressTests {
    let clock = HandClock()

    @Test func timeLeftFollowsThePace() {
        let told = Mutex<[SessionProgress]>([])
        let meter = ProgressMeter(runs: 2, residentMonths: 1000, time: clock.timekeeper) { progress in
            told.withLock { $0.append(progress) }
        }
        clock.advance(.seconds(10))
        meter.add(residentMonths: 250)
        clock.advance(.seconds(10))
        meter.add(residentMonths: 250)
        let progress = told.withLock { $0 }
        #expect(progress.map(\.left) == [.seconds(30), .seconds(20)])
        #expect(progress.map(\.residentMonthsDone) == [250, 500])
    }

    @Test func toldAFewTimesASecondAndAtTheEndOfEveryRun() {
        let count = Mutex(0)
        let meter = ProgressMeter(runs: 1, residentMonths: 1000, time: clock.timekeeper) { _ in
            count.withLock { $0 += 1 }
        }
        for _ in 0..<100 {
            clock.advance(.milliseconds(10))
            meter.add(residentMonths: 10)
        }
        #expect(count.withLock { $0 } == 5)
        meter.addRun()
        #expect(count.withLock { $0 } == 6)
    }

    @Test func nothingDoneTellsNothing() {
        let progress = SessionProgress(
            runsDone: 0, runs: 1, residentMonthsDone: 0, residentMonths: 10, elapsed: .seconds(1))
        #expect(ProgressMeter.left(progress) == nil)
    }
}

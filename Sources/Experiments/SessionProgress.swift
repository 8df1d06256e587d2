import Synchronization

/// How far a session is.
public struct SessionProgress: Sendable, Equatable {
    public var runsDone: Int
    public var runs: Int
    /// Residents times months lived, months before the start included.
    public var residentMonthsDone: Int
    public var residentMonths: Int
    public var elapsed: Duration
    /// Nil until something was done to judge by.
    public var left: Duration?
}

/// Counts what runs have done, and tells it at most a few times a second.
public final class ProgressMeter: Sendable {
    private struct State {
        var progress: SessionProgress
        var told: Duration
    }

    private let state: Mutex<State>
    private let time: Timekeeper
    private let began: Duration
    private let tell: @Sendable (SessionProgress) -> Void

    static let interval = Duration.milliseconds(200)

    public init(
        runs: Int, residentMonths: Int, time: Timekeeper, tell: @escaping @Sendable (SessionProgress) -> Void
    ) {
        self.time = time
        self.tell = tell
        began = time.now()
        let progress = SessionProgress(
            runsDone: 0, runs: runs, residentMonthsDone: 0, residentMonths: residentMonths, elapsed: .zero)
        state = Mutex(State(progress: progress, told: began))
    }

    /// Enters resident-months lived since the last call.
    public func add(residentMonths: Int) {
        update { $0.residentMonthsDone += residentMonths }
    }

    /// Enters a run that ended, whichever way.
    public func addRun() {
        update(always: true) { $0.runsDone += 1 }
    }

    private func update(always: Bool = false, _ change: (inout SessionProgress) -> Void) {
        let now = time.now()
        // Told while the lock is held, so that what is told never goes back.
        state.withLock { state in
            change(&state.progress)
            guard always || now - state.told >= Self.interval else { return }
            state.told = now
            state.progress.elapsed = now - began
            state.progress.left = Self.left(state.progress)
            tell(state.progress)
        }
    }

    /// What is still to be lived, at the pace so far.
    static func left(_ progress: SessionProgress) -> Duration? {
        guard progress.residentMonthsDone > 0 else { return nil }
        let rest = max(0, progress.residentMonths - progress.residentMonthsDone)
        return .seconds(progress.elapsed.inSeconds * Double(rest) / Double(progress.residentMonthsDone))
    }
}

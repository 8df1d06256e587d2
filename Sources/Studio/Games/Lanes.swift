import Dispatch
import Synchronization

/// Threads that runs are lived on, apart from those that answer requests: so many at once, the others wait in order.
final class Lanes: Sendable {
    private struct State {
        var busy = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())
    private let atOnce: Int
    private let most: Int
    private let threads = DispatchQueue(label: "cogov.studio.runs", qos: .utility, attributes: .concurrent)

    init(atOnce: Int, waiting most: Int) { (self.atOnce, self.most) = (max(1, atOnce), most) }

    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Does the work when there is a lane for it.
    ///
    /// - Throws: ``Refusal`` `busy` where too many wait already.
    func add(_ work: @escaping @Sendable () -> Void) throws(Refusal) {
        let isTaken = state.withLock { state in
            guard state.busy >= atOnce else {
                state.busy += 1
                start(work)
                return true
            }
            guard state.waiting.count < most else { return false }
            state.waiting.append(work)
            return true
        }
        guard isTaken else {
            throw Refusal(
                .busy, "\(most) runs are waiting already; try again in a moment.", "已有 \(most) 次运行在等待，请稍后再试。")
        }
    }

    /// Does work that somebody waits for.
    func answer<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { waiter in
            do throws(Refusal) {
                try add { waiter.resume(with: Result { try work() }) }
            } catch { waiter.resume(throwing: error) }
        }
    }

    private func start(_ work: @escaping @Sendable () -> Void) {
        threads.async { [self] in
            work()
            let next = state.withLock { state -> (@Sendable () -> Void)? in
                guard !state.waiting.isEmpty else {
                    state.busy -= 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
            if let next { start(next) }
        }
    }
}

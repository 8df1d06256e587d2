import Synchronization

/// Tells those who listen that there is something new; what it is they look up themselves, so none can miss anything.
final class Bell: Sendable {
    private struct State {
        var next = 0
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        /// Bells that ring with this one.
        var others: [Bell] = []
    }

    private let state = Mutex(State())
    private let rung = Atomic(0)

    /// How often it has rung: what was looked up since the last ring is still so.
    var rings: Int { rung.load(ordering: .acquiring) }

    func ring() {
        rung.add(1, ordering: .acquiringAndReleasing)
        let (listeners, others) = state.withLock { (Array($0.listeners.values), $0.others) }
        for listener in listeners { listener.yield() }
        for other in others { other.ring() }
    }

    /// Lets another bell ring whenever this one does.
    func pass(to other: Bell) {
        state.withLock { state in
            if !state.others.contains(where: { $0 === other }) { state.others.append(other) }
        }
    }

    /// Rings at once, and again whenever there is something new; several rings that nobody has heard are one.
    func listen() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { listener in
            let number = state.withLock { state in
                state.next += 1
                state.listeners[state.next] = listener
                return state.next
            }
            listener.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
            }
            listener.yield()
        }
    }

    var listeners: Int { state.withLock { $0.listeners.count } }
}

import Synchronization

/// Says that a session should end early; looked at after every month of every run.
public final class StopSignal: Sendable {
    private let raised = Atomic(false)

    public init() {}

    public var isRaised: Bool { raised.load(ordering: .relaxed) }

    public func raise() { raised.store(true, ordering: .relaxed) }
}

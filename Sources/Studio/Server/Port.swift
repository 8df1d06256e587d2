import Synchronization

/// The port that the studio listens on; known only once it does, where any free one was asked for.
final class Port: Sendable {
    private let value: Atomic<Int>

    init(_ number: Int) { value = Atomic(number) }

    var number: Int { value.load(ordering: .relaxed) }

    func settle(_ number: Int) { value.store(number, ordering: .relaxed) }
}

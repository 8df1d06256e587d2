/// Lives independent pieces of work, some at once, and hands over what they give as it comes.
public struct Crew: Sendable {
    /// Pieces that are under way at once, at least 1; changes nothing else.
    public let hands: Int
    public let stop: StopSignal

    public init(hands: Int, stop: StopSignal) {
        self.hands = max(1, hands)
        self.stop = stop
    }

    /// Does the pieces 0 ..< count in their order, as hands come free; none begins once it is to stop.
    ///
    /// - Parameter take: called one piece at a time, in whatever order they end.
    public func work<Result: Sendable>(
        _ count: Int, _ piece: @escaping @Sendable (Int) -> Result, take: (Int, Result) throws -> Void
    ) async rethrows {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var next = 0
            func start() {
                guard next < count, !stop.isRaised else { return }
                let number = next
                next += 1
                group.addTask { (number, piece(number)) }
            }
            for _ in 0..<hands { start() }
            while let (number, result) = try await group.next() {
                try take(number, result)
                start()
            }
        }
    }
}

import Dispatch
import Synchronization

/// Work on separate things by several threads.
enum Parallel {
    /// Does `work` once on each of the first `count` elements, told by its place, by one thread a worker. Which thread takes which element
    /// is left to chance: the work must not depend on it, and must touch nothing but its element and its worker.
    static func forEach<Element, Worker>(
        count: Int, workers: [Worker], in elements: UnsafeMutableBufferPointer<Element>,
        _ work: @Sendable (Int, inout Element, Worker) -> Void
    ) {
        guard workers.count > 1, count > 1 else {
            for n in 0..<count { work(n, &elements[n], workers[0]) }
            return
        }
        let next = Atomic(0)
        nonisolated(unsafe) let elements = elements
        nonisolated(unsafe) let workers = workers
        DispatchQueue.concurrentPerform(iterations: workers.count) { place in
            while true {
                let n = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard n < count else { return }
                work(n, &elements[n], workers[place])
            }
        }
    }
}

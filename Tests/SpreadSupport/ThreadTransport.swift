import Dispatch
import Foundation
public import Governance
import Synchronization

/// Threads of one process in place of processes: each waits until what another sent is there.
public final class ThreadTransport: Transport {
    public let place: Int
    public let count: Int
    private let post: Post

    private init(_ place: Int, _ post: Post) {
        self.place = place
        self.post = post
        count = post.count
    }

    public func send(_ bytes: [UInt8], to other: Int) { post.put(bytes, from: place, to: other) }
    public func receive(from other: Int) -> [UInt8] { post.take(from: other, to: place) }
    public func gather(_ own: [UInt8]) -> [[UInt8]] { swap(Array(repeating: own, count: count)) }

    public func swap(_ parts: [[UInt8]]) -> [[UInt8]] {
        for (other, part) in parts.enumerated() { send(part, to: other) }
        return (0..<count).map { receive(from: $0) }
    }

    /// What lies there to be taken, by sender and addressee.
    private final class Post: @unchecked Sendable {
        let count: Int
        private let condition = NSCondition()
        private var boxes: [[[UInt8]]]

        init(_ count: Int) {
            self.count = count
            boxes = Array(repeating: [], count: count * count)
        }

        func put(_ bytes: [UInt8], from: Int, to: Int) {
            condition.lock()
            boxes[from * count + to].append(bytes)
            condition.broadcast()
            condition.unlock()
        }

        func take(from: Int, to: Int) -> [UInt8] {
            condition.lock()
            defer { condition.unlock() }
            while boxes[from * count + to].isEmpty { condition.wait() }
            return boxes[from * count + to].removeFirst()
        }
    }

    /// So many who can reach one another.
    public static func companies(_ count: Int) -> [Company] {
        let post = Post(count)
        return (0..<count).map { Company(ThreadTransport($0, post)) }
    }

    /// Does the work in so many at once; what each gave, in their order.
    public static func together<Result: Sendable>(
        _ count: Int, _ work: @escaping @Sendable (Company) throws -> Result
    ) throws -> [Result] {
        let results = Mutex([Int: Swift.Result<Result, any Error>]())
        let done = DispatchGroup()
        for (place, company) in companies(count).enumerated() {
            done.enter()
            let thread = Thread {
                let result = Swift.Result { try work(company) }
                results.withLock { $0[place] = result }
                done.leave()
            }
            thread.stackSize = 8 << 20
            thread.start()
        }
        done.wait()
        return try results.withLock { results in try (0..<count).compactMap { try results[$0]?.get() } }
    }
}

import Numerics

/// The processes that live one run together, each the communities of its own share (``Roster``).
///
/// Everything that crosses communities goes through here, by name: whoever is at another exchange than the others is
/// found out at once. A process in which the run breaks comes to the next exchange and says why, so that all of them
/// end with the same error (``fail(_:)``).
///
/// One thread at a time may use it; that is what makes it safe to send.
public final class Company: @unchecked Sendable {
    private let transport: any Transport
    public private(set) var traffic = Traffic()

    public init(_ transport: any Transport) { self.transport = transport }

    /// This process's number, from 0; the first one tells and keeps what comes out.
    public var place: Int { transport.place }
    /// Processes in all.
    public var count: Int { transport.count }
    public var isFirst: Bool { place == 0 }

    /// What a process has exchanged with the others, as if every message had gone straight from one to another.
    public struct Traffic: Sendable, Equatable, Codable {
        /// Times that all processes came together.
        public var meetings = 0
        /// Messages that this process sent to others, and bytes in them.
        public var messages = 0
        public var sent = 0
        /// Bytes that it received from others.
        public var received = 0

        public static func + (a: Traffic, b: Traffic) -> Traffic {
            Traffic(
                meetings: max(a.meetings, b.meetings), messages: a.messages + b.messages, sent: a.sent + b.sent,
                received: a.received + b.received)
        }

        public static func - (all: Traffic, before: Traffic) -> Traffic {
            Traffic(
                meetings: all.meetings - before.meetings, messages: all.messages - before.messages,
                sent: all.sent - before.sent, received: all.received - before.received)
        }
    }

    /// What stands before what a process gives: whether its run goes on, and what it is about.
    private static let head = 1 + MemoryLayout<UInt64>.size

    /// What each process gives, in their order.
    ///
    /// - Parameter subject: what it is about; the same in all processes.
    /// - Throws: ``ModelError`` `elsewhere` where a process has failed.
    func gather(_ subject: String, _ own: [UInt8] = []) throws(ModelError) -> [[UInt8]] {
        var parts = meet(0, Identity.hash(subject), own)
        if let failed = parts.first(where: { $0[0] != 0 }) {
            throw .elsewhere(String(decoding: failed[Self.head...], as: UTF8.self))
        }
        guard parts.allSatisfy({ $0[..<Self.head] == parts[0][..<Self.head] }) else {
            throw .elsewhere("the processes of the run are not at one step: one of them is at \(subject)")
        }
        for place in parts.indices { parts[place].removeFirst(Self.head) }
        return parts
    }

    /// Tells the others that the run has broken here; to be called once, and only where no
    /// exchange has thrown.
    public func fail(_ reason: String) { _ = meet(1, 0, Array(reason.utf8)) }

    private func meet(_ state: UInt8, _ subject: UInt64, _ own: [UInt8]) -> [[UInt8]] {
        traffic.meetings += 1
        let said = [state] + withUnsafeBytes(of: subject.littleEndian) { Array($0) } + own
        let parts = transport.gather(said)
        count(sent: said.count * (count - 1), messages: count - 1, received: parts)
        return parts
    }

    private func count(sent: Int, messages: Int, received parts: [[UInt8]]) {
        traffic.messages += messages
        traffic.sent += sent
        for (other, part) in parts.enumerated() where other != place { traffic.received += part.count }
    }

    // What follows is called right after a `gather`, at which all were still there: nothing in between can fail.

    /// Gives each process its part; what each gave to this one.
    func swap(_ parts: [[UInt8]]) -> [[UInt8]] {
        let received = transport.swap(parts)
        let sent = parts.enumerated().reduce(0) { $0 + ($1.offset == place ? 0 : $1.element.count) }
        count(sent: sent, messages: count - 1, received: received)
        return received
    }

    /// Lets something go from process to process, each adding its own to what those before it made; the first gets the end.
    func relay(_ add: ([UInt8]?) -> [UInt8]) -> [UInt8]? {
        let mine = add(isFirst ? nil : receive(from: place - 1))
        guard count > 1 else { return mine }
        send(mine, to: (place + 1) % count)
        return isFirst ? receive(from: count - 1) : nil
    }

    /// What all give, in their order, for the first process; nothing for the others.
    func collect(_ own: [UInt8]) -> [[UInt8]] {
        guard isFirst else {
            send(own, to: 0)
            return []
        }
        return [own] + (1..<count).map { receive(from: $0) }
    }

    private func send(_ bytes: [UInt8], to other: Int) {
        traffic.messages += 1
        traffic.sent += bytes.count
        transport.send(bytes, to: other)
    }

    private func receive(from other: Int) -> [UInt8] {
        let bytes = transport.receive(from: other)
        traffic.received += bytes.count
        return bytes
    }
}

extension Company {
    /// What the first process says, as all others hear it.
    ///
    /// - Throws: ``ModelError`` `elsewhere` where a process has failed.
    public func hear(_ order: [UInt8]) throws(ModelError) -> [UInt8] {
        try gather("order", isFirst ? order : [])[0]
    }

    /// What all processes have exchanged since, for the first of them; this one alone, for the others.
    ///
    /// - Throws: ``ModelError`` `elsewhere` where a process has failed.
    public func traffic(since before: Traffic) throws(ModelError) -> Traffic {
        let own = traffic - before
        _ = try gather("traffic")
        let numbers = [own.meetings, own.messages, own.sent, own.received]
        let all = collect(numbers.withUnsafeBytes { Array($0) }).map { bytes in
            let told = [Int](bytes: bytes)
            return Traffic(meetings: told[0], messages: told[1], sent: told[2], received: told[3])
        }
        return all.dropFirst().reduce(all.first ?? own, +)
    }

    /// Whether it holds for any of them.
    public func any(_ subject: String, _ holds: Bool) throws(ModelError) -> Bool {
        try gather(subject, [holds ? 1 : 0]).contains([1])
    }
}

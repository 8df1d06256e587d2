import CMPI
public import Governance

/// Processes that `mpirun` started, on one machine or many.
///
/// One thread at a time may use it. Any number of bytes can be sent from one process to another; what is gathered from all may
/// take up to 2 GB together, MPI's own bound.
public final class MPITransport: Transport {
    public let place: Int
    public let count: Int
    /// Processes of the run on this machine, this one included.
    public let neighbours: Int

    /// The one that MPI allows a process.
    public static let shared = MPITransport()

    private init() {
        mpi_begin()
        place = Int(mpi_place())
        count = Int(mpi_count())
        neighbours = Int(mpi_neighbours())
    }

    /// Waits for all processes, and ends; nothing can be exchanged any more.
    public func end() { mpi_end() }

    /// What is sent in one piece at most.
    private static let piece = 1 << 30

    public func gather(_ own: [UInt8]) -> [[UInt8]] {
        var counts = [Int64](repeating: 0, count: count)
        mpi_gather_counts(Int64(own.count), &counts)
        var starts: [Int32] = []
        var total: Int64 = 0
        for count in counts {
            guard total + count <= Int64(Int32.max) else {
                preconditionFailure(
                    "processes have more than 2 GB to tell all others: let fewer communities share a run")
            }
            starts.append(Int32(total))
            total += count
        }
        var all = [UInt8](repeating: 0, count: Int(total))
        mpi_gather(own, Int32(own.count), &all, counts.map { Int32($0) }, starts)
        return zip(starts, counts).map { Array(all[Int($0)..<(Int($0) + Int($1))]) }
    }

    /// In as many rounds as there are processes, in each with another partner.
    public func swap(_ parts: [[UInt8]]) -> [[UInt8]] {
        var counts = [Int64](repeating: 0, count: count)
        mpi_swap_counts(parts.map { Int64($0.count) }, &counts)
        var received = counts.map { [UInt8](repeating: 0, count: Int($0)) }
        received[place] = parts[place]
        for round in 1..<max(1, count) {
            let (to, from) = ((place + round) % count, (place + count - round) % count)
            let own = parts[to]
            let pieces = max(own.count, received[from].count)
            for start in stride(from: 0, to: pieces, by: Self.piece) {
                let out = Self.piece(start, of: own.count)
                let new = Self.piece(start, of: received[from].count)
                own.withUnsafeBytes { sent in
                    received[from].withUnsafeMutableBytes { room in
                        mpi_send_receive(
                            sent.baseAddress.map { $0 + out.lowerBound }, Int32(out.count), Int32(to),
                            room.baseAddress.map { $0 + new.lowerBound }, Int32(new.count), Int32(from))
                    }
                }
            }
        }
        return received
    }

    public func send(_ bytes: [UInt8], to place: Int) {
        var length = Int64(bytes.count)
        mpi_send(&length, 8, Int32(place))
        bytes.withUnsafeBytes { raw in
            for start in stride(from: 0, to: bytes.count, by: Self.piece) {
                mpi_send(
                    raw.baseAddress.map { $0 + start }, Int32(Self.piece(start, of: bytes.count).count), Int32(place))
            }
        }
    }

    public func receive(from place: Int) -> [UInt8] {
        var length: Int64 = 0
        mpi_receive(&length, 8, Int32(place))
        var bytes = [UInt8](repeating: 0, count: Int(length))
        bytes.withUnsafeMutableBytes { raw in
            for start in stride(from: 0, to: Int(length), by: Self.piece) {
                mpi_receive(
                    raw.baseAddress.map { $0 + start }, Int32(Self.piece(start, of: Int(length)).count), Int32(place))
            }
        }
        return bytes
    }

    /// The bytes of so many that one piece from `start` on has.
    private static func piece(_ start: Int, of count: Int) -> Range<Int> {
        min(start, count)..<min(start + piece, count)
    }
}

import Numerics

/// A run in its course as bytes, and what its first bytes say of it.
///
/// Little-endian throughout: eight bytes that name the format, the layout's and the model's identity, the run (scenario,
/// seed, replicate, months lived), the identity of the scenario's ``Past``, the state (``StateTape``), and at the end
/// the ``Checksum`` of all before it. Residents are columns as they stand in memory; nothing is compressed.
public struct Snapshot: Sendable {
    public let bytes: [UInt8]
    /// The scenario's id, and which of its runs it is.
    public let scenario: String
    public let seed: UInt64
    public let replicate: UInt32
    /// Months lived, burn-in included, and since the scenario's start.
    public let monthsLived: Int
    public let monthsDone: Int
    let past: [Past.Part]
    /// Where the state begins.
    private let start: Int

    /// To be raised whenever something is carried in another way. (A property more is noticed without.)
    static let version: UInt32 = 1
    private static let name = Array("CogovRun".utf8)

    /// What the model consists of, as far as its registries tell.
    private static let model: UInt64 = {
        let names =
            Schedule.steps.map(\.name) + Parameters.all.map(\.key) + Lever.all.map(\.key) + Observable.all.map(\.key)
        return Identity.hash(names.joined(separator: " "))
    }()

    /// Looks at bytes that are said to be a snapshot.
    ///
    /// - Throws: ``SnapshotError``, unless they are one of this model and unaltered.
    public init(_ bytes: [UInt8]) throws(SnapshotError) {
        guard bytes.starts(with: Self.name) else { throw .notASnapshot }
        self.bytes = bytes
        let end = bytes.count - MemoryLayout<UInt64>.size
        guard end > Self.name.count else { throw .damaged }
        let reader = SnapshotReader(bytes[Self.name.count..<end])
        do {
            guard try UInt64.unpack(SnapshotReader(bytes[end...])) == Checksum.of(bytes[..<end]) else {
                throw SnapshotError.damaged
            }
            guard try UInt32.unpack(reader) == Self.version, try UInt64.unpack(reader) == Self.model else {
                throw SnapshotError.otherModel
            }
            scenario = try String.unpack(reader)
            seed = try UInt64.unpack(reader)
            replicate = try UInt32.unpack(reader)
            monthsLived = try Int.unpack(reader)
            monthsDone = try Int.unpack(reader)
            past = try [Past.Part].unpack(reader)
        } catch let error as SnapshotError { throw error } catch { throw .damaged }
        guard (0...10_000).contains(monthsLived), (-120...monthsLived).contains(monthsDone) else { throw .damaged }
        start = end - reader.left
    }

    func state(of specification: ScenarioSpecification) -> SnapshotReader {
        SnapshotReader(bytes[start..<(bytes.count - MemoryLayout<UInt64>.size)], firms: specification.firms)
    }

    /// The bytes of a world.
    static func write(_ world: World) -> [UInt8] {
        let writer = SnapshotWriter()
        writer.reserve(World.bytes(for: world.specification))
        name.withUnsafeBytes { writer.append($0) }
        do {
            version.pack(writer)
            model.pack(writer)
            try world.specification.id.pack(writer)
            world.context.seed.pack(writer)
            world.context.replicate.pack(writer)
            world.monthsLived.pack(writer)
            world.monthsDone.pack(writer)
            try world.specification.past(before: world.date).parts.pack(writer)
            try world.carry(on: writer)
        } catch { preconditionFailure("what a world holds can be written: \(error)") }
        Checksum.of(writer.bytes[...]).pack(writer)
        return writer.bytes
    }
}

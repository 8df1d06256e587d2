import Archive
import Foundation
import Governance

/// A run in its course as a file: the world's ``Governance/Snapshot``, and what was recorded until then, so that who goes
/// on from it has the whole series.
///
/// The file: a line that names the format, the SHA-256 of the rest as a line, the length of the head in eight bytes,
/// the head as a binary property list, the series as 64-bit numbers, and the snapshot.
public struct Checkpoint: Sendable {
    let head: Head
    let recording: Recording
    let snapshot: Snapshot

    struct Head: Codable, Sendable {
        /// ``ModelFingerprint/current``.
        var model: String
        /// Of the scenario's files.
        var sha256: String
        var changes: [String]
        var attentionUntil: Int?
        var keeping: Keeping
        var months: Int
        var seconds: Double
        var money: [RunRecord.MoneyRow]
        var standing: Standing
        var monthsBeforeStanding: Int
        /// How many numbers the series have, for the whole and by community.
        var values: Int
        var communityValues: Int
    }

    /// The scenario's id, and months recorded.
    public var scenario: String { snapshot.scenario }
    public var months: Int { recording.months }
    public var seed: UInt64 { snapshot.seed }
    /// 1 and up.
    public var replicate: Int { Int(snapshot.replicate) }
    /// What the command line had changed in the scenario, and when it had ended attention.
    public var overrides: [String] { head.changes.filter { !PlannedScenario.isAttention($0) } }
    public var attentionUntil: Int? { head.attentionUntil }

    private static let name = "Cogov checkpoint 1\n"

    static func write(_ run: RunInCourse, of recorder: Recorder, _ name: String, in folder: String) throws(ArchiveError)
    {
        let recording = run.recording
        let head = Head(
            model: ModelFingerprint.current, sha256: recorder.scenario.sha256, changes: recorder.scenario.changes,
            attentionUntil: recorder.scenario.attentionUntil, keeping: recorder.keeping,
            months: recording.months, seconds: recording.seconds, money: recording.money,
            standing: recording.standing, monthsBeforeStanding: recording.monthsBeforeStanding,
            values: recording.world.count, communityValues: recording.communities.count)
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        guard let list = try? encoder.encode(head) else { preconditionFailure("the head holds plain values") }
        var parts = [withUnsafeBytes(of: UInt64(list.count).littleEndian) { Array($0) }, Array(list)]
        parts += [recording.world, recording.communities].map { $0.withUnsafeBytes { Array($0) } }
        parts.append(run.world.snapshot())
        let digest = Digest()
        for part in parts { part.withUnsafeBytes { digest.update($0) } }
        let file = try WholeFile(name, in: folder)
        try file.append(Self.name + digest.finish() + "\n")
        for part in parts { try file.append(part) }
        try file.finish()
    }

    /// Reads a file.
    ///
    /// - Throws: ``CheckpointError``, unless it is one of this model and whole.
    public init(path: String) throws(CheckpointError) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        let start = Self.name.utf8.count + 65
        guard data.starts(with: Self.name.utf8) else { throw .foreign(path) }
        guard data.count > start + 8 else { throw .damaged(path) }
        let bytes = [UInt8](data)
        let digest = Digest()
        bytes[start...].withUnsafeBytes { digest.update($0) }
        guard Array((digest.finish() + "\n").utf8) == Array(bytes[(start - 65)..<start]) else { throw .damaged(path) }
        var place = start
        func next(_ count: Int) throws(CheckpointError) -> ArraySlice<UInt8> {
            guard count >= 0, count <= bytes.count - place else { throw .damaged(path) }
            defer { place += count }
            return bytes[place..<(place + count)]
        }
        func numbers(_ count: Int) throws(CheckpointError) -> [Double] {
            guard (0...(bytes.count / 8)).contains(count) else { throw .damaged(path) }
            return try next(8 * count).withUnsafeBytes { raw in
                (0..<count).map { raw.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self) }
            }
        }
        let length = try next(8).withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        let list = Data(try next(Int(clamping: length)))
        guard let head = try? PropertyListDecoder().decode(Head.self, from: list) else { throw .otherModel(path) }
        self.head = head
        recording = Recording(head, world: try numbers(head.values), communities: try numbers(head.communityValues))
        do throws(SnapshotError) { snapshot = try Snapshot(Array(bytes[place...])) } catch {
            throw error == .otherModel ? .otherModel(path) : .damaged(path)
        }
        guard head.model == ModelFingerprint.current else { throw .otherModel(path) }
    }

    /// Whether it is exactly of that run, whatever its file.
    func isOf(_ scenario: PlannedScenario, seed: UInt64, replicate: Int) -> Bool {
        snapshot.scenario == scenario.id && head.sha256 == scenario.sha256 && head.changes == scenario.changes
            && snapshot.seed == seed && self.replicate == replicate
    }

    /// The run as it goes on.
    ///
    /// - Throws: ``CheckpointError`` where the scenario has another past, or what is asked for was not recorded.
    func run(_ scenario: PlannedScenario, keeping: Keeping, threads: Int) throws(CheckpointError) -> RunInCourse {
        var recording = recording
        guard snapshot.scenario == scenario.id else { throw .otherScenario(snapshot.scenario, expected: scenario.id) }
        guard keeping == head.keeping else { throw .otherRecording(communities: head.keeping.communities) }
        guard recording.months < scenario.specification.months || snapshot.monthsDone < 0 else {
            throw .tooLate(months: recording.months, run: scenario.specification.months)
        }
        guard recording.aim(at: scenario.specification.months) else {
            throw .otherLength(recording.monthsBeforeStanding + Standing.span, least: recording.months + Standing.span)
        }
        do throws(SnapshotError) {
            return RunInCourse(
                world: try World(snapshot, scenario.specification, threads: threads), recording: recording)
        } catch { throw .snapshot(error) }
    }
}

import Archive
import Foundation

/// What the manifest tells of a session, while it goes on and at its end.
struct SessionRecord {
    var found = 0
    var added = 0
    var failures: [RunFailure] = []
    /// Files written beside the manifest.
    var files: [String] = []
    private let folder: String
    private let inputs: Inputs
    private let replicates: Int
    private let session: Manifest.Session
    private let spread: SpreadCount

    /// - Parameter number: the session's among those that write the archive.
    init(_ session: Session, number: Int64, date: Date) {
        folder = session.folder
        spread = session.spread
        inputs = session.experiment.inputs(program: session.program)
        replicates = session.experiment.replicates
        var entry = Manifest.Session(command: session.command, threads: session.cores, started: date)
        entry.number = number
        entry.shard = session.experiment.shard?.description
        self.session = entry
    }

    /// Writes the manifest beside the archive, what other sessions wrote there kept.
    func write(_ state: Manifest.State, in archive: Archive, at end: Date? = nil) throws(ArchiveError) {
        try archive.exclusively { () throws(ArchiveError) in try manifest(state, at: end).write(to: folder) }
    }

    /// The manifest as it stands; `end` is nil while the session goes on.
    func manifest(_ state: Manifest.State, at end: Date? = nil) -> Manifest {
        var session = session
        session.found = found
        session.added = added
        session.spread = spread.value
        session.finished = end?.formatted(.iso8601)
        let others = (Manifest.read(from: folder)?.sessions ?? []).filter { $0.number != session.number }
        var manifest = Manifest(inputs: inputs, replicates: replicates, sessions: others + [session])
        manifest.state = state
        manifest.failures = failures.map {
            Manifest.Failure(
                scenario: $0.scenario, point: $0.point > 0 ? $0.point : nil, replicate: $0.replicate, month: $0.month,
                reason: $0.reason)
        }
        manifest.enter(files, in: folder)
        return manifest
    }
}

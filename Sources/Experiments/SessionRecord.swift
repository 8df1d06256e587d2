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
    private let earlier: [Manifest.Session]
    private let session: Manifest.Session

    init(_ session: Session, date: Date) {
        folder = session.folder
        inputs = session.experiment.inputs(program: session.program)
        replicates = session.experiment.replicates
        earlier = Manifest.read(from: session.folder)?.sessions ?? []
        self.session = Manifest.Session(command: session.command, threads: session.cores, started: date)
    }

    /// The manifest as it stands; `end` is nil while the session goes on.
    func manifest(_ state: Manifest.State, at end: Date? = nil) -> Manifest {
        var session = session
        session.found = found
        session.added = added
        session.finished = end?.formatted(.iso8601)
        var manifest = Manifest(inputs: inputs, replicates: replicates, sessions: earlier + [session])
        manifest.state = state
        manifest.failures = failures.map {
            Manifest.Failure(scenario: $0.scenario, replicate: $0.replicate, month: $0.month, reason: $0.reason)
        }
        manifest.enter(files, in: folder)
        return manifest
    }
}

import Archive
import Foundation

/// Keeps a run in its course in a file of the results' folder: now and then, when it is stopped, and where it was asked for.
///
/// What cannot be written is not kept, and the run goes on: it can be lived again.
final class CheckpointKeeper {
    private let folder: String
    private let name: String
    /// Month after which the run is saved for whoever asked, and under what name.
    private let saveAt: (month: Int, name: String)?
    private let time: Timekeeper
    private var last: Duration

    /// How long a run may last that is lost when the process is killed.
    static let interval = Duration.seconds(180)
    /// What takes less is sooner lived again than written and read.
    static let least = Duration.seconds(1)

    /// - Parameter saveAt: nil to save nothing but for going on.
    init(_ run: RunAddress, folder: String, saveAt: Int?, time: Timekeeper) {
        self.folder = folder
        name = Self.name(run)
        self.saveAt = saveAt.map { ($0, Self.name(run.scenario, month: $0)) }
        self.time = time
        last = time.now()
    }

    static func name(_ run: RunAddress) -> String {
        "unfinished-\(run.scenario)\(run.point > 0 ? "-point-\(run.point)" : "")-\(run.replicate).snapshot"
    }
    static func name(_ scenario: String, month: Int) -> String { "\(scenario)-month-\(month).snapshot" }

    /// What was kept of the run, if anything was.
    func kept() -> Checkpoint? { try? Checkpoint(path: folder + "/" + name) }

    /// Told after every month.
    func month(_ run: RunInCourse, of recorder: Recorder) {
        if let saveAt, run.recording.months == saveAt.month { write(run, recorder, saveAt.name) }
        if time.now() - last >= Self.interval { write(run, recorder, name) }
    }

    /// Told where the run is stopped.
    func keep(_ run: RunInCourse, of recorder: Recorder) {
        if time.now() - last >= Self.least { write(run, recorder, name) }
    }

    private func write(_ run: RunInCourse, _ recorder: Recorder, _ name: String) {
        try? Checkpoint.write(run, of: recorder, name, in: folder)
        last = time.now()
    }

    static func remove(_ run: RunAddress, in folder: String) { unlink(folder + "/" + name(run)) }

    /// Removes whatever was kept in the folder for going on.
    static func clear(_ folder: String) {
        for name in names(in: folder) { unlink(folder + "/" + name) }
    }

    /// Whether any run is kept in its course.
    static func keepsAny(in folder: String) -> Bool { !names(in: folder).isEmpty }

    private static func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix("unfinished-") && $0.hasSuffix(".snapshot") }
    }
}

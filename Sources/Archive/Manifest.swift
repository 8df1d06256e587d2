public import Foundation

/// What `manifest.json` tells of an archive: from what, by what and when its results were made.
public struct Manifest: Codable, Sendable, Equatable {
    /// Number of this layout.
    public var format = 1
    public var program: String
    public var model: String
    /// Written as text, since JSON's numbers do not hold 64 bits everywhere.
    public var seed: String
    /// Replicates of each scenario that the last command asked for.
    public var replicates: Int
    public var state: State
    public var scenarios: [Scenario]
    /// The design at whose points they are run; nil where there is none.
    public var design: Design?
    /// Each command that worked on this archive, in order.
    public var sessions: [Session]
    /// Runs that failed in the last session.
    public var failures: [Failure]
    /// The files beside the manifest that the last session wrote, with their digests.
    public var files: [File]

    public init(inputs: Inputs, replicates: Int, sessions: [Session]) {
        program = inputs.program
        model = inputs.model
        seed = String(inputs.seed)
        self.replicates = replicates
        state = .running
        scenarios = inputs.scenarios.map { Scenario(input: $0, hash: $0.hash) }
        design = inputs.design.map {
            Design(id: $0.id, file: $0.file, sha256: $0.sha256, sampling: $0.sampling, points: $0.points.count)
        }
        self.sessions = sessions
        failures = []
        files = []
    }

    public enum State: String, Codable, Sendable { case running, complete, interrupted, failed }

    public struct Scenario: Codable, Sendable, Equatable {
        public var input: ScenarioInput
        public var hash: String
    }

    public struct Design: Codable, Sendable, Equatable {
        public var id: String
        public var file: String
        public var sha256: String
        public var sampling: String
        public var points: Int
    }

    public struct Session: Codable, Sendable, Equatable {
        /// Its number among those that wrote the archive; nil in those of earlier versions.
        public var number: Int64?
        /// The part of the runs that it was to do, `i/n`; nil for all.
        public var shard: String?
        public var command: [String]
        public var threads: Int
        /// ISO 8601, in UTC.
        public var started: String
        public var finished: String?
        /// Runs that were there already, and runs that this session added.
        public var found: Int
        public var added: Int
        /// What processes that lived each run together have exchanged; nil where one lived alone.
        public var spread: Spread?

        public init(command: [String], threads: Int, started: Date) {
            self.command = command
            self.threads = threads
            self.started = started.formatted(.iso8601)
            found = 0
            added = 0
        }
    }

    /// What the processes of a session have exchanged over all its runs.
    public struct Spread: Codable, Sendable, Equatable {
        public var processes: Int
        /// Months lived, burn-in included.
        public var months = 0
        /// Times that all processes came together, messages between two of them, and bytes in these.
        public var meetings = 0
        public var messages = 0
        public var bytes = 0

        public init(processes: Int) { self.processes = processes }
    }

    public struct Failure: Codable, Sendable, Equatable {
        public var scenario: String
        /// The number of the design's point; nil where there is no design.
        public var point: Int?
        public var replicate: Int
        /// The month in which the run broke, from 1; 0 before the start.
        public var month: Int
        public var reason: String

        public init(scenario: String, point: Int? = nil, replicate: Int, month: Int, reason: String) {
            self.scenario = scenario
            self.point = point
            self.replicate = replicate
            self.month = month
            self.reason = reason
        }
    }

    public struct File: Codable, Sendable, Equatable {
        public var name: String
        public var bytes: Int
        public var sha256: String
    }

    /// Enters the files of that name which the folder holds.
    public mutating func enter(_ names: [String], in folder: String) {
        files = names.compactMap { name in
            let path = folder + "/" + name
            guard let digest = try? Digest.sha256(ofFile: path),
                let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            else { return nil }
            return File(name: name, bytes: size, sha256: digest)
        }
    }

    /// Writes `manifest.json` into the folder.
    public func write(to folder: String) throws(ArchiveError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            throw .unwritable(path: folder + "/manifest.json", reason: "a value in it is not a number")
        }
        let file = try WholeFile("manifest.json", in: folder)
        try file.append(String(decoding: data, as: UTF8.self) + "\n")
        try file.finish()
    }

    /// Bytes of the largest manifest that is read: one of a thousand commands on a thousand scenarios takes a quarter.
    private static let most = 64 << 20

    /// The manifest of a folder; nil if there is none that can be read. Results never depend on it.
    public static func read(from folder: String) -> Manifest? {
        let path = folder + "/manifest.json"
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size <= most,
            let data = FileManager.default.contents(atPath: path),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data),
            manifest.replicates >= 0, manifest.scenarios.allSatisfy(\.input.isWhole)
        else { return nil }
        return manifest
    }
}

import Foundation

/// A file that keeps how far a long work has come, so that the same command goes on with it.
struct KeptState<State: Codable> {
    let folder: String
    let name: String

    private struct Kept: Codable {
        var inputs: String
        var state: State
    }

    struct OtherInputs: Error {}

    private var path: String { folder + "/" + name }

    /// What is kept here; nil if there is nothing.
    ///
    /// - Parameter inputs: what the work depends on, in words.
    /// - Throws: ``OtherInputs`` where it is a work of other inputs.
    func state(of inputs: String) throws -> State? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        guard let kept = try? JSONDecoder().decode(Kept.self, from: data), kept.inputs == inputs else {
            throw OtherInputs()
        }
        return kept.state
    }

    /// Keeps the state in place of what was there; the file is whole at all times.
    func keep(_ state: State, of inputs: String) throws {
        try write(JSONEncoder().encode(Kept(inputs: inputs, state: state)), as: name)
    }

    /// Writes a file beside it.
    func write(_ data: Data, as name: String) throws {
        let path = folder + "/" + name
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Terminal.complain(said("\(path) cannot be written.", "\(path) 无法写入。"))
            throw Ending.failed
        }
    }
}

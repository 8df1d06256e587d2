import Foundation
import Scenarios

/// The exact commands that repeat a side.
struct GameCommands: Encodable {
    /// Of the scenario file that can be saved.
    let saved: String
    /// Without a file, where the scenario is one of the library's.
    let whole: String?
    let file: String
}

extension GameSetup {
    /// The side's scenario as one file.
    func scenarioFile(of side: Int, in library: Library) throws(Refusal) -> String {
        let document = try document(of: side, in: library, isWhole: true)
        let id = id(of: side, document.specification.id)
        return document.text(
            id: id,
            comment: [
                "Saved by the studio. It repeats what was seen there, to the byte:",
                "  " + command(id), "保存自工作室。以上命令可逐字节重现所见结果。",
            ])
    }

    func commands(of side: Int, in library: Library) throws(Refusal) -> GameCommands {
        let document = try document(of: side, in: library)
        let id = id(of: side, document.specification.id)
        var whole: String?
        if let regime = root(of: side).regime {
            let sets = document.overrides.map { "--set " + Self.quoted($0) }
            let parts = ["cogov run \(regime)"] + (place.map { ["--on \($0)"] } ?? []) + ["--seed \(seed)"]
            whole = (parts + Self.repeated(replicate) + sets).joined(separator: " ")
        }
        return GameCommands(saved: command(id), whole: whole, file: id + ".yaml")
    }

    private func command(_ id: String) -> String {
        (["cogov run \(id).yaml --months \(months) --seed \(seed)"] + Self.repeated(replicate)).joined(separator: " ")
    }

    private static func repeated(_ replicate: Int) -> [String] { replicate > 1 ? ["--replicates \(replicate)"] : [] }

    /// A word of a shell.
    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

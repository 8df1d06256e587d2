import Archive
import Governance

extension Chapter {
    /// Everything that gives the same numbers again.
    var reproduceSection: Markup {
        let commands = manifest.sessions.map { $0.command.map(Self.quoted).joined(separator: " ") }
        var unique: [String] = []
        for command in commands where !unique.contains(command) { unique.append(command) }
        let files = inputs.map { input in
            tag(
                "tr", [:], tag("th", ["scope": "row"], tag("code", [:], Markup(input.file))),
                tag("td", [:], tag("code", ["class": "hash"], Markup(input.sha256))))
        }
        return section(
            "reproduce", say("How to reproduce", "如何复现"),
            [
                paragraph(
                    say(
                        "\(manifest.program), seed \(manifest.seed). The same files and seed give the same numbers, whatever "
                            + "the number of threads.",
                        "\(manifest.program)，随机种子 \(manifest.seed)。相同的文件和种子得到相同的数字，与线程数无关。")),
                tag("pre", [:], Markup(unique.joined(separator: "\n"))),
                table(
                    say("Scenario files", "情景文件"), head: [words("File", "文件"), "SHA-256"], rows: files),
            ])
    }

    /// What the scenarios were made from, in their order.
    var inputs: [ScenarioInput] {
        series.scenarios.compactMap { scenario in manifest.scenarios.first { $0.input.id == scenario.id }?.input }
    }

    /// A word as a shell reads it back.
    static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-_./=:,+@%".utf8.contains(byte)
        }
        guard !plain || word.isEmpty else { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

import ArgumentParser
import Foundation
import Scenarios

struct New: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Begin a scenario of one's own from another.", "以已有情景为起点新建情景。"),
            discussion: said(
                """
                Writes a copy with its comments and with every lever that could be set. Nothing is overwritten.

                Example: cogov new ours.yaml --from jinsong
                """,
                """
                写出带注释的副本，并列出全部可设的制度杠杆；不会覆盖已有文件。

                例：cogov new ours.yaml --from jinsong
                """))
    }

    @Argument(
        help: ArgumentHelp(said("The file to write; its name becomes the id.", "要写出的文件；文件名即情景 id。")),
        completion: .file(extensions: ["yaml"]))
    var file: String

    @Option(
        help: ArgumentHelp(
            said(
                "The scenario to begin from: an id in Scenarios/regimes, or a file.",
                "起点情景：Scenarios/regimes 中的 id，或文件。"),
            valueName: "id"), completion: .scenarios)
    var from: String = Shipped.baseline

    @OptionGroup var common: CommonOptions

    func run() throws {
        let id = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        guard file.hasSuffix(".yaml"), ScenarioTemplate.isID(id) else {
            throw refusal(
                "\(file): found no file name that can be an id; expected small letters, digits and hyphens, beginning with a "
                    + "letter, and .yaml at the end",
                "\(file)：文件名不能用作 id；应由小写字母、数字、连字符组成，以字母开头，以 .yaml 结尾")
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw refusal("\(file): found a file of that name; expected a new name", "\(file)：文件已存在；请用新的文件名")
        }
        if let missing = Reading.missing(from, on: .regimes) { throw refusal(missing, missing) }
        let text: String
        do throws(ScenarioFaults) {
            let template = try ScenarioTemplate(path: Shipped.path(of: from, on: .regimes))
            text = template.text(id: id, file: file) { $0[tongue] }
        } catch {
            let faults = error.faults.map { $0.text[tongue] }.joined(separator: "\n")
            throw refusal(faults, faults)
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
        } catch {
            throw refusal(
                "\(file): cannot be written; expected a folder that can be written to", "\(file)：无法写入；请指定可写的目录")
        }
        if !common.quiet {
            Terminal.print(
                said(
                    "\(file) begins as \(from). Next: cogov check \(file)\n",
                    "\(file) 以 \(from) 为起点。下一步：cogov check \(file)\n"))
        }
    }

    private func refusal(_ en: String, _ zh: String) -> Ending {
        Terminal.complain(said(en, zh))
        return .badInput
    }
}

import ArgumentParser
import Foundation

struct Compare: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Compare scenarios that share people, money and chance.", "在相同人口、资金与随机性下比较情景。"),
            discussion: said(
                """
                Replicate r of every scenario has the same random draws, so that differences are paired; each is given
                with its 95 % interval. Without files, all scenarios in Scenarios/ are compared.

                Example: cogov compare Scenarios/street-committee.yaml Scenarios/qingyuan.yaml --replicates 20
                """,
                """
                各情景的第 r 次重复使用相同的随机数，因此差异是成对的，并给出 95% 区间。不指定文件时比较 Scenarios/ 中的全部情景。

                例：cogov compare Scenarios/street-committee.yaml Scenarios/qingyuan.yaml --replicates 20
                """))
    }

    @Argument(help: ArgumentHelp(said("Two scenario files or more.", "两个或更多情景文件。"), valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            said("Id of the scenario that others are compared with (default: the first).", "作为基线的情景 id（默认第一个）。"),
            valueName: "id"))
    var baseline: String?

    @OptionGroup var options: RunOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard files.count == 1 else { return }
        throw ValidationError(said("compare needs two scenario files or more.", "compare 需要两个或更多情景文件。"))
    }

    func run() async throws {
        let scenarios = try Reading(files.isEmpty ? Self.shipped() : files, options: options).orFail()
        let ids = scenarios.map(\.id)
        let baseline = baseline ?? ids[0]
        guard ids.contains(baseline) else {
            Terminal.complain(
                said(
                    "--baseline is \(baseline), but must be one of \(ids.joined(separator: ", ")).",
                    "--baseline 为 \(baseline)，应为 \(ids.joined(separator: "、")) 之一。"))
            throw Ending.badInput
        }
        try await Living(
            scenarios: scenarios, replicates: options.replicates ?? 20, options: options, archive: archive,
            common: common, baseline: baseline)()
    }

    /// The governance models that come with the project, the usual baseline first.
    private static func shipped() throws -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "Scenarios")) ?? []
        let files = names.filter { $0.hasSuffix(".yaml") }.sorted()
        let usual = "street-committee.yaml"
        guard files.count > 1 else {
            Terminal.complain(said("Scenarios/ is not here; name two scenario files.", "此处没有 Scenarios/；请指定两个情景文件。"))
            throw Ending.badInput
        }
        return (files.filter { $0 == usual } + files.filter { $0 != usual }).map { "Scenarios/" + $0 }
    }
}

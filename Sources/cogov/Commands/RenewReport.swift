import Analysis
import Archive
import ArgumentParser
import Foundation
import Reporting

struct RenewReport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: said("Make the page of results anew; nothing is lived.", "重新生成结果页面；不作任何运行。"),
            discussion: said(
                """
                Writes report.html of a run, a comparison, a sweep, of claims, an explanation, a scale-up or a plan from what its
                folder keeps: in both languages, light and dark, for screens and paper, without any need of a network.

                Example: cogov report Results/regimes
                         cogov report Results/regimes --baseline qingyuan --out Results/against-qingyuan
                         cogov report Results/task-load --language zh
                """,
                """
                由目录中保存的结果写出 report.html：适用于运行、比较、批量运行、论断检验、差异解释、推广分析与规划。
                页面含中英两种语言，适用于浅色、深色、屏幕与打印，无需网络。

                例：cogov report Results/regimes
                    cogov report Results/regimes --baseline qingyuan --out Results/against-qingyuan
                    cogov report Results/task-load --language zh
                """))
    }

    @Argument(help: ArgumentHelp(said("Folder with results.", "结果目录。"), valueName: "dir"), completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            said(
                "Id of the scenario that others are compared with (default: that of the comparison; of runs, none).",
                "作为基线的情景 id（默认沿用比较时的基线；单独运行则无）。"), valueName: "id"), completion: .scenarios)
    var baseline: String?

    @Option(
        help: ArgumentHelp(said("Folder for the page (default: DIR).", "页面的目录（默认 DIR）。"), valueName: "dir"),
        completion: .directory)
    var out: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        if let command = StudyCommand.kept(in: folder) { return try await renew(command) }
        let target = out ?? folder
        if out != nil { try ResultFiles.make(target) }
        let name = try page(to: target)
        if !common.quiet { Terminal.print("\(target)/\(name)\n") }
    }

    /// The same command once more, which finds everything lived.
    private func renew(_ command: [String]) async throws {
        guard out == nil, baseline == nil else {
            Terminal.complain(
                said(
                    "--out and --baseline are for runs, comparisons and sweeps; \(folder) was made by: \(command.joined(separator: " "))",
                    "--out 与 --baseline 仅用于运行、比较与批量运行；\(folder) 由以下命令生成：\(command.joined(separator: " "))"))
            throw Ending.badInput
        }
        let words =
            Self.words(command.dropFirst(), without: ["--out", "--language"], orFlags: ["--fresh", "--quiet"])
            + ["--out", folder, "--language", tongue.rawValue] + (common.quiet ? ["--quiet"] : [])
        let parsed = try Cogov.parseAsRoot(words)
        try await Invocation.$arguments.withValue(command) {
            try await Invocation.$livesNothing.withValue(true) { try await Cogov.obey(parsed) }
        }
    }

    /// A command line without some options and what they are given.
    static func words(_ line: ArraySlice<String>, without options: [String], orFlags flags: [String]) -> [String] {
        var kept: [String] = []
        var isValue = false
        for word in line {
            if isValue {
                isValue = false
            } else if options.contains(word) {
                isValue = true
            } else if !flags.contains(word), !options.contains(where: { word.hasPrefix($0 + "=") }) {
                kept.append(word)
            }
        }
        return kept
    }

    /// Writes the page of an archive, and enters it in the manifest beside it.
    private func page(to target: String) throws -> String {
        do throws(ArchiveError) {
            let archive = try Archive.read(folder)
            guard var manifest = Manifest.read(from: folder), !manifest.scenarios.isEmpty else {
                throw .damaged(path: folder, reason: "it has no manifest.json that can be read")
            }
            let name: String
            if manifest.design != nil {
                name = try SweepReport(archive, manifest: manifest).write(to: target, language: tongue)
            } else {
                let ids = manifest.scenarios.map(\.input.id)
                let results = try Results(archive, scenarios: ids, replicates: manifest.replicates)
                let report = Report(
                    results, manifest: manifest, baseline: try baseline(among: ids, manifest),
                    claims: Shipped.claimStandings(on: ids))
                name = try report.writePage(to: target, language: tongue)
            }
            if out == nil {
                manifest.enter(Array(Set(manifest.files.map(\.name) + [name])).sorted(), in: folder)
                try manifest.write(to: folder)
            }
            return name
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
    }

    /// The baseline that was asked for, now or when the scenarios were compared; nil where they were not.
    private func baseline(among ids: [String], _ manifest: Manifest) throws(ArchiveError) -> String? {
        if let baseline {
            guard ids.contains(baseline) else {
                throw .foreign(
                    path: folder, reason: "it holds no scenario \(baseline), only \(ids.joined(separator: ", "))")
            }
            return baseline
        }
        guard let command = manifest.sessions.last?.command, command.count > 1, command[1] == "compare" else {
            return nil
        }
        let told = zip(command, command.dropFirst()).first { $0.0 == "--baseline" }?.1
        let joined = command.first { $0.hasPrefix("--baseline=") }.map { String($0.dropFirst(11)) }
        return (told ?? joined).flatMap { ids.contains($0) ? $0 : nil } ?? ids.first
    }
}

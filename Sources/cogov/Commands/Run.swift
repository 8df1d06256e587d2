import ArgumentParser

struct Run: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Run scenarios and keep what they give.", "运行情景并保存结果。"),
            discussion: said(
                """
                An interrupted run of the same inputs goes on by itself. Writes series.csv, money.csv, summary.csv,
                report.html, manifest.json and results.sqlite.

                Example: cogov run jinsong --on xinhong --replicates 10 --set institutions.taskLoad=0.5
                """,
                """
                输入相同的运行中断后会自动继续。写出 series.csv、money.csv、summary.csv、report.html、manifest.json 与 results.sqlite。

                例：cogov run jinsong --on xinhong --replicates 10 --set institutions.taskLoad=0.5
                """))
    }

    @Argument(help: ArgumentHelp(said("Scenario files.", "情景文件。"), valueName: "file"))
    var files: [String]

    @OptionGroup var options: RunOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let scenarios = try Reading(files, options: options).orFail()
        try await Living(
            scenarios: scenarios, replicates: options.replicates ?? 1, options: options, archive: archive,
            common: common, baseline: nil)()
    }
}

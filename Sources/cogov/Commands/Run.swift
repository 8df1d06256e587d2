import ArgumentParser
import Experiments
import Governance

struct Run: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Run scenarios and keep what they give.", "运行情景并保存结果。"),
            discussion: said(
                """
                An interrupted run of the same inputs goes on by itself. Writes series.csv, money.csv, summary.csv,
                report.html, manifest.json and results.sqlite.

                A run can be saved on its way, and gone on from, with levers changed from then on if wanted; months before
                are the same in both. Futures of one past for many replicates: branches: in the scenario's file.

                Example: cogov run jinsong --on xinhong --replicates 10 --set institutions.taskLoad=0.5
                         cogov run qingyuan --save-at 60
                         cogov run qingyuan --from Results/qingyuan/qingyuan-month-60.snapshot \\
                           --set institutions.cultivation=0 --out Results/ended
                         mpirun -n 4 cogov run qingyuan --spread
                """,
                """
                输入相同的运行中断后会自动继续。写出 series.csv、money.csv、summary.csv、report.html、manifest.json 与 results.sqlite。

                运行途中可以保存快照，再由此继续，并可自此改变制度参数；此前各月两者相同。
                多次重复、同一过去的多个未来：在情景文件中写 branches:。

                例：cogov run jinsong --on xinhong --replicates 10 --set institutions.taskLoad=0.5
                    cogov run qingyuan --save-at 60
                    cogov run qingyuan --from Results/qingyuan/qingyuan-month-60.snapshot \\
                      --set institutions.cultivation=0 --out Results/ended
                    mpirun -n 4 cogov run qingyuan --spread
                """))
    }

    @Argument(help: ArgumentHelp(said("Scenario files.", "情景文件。"), valueName: "file"), completion: .scenarios)
    var files: [String]

    @Option(
        help: ArgumentHelp(
            said(
                "Save the run after that month as ID-month-M.snapshot beside the results; of one scenario, one replicate.",
                "在该月之后把运行保存为结果目录中的 ID-month-M.snapshot；限一个情景、一次重复。"), valueName: "m"))
    var saveAt: Int?

    @Option(
        help: ArgumentHelp(
            said(
                "Go on from a saved run; --set then changes what comes after, and seed and earlier changes are the saved ones.",
                "由已保存的运行继续；此时 --set 只改变其后的内容，种子与此前的改动沿用已保存者。"), valueName: "snapshot"),
        completion: .file(extensions: ["snapshot"]))
    var from: String?

    @Flag(
        help: ArgumentHelp(
            said(
                "Live each run in all processes that mpirun started, each its share of the communities; same results.",
                "由 mpirun 启动的全部进程共同完成每次运行，各自负责一部分社区；结果相同。")))
    var spread = false

    @OptionGroup var options: RunOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !spread || (saveAt == nil && from == nil) else {
            throw ValidationError(
                said(
                    "--spread takes neither --save-at nor --from: no process has the whole run.",
                    "--spread 不能与 --save-at 或 --from 同用：没有一个进程持有完整的运行。"))
        }
        guard saveAt != nil || from != nil else { return }
        guard files.count == 1, options.replicates ?? 1 == 1 else {
            throw ValidationError(
                said(
                    "--save-at and --from take one scenario and one replicate; for more, see branches: in scenario files.",
                    "--save-at 与 --from 限一个情景、一次重复；更多请用情景文件中的 branches:。"))
        }
    }

    func run() async throws {
        guard spread else { return try await run(nil) }
        let processes = try Spread()
        defer { processes.end() }
        try await run(processes)
    }

    private func run(_ processes: Spread?) async throws {
        let start = try from.map(resume)
        let asked = options.scenario
        let reading = start.map { Reading(files[0], from: $0, options: asked) } ?? Reading(files, options: asked)
        let read = {
            let scenarios = try reading.orFail()
            try check(scenarios, start)
            return scenarios
        }
        let scenarios = try processes?.agree(read) ?? read()
        try await Living(
            scenarios: scenarios, replicates: options.replicates ?? 1, options: options, archive: archive,
            common: common, baseline: nil, saveAt: saveAt, start: start, spread: processes)()
    }

    private func resume(_ path: String) throws -> Checkpoint {
        do throws(CheckpointError) { return try Checkpoint(path: path) } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
    }

    private func check(_ scenarios: [PlannedScenario], _ start: Checkpoint?) throws {
        guard let months = scenarios.first?.specification.months else { return }
        if saveAt != nil, scenarios.count > 1 {
            Terminal.complain(
                said("--save-at takes a scenario without branches.", "--save-at 限不含分支的情景。"))
            throw Ending.badInput
        }
        let first = (start?.months ?? 0) + 1
        if let saveAt, !(first...max(first, months)).contains(saveAt) {
            Terminal.complain(
                said(
                    "--save-at is \(saveAt), but must be from \(first) to \(months).",
                    "--save-at 为 \(saveAt)，应在 \(first) 至 \(months) 之间。"))
            throw Ending.badInput
        }
    }
}

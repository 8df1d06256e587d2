import Archive
import ArgumentParser
import Experiments
import Scenarios

struct Check: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Read and check scenario files; nothing is written.", "读取并检查情景文件；不写入任何内容。"),
            discussion: said(
                """
                Every fault is told with file:line:column, what was found and what would be right.

                Example: cogov check qingyuan --estimate --replicates 20
                """,
                """
                每处错误都给出 文件：行：列、实际内容与正确写法。

                例：cogov check qingyuan --estimate --replicates 20
                """))
    }

    @Argument(help: ArgumentHelp(said("Scenario files.", "情景文件。"), valueName: "file"))
    var files: [String]

    @Flag(
        help: ArgumentHelp(
            said("Tell the time, memory and disk that running them would take.", "估算运行所需的时间、内存与磁盘。")))
    var estimate = false

    @OptionGroup var options: RunOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let places = files.map { Shipped.path(of: $0, on: .places) }.filter(ScenarioReader.isPlace)
        try check(places: places)
        let scenarios = try Reading(
            files.filter { !places.contains(Shipped.path(of: $0, on: .places)) }, options: options
        ).orFail()
        if !common.quiet {
            for scenario in scenarios { Terminal.print(line(scenario)) }
        }
        if estimate, !scenarios.isEmpty { try await tellForecast(of: scenarios) }
    }

    /// Places are checked by themselves.
    private func check(places: [String]) throws {
        var faults: [String] = []
        for path in places {
            do throws(ScenarioFaults) {
                let (name, people) = try ScenarioReader.readPlace(path: path)
                let (communities, all) = (people.communities.count, people.communities.reduce(0) { $0 + $1.people })
                guard !common.quiet else { continue }
                Terminal.print(
                    said(
                        "\(path): right. The place \(name.id): \(all) people in \(communities) communities\n",
                        "\(path)：无误。地点 \(name.id)：\(communities) 个社区、\(all) 人\n"))
            } catch {
                faults += error.faults.map { $0.text[tongue] }
            }
        }
        guard faults.isEmpty else {
            Terminal.complain(faults.joined(separator: "\n"))
            throw Ending.badInput
        }
    }

    private func line(_ scenario: PlannedScenario) -> String {
        let specification = scenario.specification
        let (communities, months) = (specification.people.communities.count, specification.months)
        return said(
            "\(scenario.file): right. \(scenario.id): \(specification.residentCount) residents in \(communities) "
                + "communities, \(months) months from \(specification.start)\n",
            "\(scenario.file)：无误。\(scenario.id)：\(communities) 个社区、\(specification.residentCount) 名居民，"
                + "自 \(specification.start) 起 \(months) 个月\n")
    }

    private func tellForecast(of scenarios: [PlannedScenario]) async throws {
        let experiment = Experiment(
            scenarios: scenarios, replicates: options.replicates ?? 1, seed: options.seed,
            communities: options.communities)
        let probe = Probe(
            experiment, cores: options.threads ?? Machine.cores, memory: Machine.memory,
            time: Timekeeper(ContinuousClock()))
        do throws(RunFailure) {
            let forecast = try await probe.forecast()
            Terminal.print(
                said(
                    "\(forecast.runs) runs on \(forecast.cores) cores: about \(TimeText(forecast.duration)), "
                        + "\(Bytes(forecast.memory)) of memory, \(Bytes(forecast.disk)) on disk\n",
                    "\(forecast.runs) 次运行，\(forecast.cores) 核：约 \(TimeText(forecast.duration))，"
                        + "内存 \(Bytes(forecast.memory))，磁盘 \(Bytes(forecast.disk))\n"))
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.failed
        }
    }
}

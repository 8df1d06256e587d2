import Archive
import ArgumentParser
import Experiments
import Scenarios

struct Check: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said(
                "Read and check scenarios, places and designs; nothing is written.", "读取并检查情景、地点与设计文件；不写入任何内容。"),
            discussion: said(
                """
                Every fault is told with file:line:column, what was found and what would be right. Of designs the points
                are laid and read with every scenario, and runs, time, memory and disk are told.

                Example: cogov check qingyuan --estimate --replicates 20
                """,
                """
                每处错误都给出 文件：行：列、实际内容与正确写法。设计文件会布点并逐点读取各情景，并估算运行数、时间、内存与磁盘。

                例：cogov check qingyuan --estimate --replicates 20
                """))
    }

    @Argument(help: ArgumentHelp(said("Scenario files.", "情景文件。"), valueName: "file"), completion: .scenarios)
    var files: [String]

    @Flag(
        help: ArgumentHelp(
            said("Tell the time, memory and disk that running them would take.", "估算运行所需的时间、内存与磁盘。")))
    var estimate = false

    @OptionGroup var options: RunOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let designs = files.filter(Design.isDesign)
        let plans = files.filter { !designs.contains($0) && Plan.isPlan(path: $0) }
        let others = files.filter { !designs.contains($0) && !plans.contains($0) }
        let places = others.map { Shipped.path(of: $0, on: .places) }.filter(ScenarioReader.isPlace)
        try check(places: places)
        for design in designs { try await check(design: design) }
        for plan in plans { try check(plan: plan) }
        let scenarios = try Reading(
            others.filter { !places.contains(Shipped.path(of: $0, on: .places)) }, options: options.scenario
        ).orFail()
        if !common.quiet {
            for scenario in scenarios { Terminal.print(line(scenario)) }
        }
        if estimate, !scenarios.isEmpty {
            try await tellForecast(
                of: Experiment(
                    scenarios: scenarios, replicates: options.replicates ?? 1, seed: options.seed,
                    communities: options.communities))
        }
    }

    /// A design is read with its scenarios at every point, and what it takes is told.
    private func check(design path: String) async throws {
        let experiment = try DesignFile.experiment(path, replicates: options.replicates)
        guard !common.quiet, let sweep = experiment.sweep else { return }
        let (points, scenarios) = (sweep.input.points.count, experiment.scenarios.count)
        Terminal.print(
            said(
                "\(path): right. \(sweep.design.id): \(points) points (\(sweep.input.sampling)) of "
                    + "\(sweep.input.factors.count) factors, \(scenarios) scenarios, \(experiment.replicates) replicates"
                    + (sweep.leftOut > 0 ? "; \(sweep.leftOut) points left out by constraints" : "") + "\n",
                "\(path)：无误。\(sweep.design.id)：\(sweep.input.factors.count) 个因素、\(points) 个点（\(sweep.input.sampling)）、"
                    + "\(scenarios) 个情景、\(experiment.replicates) 次重复"
                    + (sweep.leftOut > 0 ? "；\(sweep.leftOut) 个点因约束略去" : "") + "\n"))
        try await tellForecast(of: experiment)
    }

    /// A plan is read with its scenario and every value or end of its levers.
    private func check(plan path: String) throws {
        let plan = try MakePlan.trial(path).plan
        guard !common.quiet else { return }
        let (levers, goals, search) = (plan.levers.count, plan.goals.count, plan.search)
        Terminal.print(
            said(
                "\(path): right. \(plan.id): \(levers) levers, \(goals) goals; \(search.population * search.generations) plans are "
                    + "tried, \(search.replicates) runs each\n",
                "\(path)：无误。\(plan.id)：\(levers) 个杠杆、\(goals) 个目标；试 \(search.population * search.generations) 个规划，"
                    + "每个运行 \(search.replicates) 次\n"))
    }

    /// Places are checked by themselves.
    private func check(places: [String]) throws {
        var faults: [String] = []
        for path in places {
            do throws(ScenarioFaults) {
                let (name, people, _) = try ScenarioReader.readPlace(path: path)
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

    private func tellForecast(of experiment: Experiment) async throws {
        let probe = Probe(
            experiment, cores: options.threads ?? Machine.cores, memory: Machine.memory,
            time: Timekeeper(ContinuousClock()))
        do throws(RunFailure) {
            let forecast = try await probe.forecast()
            Terminal.print(
                said(
                    "\(forecast.runs) runs on \(forecast.cores) cores: about \(TimeText(forecast.duration)), "
                        + "\(Bytes(forecast.memory)) of memory, \(Bytes(forecast.disk)) on disk; \(forecast.fit) worlds fit into "
                        + "\(Bytes(Machine.memory))\n",
                    "\(forecast.runs) 次运行，\(forecast.cores) 核：约 \(TimeText(forecast.duration))，"
                        + "内存 \(Bytes(forecast.memory))，磁盘 \(Bytes(forecast.disk))；\(Bytes(Machine.memory)) 内存可容 "
                        + "\(forecast.fit) 个世界\n"))
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.failed
        }
    }
}

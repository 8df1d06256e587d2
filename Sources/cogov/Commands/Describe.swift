import ArgumentParser
import Reporting

struct Describe: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Tell what the model consists of.", "说明模型的构成。"),
            discussion: said(
                "Example: cogov describe observables --format md", "例：cogov describe observables --format md"))
    }

    enum Registry: String, CaseIterable, ExpressibleByArgument { case parameters, levers, observables, schedule, rules }
    enum Format: String, CaseIterable, ExpressibleByArgument { case table, md, json }

    @Argument(
        help: ArgumentHelp(
            said(
                "parameters, levers, observables, schedule or rules.",
                "parameters（行为参数）、levers（制度参数）、observables（观测指标）、schedule（月度流程）或 rules（分配规则）。")))
    var registry: Registry

    @Option(help: ArgumentHelp(said("table, md (Markdown) or json.", "table（表格）、md(Markdown)或 json。")))
    var format = Format.table

    @OptionGroup var common: CommonOptions

    func run() throws {
        let table =
            switch registry {
            case .parameters: RegistryTable.parameters
            case .levers: RegistryTable.levers
            case .observables: RegistryTable.observables
            case .schedule: RegistryTable.schedule
            case .rules: RegistryTable.rules
            }
        switch format {
        case .table: Terminal.print(table.screen(in: tongue, style: Terminal.style(unbounded: true)))
        case .md: Terminal.print(table.markdown(in: tongue))
        case .json: Terminal.print(table.json)
        }
    }
}

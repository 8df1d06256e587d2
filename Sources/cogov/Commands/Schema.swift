import ArgumentParser
import Scenarios

struct Schema: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Print the JSON Schema of scenario files.", "输出情景文件的 JSON Schema。"),
            discussion: said("Example: cogov schema > scenario.schema.json", "例：cogov schema > scenario.schema.json"))
    }

    @Flag(help: ArgumentHelp(said("The schema of place files instead.", "改为输出地点文件的 Schema。")))
    var places = false

    @Flag(help: ArgumentHelp(said("The schema of design files instead.", "改为输出设计文件的 Schema。")))
    var design = false

    @Flag(help: ArgumentHelp(said("The schema of claim files instead.", "改为输出论断文件的 Schema。")))
    var claims = false

    @Flag(help: ArgumentHelp(said("The schema of plan files instead.", "改为输出规划文件的 Schema。")))
    var plan = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if [places, design, claims, plan].count(where: { $0 }) > 1 {
            throw ValidationError(
                said(
                    "Only one of --places, --design, --claims and --plan.", "--places、--design、--claims 与 --plan 只能选其一。"
                ))
        }
    }

    func run() throws {
        Terminal.print(
            places
                ? ScenarioSchema.placeJSON()
                : design
                    ? ScenarioSchema.designJSON()
                    : claims
                        ? ScenarioSchema.claimJSON() : plan ? ScenarioSchema.planJSON() : ScenarioSchema.json())
    }
}

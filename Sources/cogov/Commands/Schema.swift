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

    @Flag(help: ArgumentHelp(said("The schema of claim files instead.", "改为输出论断文件的 Schema。")))
    var claims = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard places, claims else { return }
        throw ValidationError(said("One of --places and --claims.", "--places 与 --claims 只能选一。"))
    }

    func run() throws {
        Terminal.print(
            claims ? ScenarioSchema.claimJSON() : places ? ScenarioSchema.placeJSON() : ScenarioSchema.json())
    }
}

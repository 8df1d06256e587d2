import ArgumentParser
import Claims

struct TestClaims: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "claims", abstract: said("Test the sources' claims as experiments.", "以实验检验文献中的论断。"),
            discussion: said(
                """
                Example: cogov claims C01 C03 --replicates 10
                """,
                """
                例：cogov claims C01 C03 --replicates 10
                """))
    }

    @Argument(help: ArgumentHelp(said("Claims by number or file; none: all.", "论断的编号或文件；不指定则为全部。"), valueName: "claim"))
    var names: [String] = []

    @Flag(help: ArgumentHelp(said("Read and check the claims; nothing is run.", "读取并检查论断；不运行。")))
    var check = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let plan = try ClaimFiles(names: names).orFail()
        for claim in plan.claims where !common.quiet {
            let (arms, places) = (claim.claim.arms.count, claim.claim.places.count)
            let own = Set(claim.worlds.flatMap(\.self)).count
            Terminal.print(
                said(
                    "\(claim.claim.file.path): right. \(claim.id): \(arms) arms on \(places) places, \(own) worlds\n",
                    "\(claim.claim.file.path)：无误。\(claim.id)：\(places) 个地点、\(arms) 组、\(own) 个世界\n"))
        }
        if !common.quiet {
            Terminal.print(
                said(
                    "\(plan.claims.count) claims, \(plan.worlds.count) different worlds\n",
                    "\(plan.claims.count) 条论断，\(plan.worlds.count) 个不同的世界\n"))
        }
    }
}

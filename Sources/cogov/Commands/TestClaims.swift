import Archive
import ArgumentParser
import Claims
import Experiments
import Foundation
import Reporting

struct TestClaims: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "claims", abstract: said("Test the sources' claims as experiments.", "以实验检验文献中的论断。"),
            discussion: said(
                """
                Every claim of Claims/ is lived on its places, with sides that differ in named levers only and share their
                draws. Its effect's 95 % interval against the smallest effect of interest gives the verdict. --robustness
                tells how widely it holds over sets of all behavioural parameters, and which of them decide. Goes on where
                it was stopped. Writes claims.csv, metrics.csv, confounding.csv, robustness.csv and report.html.

                Example: cogov claims
                         cogov claims C01 C03 --replicates 10 --robustness 50
                         cogov claims --check
                """,
                """
                Claims/ 中的每条论断都在其各地点上运行：各组只在指明的杠杆上不同，并共用随机数；以效应的 95% 区间与最小关注效应比较得出结论。
                --robustness 给出论断在多组行为参数下成立的比例，以及起决定作用的参数。中断后可继续。
                写出 claims.csv、metrics.csv、confounding.csv、robustness.csv 与 report.html。

                例：cogov claims
                    cogov claims C01 C03 --replicates 10 --robustness 50
                    cogov claims --check
                """))
    }

    @Argument(
        help: ArgumentHelp(said("Claims by number or file; none: all.", "论断的编号或文件；不指定则为全部。"), valueName: "claim"),
        completion: .claims)
    var names: [String] = []

    @Flag(help: ArgumentHelp(said("Read and check the claims; nothing is run.", "读取并检查论断；不运行。")))
    var check = false

    @Flag(help: ArgumentHelp(said("List the claims; nothing is run.", "列出论断；不运行。")))
    var list = false

    @Option(help: ArgumentHelp(said("Runs of each world.", "每个世界的运行次数。"), valueName: "n"))
    var replicates = 30

    @Option(
        help: ArgumentHelp(
            said("Also live the claims under so many sets of behavioural parameters.", "另在若干组行为参数下运行各论断。"),
            valueName: "k"))
    var robustness: Int?

    @Option(help: ArgumentHelp(said("Runs of a world in each set.", "每组参数下每个世界的运行次数。"), valueName: "n"))
    var robustReplicates = 2

    @Option(
        help: ArgumentHelp(
            said(
                "Make the claims on this place instead of their own: a file, or the id of one in Scenarios/places.",
                "将论断置于此地点而非其原地点：文件，或 Scenarios/places 中的 id。"), valueName: "place"), completion: .places)
    var on: String?

    @Flag(help: ArgumentHelp(said("Fail where a claim is confounded.", "若有论断存在混杂则判为失败。")))
    var strict = false

    @Option(help: ArgumentHelp(said("Seed of all random draws.", "随机种子。"), valueName: "s"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        for (value, name) in [
            (replicates, "--replicates"), (robustness ?? 1, "--robustness"), (robustReplicates, "--robust-replicates"),
            (threads ?? 1, "--threads"),
        ] where value < 1 {
            throw ValidationError(said("\(name) must be at least 1, not \(value).", "\(name) 至少为 1，而不是 \(value)。"))
        }
    }

    func run() async throws {
        let plan = try ClaimFiles(names: names, place: on).orFail()
        if check { return tell(plan, checked) }
        if list { return tell(plan, listed) }
        try await LivingClaims(
            plan: plan, replicates: replicates, sets: robustness, robustReplicates: robustReplicates, seed: seed,
            cores: threads ?? Machine.cores, folder: archive.out ?? "Results/claims", fresh: archive.fresh,
            strict: strict,
            quiet: common.quiet)()
    }

    private func tell(_ plan: ClaimPlan, _ line: (PlannedClaim) -> String) {
        guard !common.quiet else { return }
        for claim in plan.claims { Terminal.print(line(claim)) }
        Terminal.print(
            said(
                "\(plan.claims.count) claims, \(plan.worlds.count) different worlds\n",
                "\(plan.claims.count) 条论断，\(plan.worlds.count) 个不同的世界\n"))
    }

    private func checked(_ claim: PlannedClaim) -> String {
        let (arms, places) = (claim.claim.arms.count, claim.claim.places.count)
        let worlds = Set(claim.worlds.flatMap(\.self)).count
        return said(
            "\(claim.claim.file.path): right. \(claim.id): \(arms) arms on \(places) places, \(worlds) worlds\n",
            "\(claim.claim.file.path)：无误。\(claim.id)：\(places) 个地点、\(arms) 组、\(worlds) 个世界\n")
    }

    private func listed(_ claim: PlannedClaim) -> String {
        let (own, kind) = (claim.claim, claim.claim.kind.label[tongue])
        return said(
            "\(own.id)  \(own.title.en) (\(own.source.author) \(own.source.year); \(kind))\n",
            "\(own.id)  \(own.title.zh)（\(own.source.author) \(own.source.year)；\(kind)）\n")
    }
}

import Archive
import ArgumentParser

struct SweepMerge: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge",
            abstract: said("Join the archives of a sweep's shards.", "合并各部分的结果。"),
            discussion: said(
                """
                What is there already is passed over, so the same command goes on where it stopped. Ends with 3 while runs
                are missing. Tables of the joined archive are, byte for byte, those of a sweep on one machine.
                """,
                """
                已有的运行会跳过，中断后重复同一命令即可继续。缺少运行时退出码为 3。合并后导出的表格与单机运行逐字节相同。
                """))
    }

    @Argument(help: ArgumentHelp(said("Folders of shards.", "各部分的目录。"), valueName: "folder"), completion: .directory)
    var shards: [String]

    @Option(help: ArgumentHelp(said("Folder to join them in.", "合并到的目录。"), valueName: "dir"), completion: .directory)
    var out: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        var (added, kept, runs) = (0, 0, 0)
        do throws(ArchiveError) {
            let inputs = try Archive.read(shards[0]).inputs()
            guard let design = inputs.design else {
                throw .foreign(path: shards[0], reason: "it holds runs without a design")
            }
            let archive = try Archive.open(out, for: inputs)
            for shard in shards { added += try archive.merge(try Archive.read(shard), keeping: design.keeping) }
            runs = inputs.scenarios.count * design.points.count * design.replicates
            kept = try archive.summaries(of: []).count
            var manifest = Manifest(
                inputs: inputs, replicates: design.replicates,
                sessions: shards.flatMap { Manifest.read(from: $0)?.sessions ?? [] })
            manifest.state = kept < runs ? .interrupted : .complete
            try archive.exclusively { () throws(ArchiveError) in try manifest.write(to: out) }
            try archive.close()
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
        if !common.quiet {
            Terminal.print(
                said(
                    "\(added) runs joined; \(out) holds \(kept) of \(runs)\n",
                    "合并 \(added) 次运行；\(out) 共有 \(runs) 次中的 \(kept) 次\n"))
        }
        if kept < runs { throw Ending.interrupted }
    }
}

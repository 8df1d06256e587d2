import Analysis
import Archive
import ArgumentParser
import Experiments
import Reporting

struct SweepStatus: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: said(
                "Tell what of a sweep is there, how precise it is so far, and what is left.", "报告批量运行的进展、目前的精度与剩余部分。"),
            discussion: said(
                "May be asked at any time. Example: cogov sweep status Results/task-load --observable need.mean",
                "可随时查询。例：cogov sweep status Results/task-load --observable need.mean"))
    }

    @Argument(help: ArgumentHelp(said("The folder of results.", "结果目录。"), valueName: "folder"), completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            said(
                "Tell the precision of this observable instead of those that the design watches; may be repeated.",
                "改为报告此观测指标的精度；可重复。"),
            valueName: "key"), completion: .observables)
    var observable: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
        do throws(ArchiveError) {
            let archive = try Archive.read(folder)
            try check(archive.observables)
            let standing = try SweepStanding(archive, observables: observable)
            Terminal.print(text(standing, archive))
            if let cluster = try SlurmStanding(folder) { Terminal.print(ClusterScreen(cluster).text) }
            Terminal.print(SweepScreen(standing).text(in: tongue, style: Terminal.style()))
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
    }

    private func check(_ known: [String]) throws(ArchiveError) {
        guard let wrong = observable.first(where: { !known.contains($0) }) else { return }
        throw .foreign(path: folder, reason: "it has no observable \(wrong)")
    }

    private func text(_ standing: SweepStanding, _ archive: Archive) -> String {
        let design = standing.design
        let (points, scenarios) = (design.points.count, standing.scenarios.count)
        let percent = standing.runs > 0 ? standing.done * 100 / standing.runs : 0
        return said(
            "\(design.id): \(points) points (\(design.sampling)), \(scenarios) scenarios, \(design.replicates) replicates: "
                + "\(standing.runs) runs\n"
                + "there: \(standing.done) runs (\(percent) %), \(standing.wholeReplicates) replicates whole\n",
            "\(design.id)：\(points) 个点（\(design.sampling)）、\(scenarios) 个情景、\(design.replicates) 次重复，"
                + "共 \(standing.runs) 次运行\n"
                + "已有：\(standing.done) 次（\(percent)%），完整重复 \(standing.wholeReplicates) 次\n") + rest(standing)
            + pace(standing, archive)
    }

    private func rest(_ standing: SweepStanding) -> String {
        let activity = standing.activity
        let left = standing.runs - standing.done
        let cores = activity.writers.isEmpty ? Machine.cores : activity.writers.reduce(0) { $0 + $1.cores }
        let time = standing.secondsLeft(cores: cores).map { TimeText(.seconds($0)).description } ?? "?"
        var lines = ""
        for failure in activity.failures {
            let (run, month) = (failure.run, failure.month)
            lines += said(
                "failed: \(run.scenario), point \(run.point), replicate \(run.replicate), month \(month): \(failure.reason)\n",
                "失败：\(run.scenario)，第 \(run.point) 点，第 \(run.replicate) 次重复，第 \(month) 个月：\(failure.reason)\n")
        }
        for writer in activity.writers {
            lines += said(
                "at work: \(writer.process) (\(writer.cores) cores)\n", "正在运行：\(writer.process)（\(writer.cores) 核）\n")
        }
        return lines
            + said(
                "left: \(left) runs, \(activity.underWay) of them under way; about \(time) on \(cores) cores\n",
                "剩余：\(left) 次运行，其中 \(activity.underWay) 次正在进行；\(cores) 核约需 \(time)\n")
    }

    private func pace(_ standing: SweepStanding, _ archive: Archive) -> String {
        guard standing.done > 0 else { return "" }
        func seconds(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
        let (all, first, last) = (
            seconds(standing.meanSeconds), seconds(standing.firstSeconds), seconds(standing.lastSeconds)
        )
        let bytes = Bytes(archive.bytes)
        return said(
            "a run: \(all) s (first tenth \(first) s, last tenth \(last) s); archive: \(bytes)\n",
            "每次运行：\(all) 秒（前十分之一 \(first) 秒，后十分之一 \(last) 秒）；结果文件 \(bytes)\n")
    }
}

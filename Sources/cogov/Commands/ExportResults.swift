import Archive
import ArgumentParser

struct ExportResults: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: said("Write an archive's results for other programs.", "将结果目录导出供其他程序使用。"),
            discussion: said(
                """
                netcdf: one file of labelled arrays (NetCDF-4) that xarray and R open as they are; every observable a
                variable over scenario or point, replicate, month and community, with its unit and meaning.
                csv: the tables series.csv, money.csv and, where they are kept, communities.csv and points.csv.

                Example: cogov export Results/regimes
                         cogov export Results/regimes --format csv --out tables
                """,
                """
                netcdf：一个 NetCDF-4 数组文件，xarray 与 R 可直接打开；每个指标为一个变量，维度为情景或设计点、重复、月与社区，
                附单位与含义。
                csv：series.csv、money.csv，以及（如有）communities.csv 与 points.csv。

                例：cogov export Results/regimes
                    cogov export Results/regimes --format csv --out tables
                """))
    }

    enum Format: String, CaseIterable, ExpressibleByArgument { case netcdf, csv }

    @Argument(help: ArgumentHelp(said("The folder of results.", "结果目录。"), valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp(said("netcdf or csv.", "netcdf 或 csv。")))
    var format = Format.netcdf

    @Option(
        help: ArgumentHelp(
            said(
                "The file, or the folder of the tables (default: results.nc in the folder, or the folder).",
                "导出的文件，或表格所在目录（默认：该目录中的 results.nc，或该目录）。"), valueName: "file"))
    var out: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        do throws(ArchiveError) {
            let archive = try Archive.read(folder)
            let written =
                switch format {
                case .netcdf: try writeArrays(archive)
                case .csv: try writeTables(archive)
                }
            if !common.quiet { Terminal.print(written + "\n") }
        } catch {
            Terminal.complain(error.message[tongue])
            throw error.isBadInput ? Ending.badInput : Ending.failed
        }
    }

    private func writeArrays(_ archive: Archive) throws(ArchiveError) -> String {
        let file = out ?? folder + "/results.nc"
        let isShown = Terminal.hasWatcher && !common.quiet
        try NetCDFExport(archive).write(to: file) { share in
            if isShown { Terminal.showProgress(said("\(Int(share * 100)) % written", "已写 \(Int(share * 100))%")) }
        }
        if isShown { ProgressLine.clear() }
        return file
    }

    private func writeTables(_ archive: Archive) throws(ArchiveError) -> String {
        let extent = try archive.extent()
        try Export(archive, scenarios: try archive.inputs().scenarios.map(\.id), replicates: extent.replicates)
            .write(communities: extent.hasCommunities)
        return folder
    }
}

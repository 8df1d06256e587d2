import Archive
import ArgumentParser
import Foundation

struct ExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: said("Write what an archive holds for other programs.", "将结果导出供其他程序使用。"),
            discussion: said(
                """
                csv: points.csv for designs, series.csv, and where they were kept money.csv and communities.csv.
                netcdf: results.nc, one file of labelled arrays (NetCDF-4) that xarray and R open as they are: every
                observable over scenario, point, replicate, month and community, with its unit and meaning.

                Example: cogov export Results/task-load --format csv --out tables
                         cogov export Results/task-load --format netcdf --out task-load.nc
                """,
                """
                csv：设计的 points.csv、series.csv，以及所保留的 money.csv 与 communities.csv。
                netcdf：results.nc，一个带标注的数组文件（NetCDF-4），xarray 与 R 可直接打开：每个观测指标按情景、设计点、重复、
                月与社区排列，附单位与含义。

                例：cogov export Results/task-load --format csv --out tables
                    cogov export Results/task-load --format netcdf --out task-load.nc
                """))
    }

    /// What other programs read.
    enum Format: String, CaseIterable, ExpressibleByArgument { case csv, netcdf }

    @Argument(help: ArgumentHelp(said("The folder of results.", "结果目录。"), valueName: "folder"), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp(said("csv or netcdf.", "csv 或 netcdf。"), valueName: "csv|netcdf"))
    var format = Format.csv

    @Option(
        help: ArgumentHelp(
            said(
                "Folder for the tables, or name of the netcdf file (default: in the folder of the results).",
                "表格的输出目录，或 netcdf 文件名（默认在结果目录中）。"), valueName: "path"), completion: .directory)
    var out: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let written: String
        do throws(ArchiveError) {
            let archive = try Archive.read(folder)
            switch format {
            case .csv: written = try writeTables(archive)
            case .netcdf: written = try writeArrays(archive)
            }
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
        if !common.quiet { Terminal.print(written + "\n") }
    }

    private func writeTables(_ archive: Archive) throws(ArchiveError) -> String {
        let place = out ?? folder
        try Self.make(place)
        return try "\(place): \(Export(archive).write(to: place).joined(separator: ", "))"
    }

    private func writeArrays(_ archive: Archive) throws(ArchiveError) -> String {
        let file = out ?? folder + "/results.nc"
        let isShown = Terminal.hasWatcher && !common.quiet
        defer { if isShown { ProgressLine.clear() } }
        try NetCDFExport(archive).write(to: file) { share in
            if isShown { Terminal.showProgress(said("\(Int(share * 100)) % written", "已写 \(Int(share * 100))%")) }
        }
        return file
    }

    private static func make(_ folder: String) throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: folder, reason: error.localizedDescription)
        }
    }
}

import Archive
import ArgumentParser
import Foundation

struct ExportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: said("Write what an archive holds as tables for other programs.", "将结果导出为其他程序可读的表格。"),
            discussion: said(
                """
                csv: points.csv for designs, series.csv, and where they were kept money.csv and communities.csv.

                Example: cogov export Results/task-load --format csv --out tables
                """,
                """
                csv：设计的 points.csv、series.csv，以及所保留的 money.csv 与 communities.csv。

                例：cogov export Results/task-load --format csv --out tables
                """))
    }

    /// What other programs read.
    enum Format: String, CaseIterable, ExpressibleByArgument { case csv }

    @Argument(help: ArgumentHelp(said("The folder of results.", "结果目录。"), valueName: "folder"))
    var folder: String

    @Option(help: ArgumentHelp(said("The files' format.", "文件格式。"), valueName: "csv"))
    var format = Format.csv

    @Option(
        help: ArgumentHelp(
            said("Folder for the files (default: that of the results).", "输出目录（默认为结果目录）。"), valueName: "dir"))
    var out: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let files: [String]
        let place = out ?? folder
        do throws(ArchiveError) {
            let archive = try Archive.read(folder)
            try Self.make(place)
            switch format {
            case .csv: files = try Export(archive).write(to: place)
            }
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
        if !common.quiet { Terminal.print("\(place): \(files.joined(separator: ", "))\n") }
    }

    private static func make(_ folder: String) throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: folder, reason: error.localizedDescription)
        }
    }
}

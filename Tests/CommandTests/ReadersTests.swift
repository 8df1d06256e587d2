import Foundation
import Testing

/// What other programs make of results: every snippet of Documentation/Experiments.md is run as it stands there.
@Suite struct ReadersTests {
    @Test(.enabled(if: Reader.python.isThere, "skipped: no /usr/bin/python3 with pandas, xarray and netCDF4"))
    func everyPythonSnippetRuns() throws { try run(.python) }

    @Test(.enabled(if: Reader.r.isThere, "skipped: no Rscript with ncdf4"))
    func everyRSnippetRuns() throws { try run(.r) }

    private func run(_ reader: Reader) throws {
        let snippets = try reader.snippets()
        #expect(snippets.count >= 2)
        let tool = try sweep()
        for snippet in snippets {
            let result = try reader.run(snippet, in: tool.folder)
            #expect(result.code == 0, "\(snippet)\n\(result.output)")
            #expect(!result.output.isEmpty && !result.output.contains("nan"), "\(snippet)\n\(result.output)")
        }
        let check = try reader.run(reader.check, in: tool.folder)
        #expect(check.code == 0 && check.output.contains("equal"), "\(check.output)")
    }

    /// Small results with the names that the snippets have.
    private func sweep() throws -> CommandLineTool {
        let tool = try CommandLineTool()
        let design = """
            id: task-load
            title: {en: Load, zh: 负担}
            summary: {en: Made up., zh: 虚构。}
            scenarios: [{id: street-committee, scenario: closed.yaml}, {id: qingyuan, scenario: open.yaml}]
            set: [months=36]
            factors:
              - {id: load, key: institutions.taskLoad, range: [0.1, 0.9]}
              - {id: culture, key: institutions.engagement.committee.culture, range: [0, 0.4]}
              - {id: meeting, key: institutions.engagement.committee.meeting, range: [0, 0.4]}
            sampling: {kind: sobol, points: 5}
            replicates: 2
            keep: {months: [12, 36], communities: true}

            """
        try design.write(to: tool.folder.appendingPathComponent("design.yaml"), atomically: true, encoding: .utf8)
        for arguments in [["sweep", "design.yaml"], ["export", "Results/task-load"]] {
            let result = try tool.wait(for: tool.begin(arguments))
            try #require(result.code == 0, "\(result.errors)")
        }
        try #require(try tool.run("export", "Results/task-load", "--format", "netcdf").code == 0)
        return tool
    }
}

/// A language whose programs read results.
private enum Reader {
    case python, r

    private var program: String { self == .python ? "/usr/bin/python3" : "/usr/bin/Rscript" }
    private var fence: String { self == .python ? "```python\n" : "```r\n" }

    var isThere: Bool {
        let probe = self == .python ? "import pandas, xarray, netCDF4" : "library(ncdf4)"
        guard FileManager.default.isExecutableFile(atPath: program) else { return false }
        return (try? run(probe, in: FileManager.default.temporaryDirectory).code) == 0
    }

    /// The blocks of this language in the documentation.
    func snippets() throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Documentation/Experiments.md")
        let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: fence).dropFirst()
        return parts.compactMap { $0.components(separatedBy: "\n```").first }
    }

    /// Says `equal` where every value of the arrays is the same number as in the tables.
    var check: String {
        switch self {
        case .python:
            """
            import numpy, pandas, xarray
            arrays = xarray.open_dataset("Results/task-load/results.nc")
            for name, suffix, key in [("series", "", []), ("communities", ".by_community", ["community"])]:
                table = pandas.read_csv(f"Results/task-load/{name}.csv", float_precision="round_trip")
                table = table.set_index(["scenario", "point", "replicate", "month"] + key)
                for column in table.columns:
                    values = arrays[column + suffix].to_series().reindex(table.index)
                    assert numpy.array_equal(values, table[column], equal_nan=True), column
                assert arrays[column + suffix].size == len(table)
            print("equal")
            """
        case .r:
            """
            library(ncdf4)
            file <- nc_open("Results/task-load/results.nc")
            table <- read.csv("Results/task-load/series.csv", check.names = FALSE)
            for (column in setdiff(names(table), c("scenario", "point", "replicate", "month"))) {
                values <- ncvar_get(file, column, collapse_degen = FALSE)
                stopifnot(length(values) == nrow(table))
                dimensions <- lapply(file$var[[column]]$dim, function(dimension) as.character(dimension$vals))
                dimnames(values) <- dimensions
                places <- as.matrix(sapply(table[c("month", "replicate", "point", "scenario")], as.character))
                same <- all.equal(as.numeric(values[places]), as.numeric(table[[column]]), tolerance = 1e-14)
                stopifnot(isTRUE(same))
            }
            cat("equal")
            """
        }
    }

    func run(_ text: String, in folder: URL) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [self == .python ? "-c" : "-e", text]
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}

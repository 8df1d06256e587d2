import Foundation
import Testing

/// `export --format netcdf`, but for what other programs make of it (``ReadersTests``).
@Suite struct ArraysTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func theFileStandsInTheFolderOrWhereItIsWanted() throws {
        #expect(try tool.run("run", "open.yaml", "--months", "3", "--communities", "--out", "a").code == 0)
        let first = try tool.run("export", "a", "--format", "netcdf")
        #expect(first.code == 0 && first.output == "a/results.nc\n" && first.errors.isEmpty)
        #expect(try tool.run("export", "a", "--format", "netcdf", "--out", "b.nc").code == 0)
        let files = [try tool.bytes("a/results.nc"), try tool.bytes("b.nc")]
        #expect(files[0] == files[1] && files[0].count > 10_000)
        // What HDF5 files begin with.
        #expect(files[0].prefix(4) == Data([0x89, 0x48, 0x44, 0x46]))
    }

    @Test func whatCannotBeExportedIsToldAndLeavesNothing() throws {
        let nowhere = try tool.run("export", "nowhere", "--format", "netcdf")
        #expect(nowhere.code == 2 && nowhere.errors.contains("nowhere holds no results"))
        #expect(try tool.run("run", "open.yaml", "--months", "3", "--out", "a").code == 0)
        let file = try tool.run("export", "a", "--format", "netcdf", "--out", "nowhere/b.nc")
        #expect(file.code == 2 && file.errors.contains("nowhere/b.nc cannot be written"))
        #expect(tool.written == ["a"])
    }
}

extension CommandLineTool {
    func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }
}

import CNetCDF
import Foundation
import Governance
import Testing

@testable import Archive

/// On the main thread, since HDF5 keeps quiet about what it tries in vain only on the thread that used it first.
@MainActor @Suite struct NetCDFExportTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path + "/results.nc" }

    private func write(_ runs: [RunRecord], to name: String = "results.nc") throws {
        let place = try TemporaryFolder()
        let archive = try Archive.open(place.path, for: .example())
        for run in runs { try archive.add(run) }
        try NetCDFExport(archive).write(to: folder.path + "/" + name)
    }

    @Test func everyValueStandsAtItsPlace() throws {
        try write([.example("late", 2, shift: 5, communities: true), .example("early", 1)])
        let file = try OpenedFile(path)
        #expect(file.texts("scenario") == ["early", "late"])
        #expect(file.texts("community") == ["c1", "c2"])
        #expect(file.numbers("replicate") == [1, 2])
        #expect(file.numbers("month") == [1, 2])
        // Scenario, replicate, month.
        let need = file.numbers("need.mean")
        #expect(need.prefix(2) == [0.1, 1e-7] && need.suffix(2) == [5.1, 1e-7 + 5])
        #expect(need[2..<6].allSatisfy { $0.isNaN }, "runs that are not there")
        #expect(file.numbers("cost, \"all\"")[1] == 12)
        #expect(file.numbers("cost, \"all\"")[0].isNaN)
        // Scenario, replicate, month, community.
        let byCommunity = file.numbers("need.mean.by_community")
        #expect(byCommunity.suffix(4) == [1, 3, 5, 7] && byCommunity.prefix(12).allSatisfy { $0.isNaN })
    }

    @Test func variablesTellWhatTheyAre() throws {
        let observable = try #require(Observable.named("need.mean"))
        try write([.example("late", 1)])
        let file = try OpenedFile(path)
        #expect(file.text(of: "need.mean", "units") == observable.unit)
        #expect(file.text(of: "need.mean", "long_name") == observable.meaning.en)
        #expect(file.text(of: "need.mean", "long_name_zh") == observable.meaning.zh)
        #expect(file.text(of: "need.mean", "formula") == observable.formula)
        #expect(file.text(of: nil, "seed") == "7" && file.text(of: nil, "source") == "Cogov test")
        #expect(file.text(of: nil, "Conventions")?.hasPrefix("CF-") == true)
    }

    @Test func orderOfAddingLeavesNoTrace() throws {
        let runs = [RunRecord.example("early", 1), .example("late", 1), .example("early", 2), .example("late", 2)]
        try write(runs, to: "a.nc")
        try write(runs.reversed(), to: "b.nc")
        let (a, b) = (
            FileManager.default.contents(atPath: folder.path + "/a.nc"),
            FileManager.default.contents(atPath: folder.path + "/b.nc")
        )
        #expect(a != nil && a == b)
    }

    @Test func factorsAreCoordinatesOfThePoints() throws {
        let place = try TemporaryFolder()
        var inputs = Inputs.example()
        inputs.design = DesignInput(
            id: "load", title: Text(en: "Load", zh: "负担"), file: "load.yaml", sha256: "", sampling: "factorial",
            factors: [
                FactorInput(id: "load", key: "institutions.taskLoad", unit: "share"),
                // A name that an observable has too.
                FactorInput(id: "need.mean", key: "needs"),
            ],
            points: [
                PointInput(number: 1, values: [.number(0.1), .word("low")]),
                PointInput(number: 4, values: [.number(0.5), .word("high")]),
            ], replicates: 2, keeping: Keeping(months: .final, money: false))
        let archive = try Archive.open(place.path, for: inputs)
        var run = RunRecord.example("late", 2)
        (run.point, run.kept, run.world) = (4, [2], [0.75, 12])
        try archive.add(run)
        try NetCDFExport(archive).write(to: path)
        let file = try OpenedFile(path)
        #expect(file.numbers("point") == [1, 4] && file.numbers("month") == [2])
        #expect(file.numbers("load") == [0.1, 0.5] && file.texts("factor.need.mean") == ["low", "high"])
        #expect(file.text(of: "load", "units") == "share" && file.text(of: "load", "key") == "institutions.taskLoad")
        #expect(file.text(of: "need.mean", "coordinates")?.hasSuffix(" load factor.need.mean") == true)
        #expect(file.text(of: nil, "title") == "Load" && file.text(of: nil, "title_zh") == "负担")
        // Scenario (early, late), point, replicate, month.
        let need = file.numbers("need.mean")
        #expect(need.last == 0.75 && need.dropLast().allSatisfy { $0.isNaN } && need.count == 8)
    }

    @Test func anArchiveWithoutRunsIsNotExported() throws {
        #expect(throws: ArchiveError.self) { try write([]) }
        #expect(folder.names.isEmpty)
    }

    @Test func whatCannotBeFinishedLeavesWhatWasThere() throws {
        try "before".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: ArchiveError.full(path: path, needed: 0, free: 0)) {
            try NetCDFFile.write(path) { file throws(ArchiveError) in
                _ = try file.dimension("month", 3)
                throw .full(path: path, needed: 0, free: 0)
            }
        }
        #expect(try folder.text("results.nc") == "before" && folder.names == ["results.nc"])
        #expect(throws: ArchiveError.self) { try write([.example("late", 1)], to: "nowhere/results.nc") }
    }

    @Test func blocksCoverEveryRunOnce() {
        for shape in [
            NetCDFShape(scenarios: 2, points: nil, replicates: 3, inner: [12]),
            NetCDFShape(scenarios: 2, points: 1000, replicates: 5, inner: [1]),
            NetCDFShape(scenarios: 1, points: 7, replicates: 90, inner: [120, 30]),
        ] {
            let runs = shape.blocks.flatMap { shape.runs(of: $0).map { [$0.scenario, $0.point, $0.replicate] } }
            #expect(runs.count == shape.scenarios * (shape.points ?? 1) * shape.replicates)
            #expect(Set(runs).count == runs.count)
            for block in shape.blocks {
                let values = block.count.reduce(1, *)
                let width = shape.inner.reduce(1, *)
                #expect(shape.runs(of: block).map(\.offset) == Array(stride(from: 0, to: values, by: width)))
                #expect(zip(block.count, shape.chunk).allSatisfy { $0 <= $1 })
            }
        }
    }
}

/// A file read back by the library that wrote it.
private final class OpenedFile {
    private let id: Int32

    init(_ path: String) throws {
        var id: Int32 = 0
        try #require(nc_open(path, NC_NOWRITE, &id) == NC_NOERR)
        self.id = id
    }

    deinit { nc_close(id) }

    private func variable(_ name: String) -> Int32 {
        var variable: Int32 = -1
        nc_inq_varid(id, name, &variable)
        return variable
    }

    private func count(_ variable: Int32) -> Int {
        var ids = [Int32](repeating: 0, count: Int(NC_MAX_VAR_DIMS))
        var dimensions: Int32 = 0
        nc_inq_varndims(id, variable, &dimensions)
        nc_inq_vardimid(id, variable, &ids)
        return ids.prefix(Int(dimensions)).reduce(1) { product, dimension in
            var length = 0
            nc_inq_dimlen(id, dimension, &length)
            return product * length
        }
    }

    func numbers(_ name: String) -> [Double] {
        let variable = variable(name)
        guard variable >= 0 else { return [] }
        var values = [Double](repeating: 0, count: count(variable))
        nc_get_var_double(id, variable, &values)
        return values
    }

    func texts(_ name: String) -> [String] {
        let variable = variable(name)
        guard variable >= 0 else { return [] }
        var pointers = [UnsafeMutablePointer<CChar>?](repeating: nil, count: count(variable))
        nc_get_var_string(id, variable, &pointers)
        defer { nc_free_string(pointers.count, &pointers) }
        return pointers.map { $0.map { String(cString: $0) } ?? "" }
    }

    func text(of name: String?, _ attribute: String) -> String? {
        var length = 0
        let variable = name.map(variable) ?? NC_GLOBAL
        guard nc_inq_attlen(id, variable, attribute, &length) == NC_NOERR else { return nil }
        var bytes = [CChar](repeating: 0, count: length)
        nc_get_att_text(id, variable, attribute, &bytes)
        return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

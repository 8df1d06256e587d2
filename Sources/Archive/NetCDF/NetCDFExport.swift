import Governance

/// The series of an archive as one NetCDF-4 file, for programs that read labelled arrays: xarray, R, QGIS, Panoply.
///
/// Every observable is a variable over scenario, replicate and month, and one more, with `.by_community` after its name, over
/// community where the archive has values by community. Each tells its unit, its meaning in English and Chinese and its
/// formula. What is undefined or was not run is NaN. The same runs give the same bytes, in whatever order they ended.
/// Transfers of money, which are no array, are in `money.csv`.
public struct NetCDFExport {
    private let archive: Archive
    private let inputs: Inputs
    private let extent: Archive.Extent

    /// - Throws: ``ArchiveError`` where the archive cannot be read.
    public init(_ archive: Archive) throws(ArchiveError) {
        self.archive = archive
        inputs = try archive.inputs()
        extent = try archive.extent()
    }

    /// Writes the file.
    ///
    /// - Parameter progress: told the share that is done, 0 to 1, now and then.
    /// - Throws: ``ArchiveError``; a file that was there before is then as it was.
    public func write(to path: String, progress: (Double) -> Void = { _ in }) throws(ArchiveError) {
        try NetCDFFile.write(path) { file throws(ArchiveError) in
            let layout = try NetCDFLayout(file, inputs: inputs, extent: extent)
            try layout.describe(file)
            let passes = layout.communities.isEmpty ? [false] : [false, true]
            for (place, byCommunity) in passes.enumerated() {
                try fill(file, layout, byCommunity: byCommunity) { share in
                    progress((Double(place) + share) / Double(passes.count))
                }
            }
        }
    }

    /// Fills the variables of all observables, block after block; only one block is in memory.
    private func fill(
        _ file: NetCDFFile, _ layout: NetCDFLayout, byCommunity: Bool, progress: (Double) -> Void
    ) throws(ArchiveError) {
        let shape = layout.shape(byCommunity: byCommunity)
        var variables: [NetCDFFile.Variable] = []
        for key in archive.observables {
            variables.append(try layout.variable(key, file, shape, byCommunity: byCommunity))
        }
        let blocks = shape.blocks
        for (number, block) in blocks.enumerated() {
            var values = Array(
                repeating: [Double](repeating: .nan, count: block.count.reduce(1, *)), count: variables.count)
            try read(block, layout, shape, byCommunity: byCommunity, into: &values)
            for (variable, values) in zip(variables, values) {
                try file.fill(variable, start: block.start, count: block.count, values)
            }
            progress(Double(number + 1) / Double(blocks.count))
        }
    }

    private func read(
        _ block: NetCDFShape.Block, _ layout: NetCDFLayout, _ shape: NetCDFShape, byCommunity: Bool,
        into values: inout [[Double]]
    ) throws(ArchiveError) {
        let width = archive.observables.count
        for run in shape.runs(of: block) {
            let scenario = inputs.scenarios[run.scenario]
            guard
                let record = try archive.run(scenario.id, run.replicate + 1, communities: byCommunity),
                !byCommunity || !record.communities.isEmpty
            else { continue }
            let places = byCommunity ? layout.places(of: scenario) : [0]
            let source = byCommunity ? record.communities : record.world
            for month in 0..<record.months {
                for (row, place) in places.enumerated() {
                    let from = (month * places.count + row) * width
                    let to = run.offset + month * (byCommunity ? layout.communities.count : 1) + place
                    for column in 0..<width { values[column][to] = source[from + column] }
                }
            }
        }
    }
}

import Governance

/// The series of an archive as one NetCDF-4 file, for programs that read labelled arrays: xarray, R, Panoply.
///
/// Every observable is a variable over scenario, point where there is a design, replicate and month; where values by
/// community are kept, one more, with `.by_community` after its name, has communities as well. Each tells its unit, its
/// meaning in English and Chinese and its formula; factors are coordinates of the points. What is undefined or was not run
/// is NaN. The same runs give the same bytes, in whatever order they ended. Transfers of money, which are no array, are in
/// `money.csv`.
public struct NetCDFExport {
    private let archive: Archive
    private let inputs: Inputs
    private let contents: ArchiveContents
    private let months: [Int]

    /// - Throws: ``ArchiveError``; `missing` where the archive holds no run.
    public init(_ archive: Archive) throws(ArchiveError) {
        self.archive = archive
        inputs = try archive.inputs()
        let contents = try archive.contents()
        self.contents = contents
        months = Set(try archive.lengths().flatMap { contents.keeping.months(of: $0) }).sorted()
        guard !months.isEmpty else { throw .missing(path: archive.path) }
    }

    /// Writes the file.
    ///
    /// - Parameter progress: told the share that is done, 0 to 1, now and then.
    /// - Throws: ``ArchiveError``; a file that was there before is then as it was.
    public func write(to path: String, progress: (Double) -> Void = { _ in }) throws(ArchiveError) {
        try NetCDFFile.write(path) { file throws(ArchiveError) in
            let layout = try NetCDFLayout(
                file, inputs: inputs, months: months, replicates: contents.replicates,
                hasCommunities: contents.keeping.communities)
            try layout.describe(file)
            let passes = contents.keeping.communities ? [false, true] : [false]
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
            for run in shape.runs(of: block) {
                try read(run, layout, byCommunity: byCommunity, into: &values)
            }
            for (variable, values) in zip(variables, values) {
                try file.fill(variable, start: block.start, count: block.count, values)
            }
            progress(Double(number + 1) / Double(blocks.count))
        }
    }

    private func read(
        _ run: NetCDFShape.Run, _ layout: NetCDFLayout, byCommunity: Bool, into values: inout [[Double]]
    ) throws(ArchiveError) {
        let scenario = inputs.scenarios[run.scenario]
        let point = inputs.design?.points[run.point].number ?? 0
        guard
            let record = try archive.run(scenario.id, point: point, run.replicate + 1, communities: byCommunity),
            !byCommunity || !record.communities.isEmpty
        else { return }
        let source = byCommunity ? record.communities : record.world
        let places = byCommunity ? layout.places(of: scenario) : [0]
        let across = byCommunity ? layout.communities.count : 1
        for (row, month) in record.kept.enumerated() {
            guard let column = layout.place(ofMonth: month) else { continue }
            for (position, place) in places.enumerated() {
                let from = (row * places.count + position) * values.count
                let to = run.offset + column * across + place
                for observable in values.indices { values[observable][to] = source[from + observable] }
            }
        }
    }
}

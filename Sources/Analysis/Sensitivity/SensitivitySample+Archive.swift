public import Archive

extension SensitivitySample {
    /// What the runs of a sweep gave: its factors as inputs, a measure as the result.
    ///
    /// Points that lack a replicate, or have no value in one, are left out with the points that are of no use without them.
    ///
    /// - Returns: the sample, and how many points were left out.
    /// - Throws: ``ArchiveError``; `foreign` where the archive has no design.
    public static func read(
        _ archive: Archive, scenario: String, measure: Measure
    ) throws(ArchiveError) -> (sample: SensitivitySample, leftOut: Int) {
        guard let design = try archive.design() else {
            throw .foreign(path: archive.path, reason: "it holds runs without a design")
        }
        guard let column = archive.observables.firstIndex(of: measure.observable.key) else {
            throw .foreign(path: archive.path, reason: "it has no observable \(measure.observable.key)")
        }
        var rows: [[Double]] = []
        var results: [[Double]] = []
        for start in stride(from: 0, to: design.points.count, by: design.block) {
            let block = design.points[start..<min(start + design.block, design.points.count)]
            var own: [[Double]] = []
            for point in block {
                var values: [Double] = []
                for replicate in 1...design.replicates {
                    guard let run = try archive.run(scenario, point: point.number, replicate) else { continue }
                    values.append(measure.value(in: run, column: column, of: archive.observables.count))
                }
                own.append(values)
            }
            guard own.allSatisfy({ $0.count == design.replicates && $0.allSatisfy(\.isFinite) }) else { continue }
            results += own
            rows += block.map { design.row(of: $0) }
        }
        let sample = SensitivitySample(
            names: design.factors.map(\.id), rows: rows, results: results, ownDraws: design.ownDraws)
        return (sample, design.points.count - rows.count)
    }
}

extension DesignInput {
    /// A point's values as numbers: words as their places in the factor's list.
    fileprivate func row(of point: PointInput) -> [Double] {
        zip(factors, point.values).map { factor, value in
            value.number ?? Double(factor.values?.firstIndex(of: value) ?? (value.text == "true" ? 1 : 0))
        }
    }
}

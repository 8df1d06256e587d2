public import Archive

extension LeverShares {
    /// What each of the measures gives in every run that an archive holds: by measure, replicate and coalition.
    ///
    /// - Parameters:
    ///   - scenario: the id under which the runs are kept.
    ///   - point: the number of the point at which a coalition was lived.
    /// - Throws: ``ArchiveError``.
    public static func values(
        of measures: [Measure], in archive: Archive, scenario: String, coalitions: [UInt64], replicates: Int,
        point: (UInt64) -> Int
    ) throws(ArchiveError) -> [[[UInt64: Double]]] {
        let columns = measures.map { measure in archive.observables.firstIndex(of: measure.observable.key) ?? 0 }
        var values = [[[UInt64: Double]]](repeating: Array(repeating: [:], count: replicates), count: measures.count)
        for replicate in 0..<replicates {
            for coalition in coalitions {
                guard let run = try archive.run(scenario, point: point(coalition), replicate + 1) else { continue }
                for (place, measure) in measures.enumerated() {
                    values[place][replicate][coalition] = measure.value(
                        in: run, column: columns[place], of: archive.observables.count)
                }
            }
        }
        return values
    }
}

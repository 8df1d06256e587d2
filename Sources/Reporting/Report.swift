public import Analysis
public import Archive

/// What a set of runs showed, as a table for the screen, as CSV files and as a page.
///
///     let results = try Results(archive, scenarios: ids, replicates: 20)
///     let report = Report(results, manifest: manifest, baseline: "street-committee")
///     print(report.screen(in: .en, style: ScreenStyle(colour: false, width: 80)))
///     try report.write(to: archive.path, language: .en)
public struct Report: Sendable {
    let results: Results
    let manifest: Manifest
    /// The place of the baseline among the scenarios; nil where nothing is compared.
    let baseline: Int?

    /// The files that ``write(to:language:)`` writes.
    public var files: [String] {
        baseline == nil ? ["summary.csv", "report.html"] : ["summary.csv", "comparison.csv", "report.html"]
    }

    /// - Parameters:
    ///   - manifest: what was run; its times and files are not needed yet.
    ///   - baseline: the id of the scenario that the others are compared with; nil (or an id that is not among the
    ///     results) compares nothing.
    public init(_ results: Results, manifest: Manifest, baseline: String? = nil) {
        self.results = results
        self.manifest = manifest
        self.baseline = baseline.flatMap { results.series.index(ofScenario: $0) }
    }

    /// The headline observables, and the differences between scenarios where there is a baseline: lines that end with a
    /// line feed, none wider than the style's width.
    public func screen(in language: Language, style: ScreenStyle) -> String { "" }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    public func write(to folder: String, language: Language) throws(ArchiveError) {}
}

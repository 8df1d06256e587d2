public import Analysis
public import Archive
import Governance

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
    /// All scenarios beside the baseline; nil where nothing is compared.
    let overview: Overview?
    /// What is known of claims about the scenarios.
    let claims: [ClaimStanding]

    /// The files that ``write(to:language:)`` writes.
    public var files: [String] {
        baseline == nil
            ? [SummaryFile.name, Page.name]
            : [
                SummaryFile.name, ComparisonFile.name, EffectsFile.name, OverviewFile.name, WinnersFile.name, Page.name,
            ]
    }

    /// - Parameters:
    ///   - manifest: what was run; its times and files are not needed yet.
    ///   - baseline: the id of the scenario that the others are compared with; nil (or an id that is not among the
    ///     results) compares nothing.
    ///   - claims: what is known of claims; those about other scenarios are passed over.
    public init(
        _ results: Results, manifest: Manifest, baseline: String? = nil, claims: [ClaimStanding] = []
    ) {
        self.claims = claims
        self.results = results
        self.manifest = manifest
        self.baseline = baseline.flatMap { results.series.index(ofScenario: $0) }
        let moments = manifest.scenarios.compactMap(\.input.attentionUntil)
        overview = self.baseline.map {
            Overview(results.series, baseline: $0, attentionUntil: moments.min())
        }
    }

    /// The headline observables, and the differences between scenarios where there is a baseline, or all scenarios side by
    /// side where there are many: lines that end with a line feed, none wider than the style's width.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        let series = results.series
        var lines = TextLayout.wrapped(headline[language], to: style.width) + [""]
        if contrasts.isEmpty {
            for scenario in series.scenarios.indices {
                lines += RunScreen(series: series, scenario: scenario, language: language).lines(style) + [""]
            }
            lines += TextLayout.wrapped(Legend.run(replicates: series.wholeReplicates)[language], to: style.width)
        } else if let overview, contrasts.count > Self.comparedOneByOne {
            lines += OverviewScreen(series: series, overview: overview, language: language).lines(style)
        } else {
            for contrast in contrasts {
                lines += ComparisonScreen(contrast: contrast, language: language).lines(style) + [""]
            }
            lines += TextLayout.wrapped(
                Legend.comparison(replicates: series.wholeReplicates)[language], to: style.width)
        }
        lines += TextLayout.wrapped(Legend.rungs[language], to: style.width)
        return lines.map { $0 + "\n" }.joined()
    }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    public func write(to folder: String, language: Language) throws(ArchiveError) {
        try SummaryFile.write(results.series, to: folder)
        if let overview {
            try ComparisonFile.write(contrasts, to: folder)
            try EffectsFile.write(contrasts, to: folder)
            try OverviewFile.write(overview, of: results.series, to: folder)
            try WinnersFile.write(
                contrasts.map { contrast in
                    ([contrast.baseline, contrast.other].map { results.series.scenarios[$0].id }, winners(contrast))
                }, to: folder)
        }
        try writePage(to: folder, language: language)
    }

    /// Writes the page alone.
    ///
    /// - Returns: its name.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    @discardableResult
    public func writePage(to folder: String, language: Language) throws(ArchiveError) -> String {
        try Page(report: self, language: language).write(to: folder)
    }

    /// The baseline against each other scenario; none where nothing is compared.
    var contrasts: [PairedContrast] {
        guard let baseline else { return [] }
        return results.series.scenarios.indices.filter { $0 != baseline }
            .map { PairedContrast(results.series, baseline: baseline, other: $0) }
    }

    /// Who wins and who loses by what the contrast's other scenario changes.
    func winners(_ contrast: PairedContrast) -> Winners {
        Winners(results.standing, baseline: contrast.baseline, other: contrast.other)
    }

    /// With more scenarios beside the baseline than this, the screen shows all of them in one table instead of each in its
    /// own.
    private static let comparedOneByOne = 3

    /// What the tables are made of.
    private var headline: Text {
        let (scenarios, asked, whole) = (
            results.series.scenarios.count, results.series.replicates, results.series.wholeReplicates
        )
        let missing = Text(en: "; only \(whole) of them are whole", zh: "；其中只有 \(whole) 次完整")
        return Text(
            en: "\(scenarios) scenario\(scenarios == 1 ? "" : "s"), \(asked) replicate\(asked == 1 ? "" : "s"), "
                + "seed \(manifest.seed)",
            zh: "\(scenarios) 个情景，\(asked) 次重复，随机种子 \(manifest.seed)") + (whole < asked ? missing : Text(""))
    }
}

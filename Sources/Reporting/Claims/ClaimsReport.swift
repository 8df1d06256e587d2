import Analysis
public import Archive
public import Claims
import Governance
import Scenarios

/// What experiments say of claims, as a table for the screen, as CSV files and as a page.
public struct ClaimsReport: FiledReport {
    /// In the order of the claims.
    let lines: [Line]
    let replicates: Int
    let seed: UInt64
    let program: String
    /// The commands that give the same again.
    let commands: [String]
    /// Replicates that a world had in each set of parameters.
    let robustReplicates: Int

    /// A claim, what its runs say, and how widely it holds where that was asked.
    struct Line: Sendable {
        let result: ClaimResult
        let robustness: RobustnessResult?
    }

    /// - Parameters:
    ///   - robustness: in the order of the results; empty where it was not asked.
    ///   - commands: as they were given.
    public init(
        _ results: [ClaimResult], robustness: [RobustnessResult?], replicates: Int, robustReplicates: Int, seed: UInt64,
        program: String, commands: [String]
    ) {
        lines = results.enumerated().map { place, result in
            Line(result: result, robustness: place < robustness.count ? robustness[place] : nil)
        }
        self.replicates = replicates
        self.robustReplicates = robustReplicates
        self.seed = seed
        self.program = program
        self.commands = commands
    }

    var isRobust: Bool { lines.contains { $0.robustness != nil } }

    /// The files that ``write(to:language:)`` writes.
    public var files: [String] {
        [ClaimsFile.name, MetricsFile.name, ConfoundingFile.name] + (isRobust ? [RobustnessFile.name] : [])
            + Language.allCases.map(ClaimsMarkdown.name) + [Page.name]
    }

    /// The claims' table: lines that end with a line feed.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        ClaimsScreen(report: self, language: language).lines(style).map { $0 + "\n" }.joined()
    }

    /// Claims that their runs confound: what they have unequal is neither a lever nor declared.
    public var confounded: [String] { lines.filter(\.result.isConfounded).map(\.result.claim.id) }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    public func write(to folder: String, language: Language) throws(ArchiveError) {
        try ClaimsFile.write(self, to: folder)
        try MetricsFile.write(self, to: folder)
        try ConfoundingFile.write(self, to: folder)
        if isRobust { try RobustnessFile.write(self, to: folder) }
        for language in Language.allCases { try ClaimsMarkdown(report: self, language: language).write(to: folder) }
        let page = try WholeFile(Page.name, in: folder)
        try page.append(Page({ ClaimsChapter(report: self, language: $0) }, language: language).source)
        try page.finish()
    }

    // MARK: Words

    var headline: Text {
        Text(
            en:
                "\(lines.count) claim\(lines.count == 1 ? "" : "s"), \(replicates) replicate\(replicates == 1 ? "" : "s"), seed \(seed)",
            zh: "\(lines.count) 条论断，\(replicates) 次重复，随机种子 \(seed)")
    }

    /// How many claims came out which way, built in and emergent apart.
    var counts: Text {
        let kinds = [Claim.Kind.builtIn, .emergent].compactMap { kind -> Text? in
            let own = lines.filter { $0.result.claim.kind == kind }.map(\.result.verdict)
            guard !own.isEmpty else { return nil }
            let shares = ClaimVerdict.allCases.map { verdict in (verdict.label, own.count { $0 == verdict }) }
            return Text(
                en: "\(kind.label.en.sentenceCased) (\(own.count)): "
                    + shares.map { "\($1) \($0.en)" }.joined(separator: ", "),
                zh: "\(kind.label.zh)（\(own.count) 条）：" + shares.map { "\($0.zh) \($1)" }.joined(separator: "，"))
        }
        return Text(
            en: kinds.map(\.en).joined(separator: "; ") + ".", zh: kinds.map(\.zh).joined(separator: "；") + "。")
    }

    var robustLegend: Text {
        let sets = lines.compactMap { $0.robustness?.sets }.max() ?? 0
        return Text(
            en:
                "Robust: share of \(sets) sets of all behavioural parameters, drawn over their declared ranges, in which every metric "
                + "goes the claimed way by the smallest effect of interest or more (\(robustReplicates) "
                + "replicate\(robustReplicates == 1 ? "" : "s") a set, draws of its own, the claim's first place).",
            zh: "稳健：在 \(sets) 组行为参数（全部参数在其声明范围内抽样）中，各度量均沿论断方向达到最小关注效应的比例"
                + "（每组 \(robustReplicates) 次重复，各组随机数独立，取论断的首个地点）。")
    }
}

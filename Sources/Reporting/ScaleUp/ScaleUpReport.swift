public import Analysis
public import Archive
public import Governance

/// What becomes of a pilot's effect at scale, as tables for the screen, as CSV files and as a page.
public struct ScaleUpReport: FiledReport {
    let study: Study
    /// By size, in the order of the choices.
    let findings: [ScaleUpFinding]
    let curves: [TrainersCurve]

    /// What was asked, and what it was asked of.
    public struct Study: Sendable {
        public var title: Text
        /// The key of the observable that effects are measured by.
        public var observable: String
        public var pilots: Int
        /// Months after the pilots in which all others join.
        public var expansion: Int
        /// Months of age over which effects are measured.
        public var window: ClosedRange<Int>
        /// Workers of outside organisations, and fen a month that they cost.
        public var trainers: Double
        public var contracts: Double
        /// Part of each community's people that were lived.
        public var people: Double
        public var replicates: Int
        public var seed: UInt64
        public var program: String
        public var command: String

        public init(
            title: Text, observable: String, pilots: Int, expansion: Int, window: ClosedRange<Int>, trainers: Double,
            contracts: Double, people: Double, replicates: Int, seed: UInt64, program: String, command: String
        ) {
            self.title = title
            self.observable = observable
            self.pilots = pilots
            self.expansion = expansion
            self.window = window
            self.trainers = trainers
            self.contracts = contracts
            self.people = people
            self.replicates = replicates
            self.seed = seed
            self.program = program
            self.command = command
        }
    }

    public init(_ findings: [ScaleUpFinding], curves: [TrainersCurve], of study: Study) {
        self.findings = findings
        self.curves = curves
        self.study = study
    }

    /// The files that ``write(to:language:)`` writes.
    public var files: [String] {
        [ScaleUpFile.name] + (curves.isEmpty ? [] : [TrainersFile.name]) + [Page.name]
    }

    /// Tables and sentences for a terminal: lines that end with a line feed.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        ScaleUpScreen(report: self, language: language).lines(style).map { $0 + "\n" }.joined()
    }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    public func write(to folder: String, language: Language) throws(ArchiveError) {
        try ScaleUpFile.write(self, to: folder)
        if !curves.isEmpty { try TrainersFile.write(self, to: folder) }
        let page = try WholeFile(Page.name, in: folder)
        try page.append(Page({ ScaleUpChapter(report: self, language: $0) }, language: language).source)
        try page.finish()
    }
}

public import Analysis
public import Archive
public import Governance

/// Which inputs a model's results depend on: a table for the screen, `sensitivity.csv` and a page.
public struct SensitivityReport: FiledReport {
    /// The analysis of one result.
    public struct Part: Sendable {
        /// The scenario's id; empty for a table.
        public var scenario: String
        /// The measure's key or the column's heading, and what it is.
        public var output: String
        public var name: Text
        /// The unit in which the result is recorded; empty where it is not known.
        public var unit: String
        public var analysis: SensitivityAnalysis
        /// Points that were left out, as runs of theirs are missing.
        public var leftOut: Int

        public init(
            scenario: String = "", output: String, name: Text, unit: String = "", analysis: SensitivityAnalysis,
            leftOut: Int = 0
        ) {
            self.scenario = scenario
            self.output = output
            self.name = name
            self.unit = unit
            self.analysis = analysis
            self.leftOut = leftOut
        }
    }

    public static let page = "sensitivity.html"

    let title: Text
    let parts: [Part]
    /// What inputs mean, where that is known, by their names.
    let meanings: [String: Text]
    let program: String
    let command: String

    public init(title: Text, parts: [Part], meanings: [String: Text] = [:], program: String, command: String) {
        self.title = title
        self.parts = parts
        self.meanings = meanings
        self.program = program
        self.command = command
    }

    public var files: [String] { [SensitivityFile.name, Self.page] }

    /// The tables: lines that end with a line feed.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        SensitivityScreen(report: self, language: language).lines(style).map { $0 + "\n" }.joined()
    }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    public func write(to folder: String, language: Language) throws(ArchiveError) {
        try SensitivityFile.write(parts, to: folder)
        let page = try WholeFile(Self.page, in: folder)
        try page.append(Page({ SensitivityChapter(report: self, language: $0) }, language: language).source)
        try page.finish()
    }

    // MARK: Words

    static func heading(_ part: Part) -> Text {
        let size = part.analysis
        let runs = Text(
            en: "\(size.points) points, \(size.replicates) replicate\(size.replicates == 1 ? "" : "s")",
            zh: "\(size.points) 个点，\(size.replicates) 次重复")
        let left = Text(
            en: "; \(part.leftOut) points are left out, as runs are missing", zh: "；\(part.leftOut) 个点因缺少运行而略去")
        let who = part.scenario.isEmpty ? Text("") : Text(en: part.scenario + ": ", zh: part.scenario + "：")
        return who + part.name + Text(en: " (\(size.method.label.en); ", zh: "（\(size.method.label.zh)；") + runs
            + (part.leftOut > 0 ? left : Text("")) + Text(en: ")", zh: "）")
    }

    static let legend = Text(
        en:
            "Noise: what the index of an input that changes nothing would stay below, by chance between replicates alone (Morris, Sobol) or in a sample of "
            + "this size (PAWN), for all inputs together at 95 %. ~ marks an index that cannot be told from that. Without replicates "
            + "Morris and Sobol have no noise to be held against.",
        zh: "噪声：不起作用的输入仅凭重复间的偶然（Morris、Sobol）或此样本量（PAWN）所能达到的指数上限（全部输入合计 95%）。"
            + "~ 表示无法与噪声区分。没有重复时，Morris 与 Sobol 无噪声可比。")
}

extension SensitivityMethod {
    var label: Text {
        switch self {
        case .morris: Text(en: "Morris' elementary effects", zh: "Morris 基本效应")
        case .sobol: Text(en: "Sobol' indices", zh: "Sobol 指数")
        case .pawn: Text(en: "PAWN", zh: "PAWN")
        }
    }
}

extension SensitivityAnalysis.Kind {
    var label: Text {
        switch self {
        case .muStar: Text(en: "mu*", zh: "μ*")
        case .mu: Text(en: "mu", zh: "μ")
        case .sigma: Text(en: "sigma", zh: "σ")
        case .total: Text(en: "total", zh: "总效应")
        case .first: Text(en: "first", zh: "一阶")
        case .second: Text(en: "second", zh: "二阶")
        case .pawn: Text(en: "index", zh: "指数")
        }
    }
}

extension SensitivityAnalysis {
    /// Inputs, the most important first.
    var order: [Int] {
        let main = indices(.main(method))
        return main.indices.sorted { (-main[$0].value, $0) < (-main[$1].value, $1) }
    }

    /// Kinds that are shown for each input, in their order.
    var kinds: [Kind] {
        switch method {
        case .morris: [.muStar, .sigma, .mu]
        case .sobol: [.total, .first]
        case .pawn: [.pawn]
        }
    }

    /// How a number is shown: indices that are shares with three decimals, effects with as many as they need.
    func text(_ value: Double, minus: String = "-") -> String {
        let largest = method == .morris ? indices.map { abs($0.value) }.max() ?? 0 : 0
        let decimals = method == .morris ? min(6, NumberText.decimals(of: largest) + (largest < 0.1 ? 2 : 0)) : 3
        return NumberText.fixed(value, decimals: decimals, minus: minus) ?? "-"
    }
}

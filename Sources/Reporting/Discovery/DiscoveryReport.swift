public import Analysis
public import Archive
public import Governance

/// What scenario discovery found: on the screen, as CSV files and as a page.
public struct DiscoveryReport: FiledReport {
    public let discovery: Discovery
    let subject: Subject

    /// What was looked at, for the words around it.
    public struct Subject: Sendable {
        /// Of the sweep or the table.
        public var title: Text
        /// The rule by which cases are of interest.
        public var rule: String
        /// What the tree explains.
        public var measure: String
        public var program: String
        /// The command that gives the same again.
        public var command: [String]
        /// Cases without a value, left out.
        public var leftOut = 0

        public init(title: Text, rule: String, measure: String, program: String, command: [String]) {
            self.title = title
            self.rule = rule
            self.measure = measure
            self.program = program
            self.command = command
        }
    }

    public init(_ discovery: Discovery, of subject: Subject) {
        self.discovery = discovery
        self.subject = subject
    }

    public var files: [String] { ["trajectory.csv", "boxes.csv", "tree.csv", Page.name] }

    /// Boxes and the tree for a terminal; lines that end with a line feed.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        DiscoveryScreen(report: self, language: language).lines(style).map { $0 + "\n" }.joined()
    }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    public func write(to folder: String, language: Language) throws(ArchiveError) {
        for (name, text) in [
            ("trajectory.csv", trajectoryCSV), ("boxes.csv", boxesCSV), ("tree.csv", treeCSV),
            (Page.name, Page({ DiscoveryChapter(report: self, language: $0) }, language: language).source),
        ] {
            let file = try WholeFile(name, in: folder)
            try file.append(text)
            try file.finish()
        }
    }

    var table: CaseTable { discovery.table }

    // MARK: Words

    var headline: Text {
        let (all, own) = (NumberText.whole(table.count), NumberText.whole(discovery.interest))
        let share = Self.percent(discovery.density)
        let (left, few) = (subject.leftOut, NumberText.whole(subject.leftOut))
        return Text(
            en: "\(own) of \(all) cases (\(share)) are of interest: \(subject.rule)"
                + (left > 0 ? "; \(few) cases without a value are left out" : ""),
            zh: "\(all) 个样本中有 \(own) 个（\(share)）符合条件：\(subject.rule)" + (left > 0 ? "；\(few) 个样本无值，略去" : ""))
    }

    static func percent(_ share: Double) -> String {
        share.isFinite ? (NumberText.fixed(100 * share, decimals: 0) ?? "–") + " %" : "–"
    }

    /// A box in a sentence.
    func sentence(_ found: Discovery.FoundBox) -> Text {
        let step = found.final
        guard !step.box.restricted.isEmpty else {
            return Text(
                en: "No part of the space of inputs holds cases of interest more densely than the whole.",
                zh: "输入空间中没有任何部分比整体更密集地包含符合条件的样本。")
        }
        let conditions = step.box.restricted.map { condition($0, step.box) }
        let (own, all) = (NumberText.whole(step.interest), NumberText.whole(step.cases))
        let (density, coverage) = (Self.percent(step.density), Self.percent(step.coverage))
        return Text(
            en:
                "Where \(conditions.joined(separator: " and ")): \(own) of \(all) cases (\(density)) are of interest, which is "
                + "\(coverage) of all such cases.",
            zh: "当 \(conditions.joined(separator: " 且 "))：\(all) 个样本中 \(own) 个（\(density)）符合条件，占全部符合条件样本的 \(coverage)。")
    }

    /// What a box asks of an input.
    func condition(_ input: Int, _ box: Box) -> String {
        let id = table.inputs[input].id
        switch box.limits[input] {
        case .range(let low?, let high?): return "\(NumberText.short(low)) ≤ \(id) ≤ \(NumberText.short(high))"
        case .range(let low?, nil): return "\(id) ≥ \(NumberText.short(low))"
        case .range(nil, let high?): return "\(id) ≤ \(NumberText.short(high))"
        case .range: return id
        case .labels(let kept): return "\(id) = \(labels(kept, of: input))"
        }
    }

    func labels(_ kept: [Bool], of input: Int) -> String {
        guard case .words(_, let labels) = table.inputs[input].values else { return "" }
        return zip(labels, kept).compactMap { $1 ? $0 : nil }.joined(separator: " | ")
    }

    /// A question of the tree.
    func question(_ question: RegressionTree.Question) -> String {
        let id = table.inputs[question.input].id
        switch question {
        case .atMost(_, let limit): return "\(id) ≤ \(NumberText.short(limit))"
        case .among(let input, let labels): return "\(id) = \(self.labels(labels, of: input))"
        }
    }

    /// The share of interest in a node of the tree.
    func interest(_ node: RegressionTree.Node) -> Double {
        Double(node.cases.count { discovery.isOfInterest[$0] }) / Double(max(1, node.cases.count))
    }

    // MARK: Files

    private var trajectoryCSV: String {
        let inputs = table.inputs.flatMap { ["\($0.id).low", "\($0.id).high"] }
        var lines = [
            CSV.line(
                ["box", "step", "chosen", "cases", "interest", "coverage", "density", "mass", "restricted"] + inputs)
        ]
        for (number, found) in discovery.boxes.enumerated() {
            for (place, step) in found.trajectory.enumerated() {
                let head = [
                    "\(number + 1)", "\(place)", place == found.chosen ? "true" : "false", "\(step.cases)",
                    "\(step.interest)",
                ]
                let shares = [step.coverage, step.density, step.mass].map(CSV.number)
                lines.append(
                    CSV.line(
                        head + shares + ["\(step.box.restricted.count)"]
                            + step.box.limits.indices.flatMap { ends($0, step.box) }))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Both ends of what a box lets an input be: of words the labels, under the first.
    private func ends(_ input: Int, _ box: Box) -> [String] {
        switch box.limits[input] {
        case .range(let low, let high): [low.map(CSV.number) ?? "", high.map(CSV.number) ?? ""]
        case .labels(let kept): [kept.contains(false) ? labels(kept, of: input) : "", ""]
        }
    }

    private var boxesCSV: String {
        var lines = [
            "box,input,low,high,quasi_p_low,quasi_p_high,resampled,cases,interest,coverage,density,density_left_out,coverage_left_out"
        ]
        for (number, found) in discovery.boxes.enumerated() {
            let (step, again) = (found.final, found.reproducibility)
            for input in step.box.restricted {
                let quasi = found.quasiP[input]
                let numbers = [
                    quasi?.low ?? .nan, quasi?.high ?? .nan, again.shares[input],
                ].map(CSV.number)
                let held = ["\(step.cases)", "\(step.interest)"]
                let shares = [step.coverage, step.density, again.density, again.coverage].map(CSV.number)
                lines.append(
                    CSV.line(
                        ["\(number + 1)", table.inputs[input].id] + ends(input, step.box) + numbers + held + shares))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var treeCSV: String {
        var lines = ["node,parent,answer,cases,mean,interest,question"]
        func add(_ place: Int, parent: String, answer: String, _ tree: RegressionTree) {
            let node = tree.nodes[place]
            let words = tree.isLeaf(place) ? "" : node.question.map(question) ?? ""
            lines.append(
                CSV.line([
                    "\(place)", parent, answer, "\(node.cases.count)", CSV.number(node.mean),
                    CSV.number(interest(node)), words,
                ]))
            guard !tree.isLeaf(place) else { return }
            add(node.yes, parent: "\(place)", answer: "yes", tree)
            add(node.no, parent: "\(place)", answer: "no", tree)
        }
        if let tree = discovery.tree { add(0, parent: "", answer: "", tree) }
        return lines.map { $0 + "\n" }.joined()
    }
}

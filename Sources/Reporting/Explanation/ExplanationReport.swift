public import Analysis
public import Archive
public import Governance
public import Scenarios

/// Which switches make the difference between two scenarios: a table for the screen, CSV files and a page.
public struct ExplanationReport: FiledReport {
    /// What was explained, and by which runs.
    public struct Head: Sendable {
        public var first: (id: String, title: Text)
        public var second: (id: String, title: Text)
        public var place: Text
        public var months: Int
        public var replicates: Int
        /// Scenarios that were lived, and pairs of sampled orders; nil where every coalition was.
        public var scenarios: Int
        public var pairs: Int?
        public var seed: UInt64
        public var program: String
        /// The command that gives the same again.
        public var command: String

        public init(
            first: (id: String, title: Text), second: (id: String, title: Text), place: Text, months: Int,
            replicates: Int,
            scenarios: Int, pairs: Int?, seed: UInt64, program: String, command: String
        ) {
            self.first = first
            self.second = second
            self.place = place
            self.months = months
            self.replicates = replicates
            self.scenarios = scenarios
            self.pairs = pairs
            self.seed = seed
            self.program = program
            self.command = command
        }
    }

    let head: Head
    let switches: [Switch]
    let measures: [LeverShares]

    /// - Parameter measures: each with a share for every switch.
    public init(_ head: Head, switches: [Switch], measures: [LeverShares]) {
        self.head = head
        self.switches = switches
        self.measures = measures
    }

    /// The files that ``write(to:language:)`` writes.
    public var files: [String] {
        [SharesFile.name] + (isExact ? [InteractionsFile.name] : []) + [SwitchesFile.name, Page.name]
    }

    var isExact: Bool { head.pairs == nil }

    /// The table: lines that end with a line feed.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        ExplanationScreen(report: self, language: language).lines(style).map { $0 + "\n" }.joined()
    }

    /// Writes ``files``, each whole or not at all.
    ///
    /// - Parameter language: the one that the page shows first; it holds both.
    /// - Throws: ``ArchiveError`` `unwritable` or `full`.
    public func write(to folder: String, language: Language) throws(ArchiveError) {
        try SharesFile.write(self, to: folder)
        if isExact { try InteractionsFile.write(self, to: folder) }
        try SwitchesFile.write(switches, to: folder)
        let page = try WholeFile(Page.name, in: folder)
        try page.append(Page({ ExplanationChapter(report: self, language: $0) }, language: language).source)
        try page.finish()
    }

    /// The switches of a measure, the largest share first.
    func order(_ shares: LeverShares) -> [Int] {
        switches.indices.sorted {
            (-abs(shares.shares[$0].estimate.mean), $0) < (-abs(shares.shares[$1].estimate.mean), $1)
        }
    }

    /// Pairs of switches whose interaction is clearly not 0, the strongest first.
    func interactions(_ shares: LeverShares) -> [(first: Int, second: Int, estimate: Estimate)] {
        var found: [(first: Int, second: Int, estimate: Estimate)] = []
        for i in switches.indices {
            for j in switches.indices where j > i {
                guard let estimate = shares.interaction(i, j), estimate.excludesZero else { continue }
                found.append((i, j, estimate))
            }
        }
        return found.sorted { abs($0.estimate.mean) > abs($1.estimate.mean) }
    }

    // MARK: Words

    func name(_ shares: LeverShares, in language: Language) -> String {
        let measure = shares.measure
        let what = measure.observable.meaning[language]
        guard let months = measure.months(of: head.months) else { return what }
        let (low, high) = (months.lowerBound, months.upperBound)
        return low == high
            ? Text(en: "\(what), in month \(low)", zh: "\(what)（第 \(low) 个月）")[language]
            : Text(en: "\(what), mean of months \(low) to \(high)", zh: "\(what)（第 \(low) 至 \(high) 个月均值）")[language]
    }

    /// How the numbers of a measure are shown: its values, and its shares.
    func quantity(_ shares: LeverShares, in language: Language) -> Quantity {
        let halves = ([shares.difference] + shares.shares.map(\.estimate)).compactMap { estimate in
            estimate.interval.map { ($0.upperBound - $0.lowerBound) / 2 }
        }
        return Quantity(
            unit: shares.measure.observable.unit, in: language, showing: [shares.first.mean, shares.second.mean],
            steps: halves.sorted().dropFirst(halves.count / 2))
    }

    var way: Text {
        guard let pairs = head.pairs else {
            return Text(
                en:
                    "\(switches.count) switches, all \(head.scenarios) scenarios between the two, \(head.replicates) replicates each, seed \(head.seed)",
                zh: "\(switches.count) 个开关，两者之间全部 \(head.scenarios) 个情景，各 \(head.replicates) 次重复，随机种子 \(head.seed)")
        }
        return Text(
            en:
                "\(switches.count) switches, \(pairs) antithetic pairs of sampled orders (\(head.scenarios) scenarios), \(head.replicates) replicates "
                + "each, seed \(head.seed)",
            zh:
                "\(switches.count) 个开关，\(pairs) 对正反抽样次序（\(head.scenarios) 个情景），各 \(head.replicates) 次重复，随机种子 \(head.seed)"
        )
    }

    var legend: Text {
        Text(
            en:
                "Share: the Shapley value, what turning a switch from the first scenario to the second changes, as a mean over all orders in which "
                + "switches can be turned; shares sum to the difference. Alone: turned first, all else as in the first. Last: turned when all else is as in "
                + "the second. A star: the 95 % interval over replicates leaves 0 out.",
            zh: "份额：Shapley 值，即把一个开关由前一情景切换到后一情景所带来的改变，对所有切换次序取平均；各份额之和等于差值。"
                + "单独：最先切换（其余同前一情景）。最后：其余均已同后一情景时切换。星号：重复间的 95% 区间不含 0。")
    }
}

/// All that one run leaves: the series of one replicate of one scenario, and its money.
public struct RunRecord: Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// The number of the design's point, from 1; 0 for the scenario as its files tell it.
    public var point: Int
    /// 1 and up.
    public var replicate: Int
    /// Months that were lived.
    public var months: Int
    /// Months whose values are in it, from 1, rising.
    public var kept: [Int]
    /// Wall time of the run in seconds; not part of the content.
    public var seconds: Double
    /// Whole-world values, kept month after kept month, each in the order of the observables; NaN where undefined.
    public var world: [Double]
    /// Values by community, kept month after kept month, in each community after community; empty unless asked for.
    public var communities: [Double]
    /// How communities stand at the end, community after community and then the whole, each in the order of
    /// ``Governance/Standing/measures``; empty in runs that archives of layout 1 keep.
    public var standing: [Double]
    /// Whether transfers were to be recorded.
    public var hasMoney: Bool
    /// Transfers of all months, sorted by month, payer, payee and purpose.
    public var money: [MoneyRow]

    /// - Parameter kept: the months whose values are given; all where nil.
    public init(
        scenario: String, point: Int = 0, replicate: Int, months: Int, kept: [Int]? = nil, seconds: Double,
        world: [Double], communities: [Double] = [], standing: [Double] = [], hasMoney: Bool = true,
        money: [MoneyRow]
    ) {
        self.scenario = scenario
        self.point = point
        self.replicate = replicate
        self.months = months
        self.kept = kept ?? Array(1..<months + 1)
        self.seconds = seconds
        self.world = world
        self.communities = communities
        self.standing = standing
        self.hasMoney = hasMoney
        self.money = money
    }

    /// Where it stands among the runs of its archive.
    public var address: RunAddress { RunAddress(scenario: scenario, point: point, replicate: replicate) }

    /// Whether the values of every month are in it.
    public var isWhole: Bool { kept.count == months }

    /// Transfers of one month from one account to another for one purpose, summed.
    public struct MoneyRow: Sendable, Equatable, Codable {
        public var month: Int
        public var from: String
        public var to: String
        public var purpose: String
        /// 1/100 yuan.
        public var fen: Int64

        public init(month: Int, from: String, to: String, purpose: String, fen: Int64) {
            self.month = month
            self.from = from
            self.to = to
            self.purpose = purpose
            self.fen = fen
        }
    }

    /// Zeros lose their sign and undefined values their payload, as SQLite keeps neither: what is read back is equal.
    static func canonical(_ value: Double) -> Double { value.isNaN ? .nan : value + 0 }

    /// SHA-256 of the content, in hexadecimal: found again when the archive is opened, or the run is damaged.
    var checksum: String {
        let digest = Digest()
        func add(_ values: [Double]) {
            let words = values.map { Self.canonical($0).bitPattern.littleEndian }
            words.withUnsafeBytes { digest.update($0) }
        }
        if !isWhole { add(kept.map(Double.init)) }
        add(world)
        add(communities)
        add(standing)
        for row in money {
            let line = "\(row.month)\u{0}\(row.from)\u{0}\(row.to)\u{0}\(row.purpose)\u{0}\(row.fen)\n"
            Array(line.utf8).withUnsafeBytes { digest.update($0) }
        }
        return digest.finish()
    }
}

/// Which run of an archive is meant.
public struct RunAddress: Sendable, Hashable {
    /// The scenario's id.
    public var scenario: String
    /// The number of the design's point, from 1; 0 for the scenario as its files tell it.
    public var point: Int
    /// 1 and up.
    public var replicate: Int

    public init(scenario: String, point: Int = 0, replicate: Int) {
        self.scenario = scenario
        self.point = point
        self.replicate = replicate
    }
}

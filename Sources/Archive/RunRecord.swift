/// All that one run leaves: the series of one replicate of one scenario, and its money.
public struct RunRecord: Sendable, Equatable {
    /// The scenario's id.
    public var scenario: String
    /// 1 and up.
    public var replicate: Int
    public var months: Int
    /// Wall time of the run in seconds; not part of the content.
    public var seconds: Double
    /// Whole-world values, month after month, each month in the order of the observables; NaN where undefined.
    public var world: [Double]
    /// Values by community, month after month, in each month community after community; empty unless asked for.
    public var communities: [Double]
    /// How communities stand at the end, community after community and then the whole, each in the order of
    /// ``Governance/Standing/measures``; empty in runs that archives of layout 1 keep.
    public var standing: [Double]
    /// Transfers, sorted by month, payer, payee and purpose.
    public var money: [MoneyRow]

    public init(
        scenario: String, replicate: Int, months: Int, seconds: Double, world: [Double], communities: [Double] = [],
        standing: [Double] = [], money: [MoneyRow]
    ) {
        self.scenario = scenario
        self.replicate = replicate
        self.months = months
        self.seconds = seconds
        self.world = world
        self.communities = communities
        self.standing = standing
        self.money = money
    }

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

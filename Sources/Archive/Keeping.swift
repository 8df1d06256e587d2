/// What is kept of a run: more takes more room, not more time.
public struct Keeping: Sendable, Equatable, Codable {
    /// Months whose values are kept; how communities stand at the end is kept always.
    public var months: Months
    /// Also keep every transfer of money.
    public var money: Bool
    /// Also keep values by community.
    public var communities: Bool

    public init(months: Months = .all, money: Bool = true, communities: Bool = false) {
        self.months = months
        self.money = money
        self.communities = communities
    }

    /// Months of a run, counted from 1.
    public enum Months: Sendable, Equatable, Codable {
        case all
        case final
        /// Rising; those after the end of a run are left out, and so is nothing else.
        case chosen([Int])
    }

    /// The months kept of a run of that length, rising.
    public func months(of length: Int) -> [Int] {
        switch months {
        case .all: Array(1..<length + 1)
        case .final: [length]
        case .chosen(let months): months.filter { (1...max(1, length)).contains($0) }
        }
    }

    /// Whether a month of a run of that length is kept.
    public func keeps(_ month: Int, of length: Int) -> Bool {
        switch months {
        case .all: true
        case .final: month == length
        case .chosen(let months): months.contains(month)
        }
    }

    /// Whether a run of that length of which `kept` months were kept has all that is asked for here.
    func isCovered(months length: Int, kept: [Int], money hasMoney: Bool, communities hasCommunities: Bool) -> Bool {
        (hasMoney || !money) && (hasCommunities || !communities)
            && (kept.count == length || Set(kept).isSuperset(of: months(of: length)))
    }

    /// How the kept months stand in the table of runs: empty for all, else the numbers with commas between.
    static func text(_ kept: [Int], of length: Int) -> String {
        kept.count == length ? "" : kept.map(String.init).joined(separator: ",")
    }

    /// Months that any run can have.
    static let lengths = 0...10_000

    /// A run's months as they stand in a table.
    ///
    /// - Throws: ``ArchiveError`` `damaged`, before anything is laid out for as many.
    static func length(_ months: Int) throws -> Int {
        guard lengths.contains(months) else {
            throw ArchiveError.damaged(path: "results.sqlite", reason: "a run of \(months) months")
        }
        return months
    }

    static func months(_ text: String, of length: Int) -> [Int] {
        text.isEmpty ? Array(1..<length + 1) : text.split(separator: ",").compactMap { Int($0) }
    }
}

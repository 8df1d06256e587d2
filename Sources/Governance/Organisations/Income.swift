/// From whom a social organisation has its money, as far as it matters to whom it listens.
enum Payer: Int, CaseIterable, Sendable {
    case city, district, street, donors, residents

    /// The payer behind an outside account; nil where the account pays nobody.
    init?(account: String) {
        switch account {
        case Account.cityBudget: self = .city
        case Account.districtBudget: self = .district
        case Account.streetBudget: self = .street
        case Account.donors: self = .donors
        default: return nil
        }
    }

    var isGovernment: Bool { self == .city || self == .district || self == .street }
}

/// What an organisation earned in the last twelve months, by payer.
struct Income: Sendable, Equatable, Codable {
    /// Fen by payer, this month first, twelve months at most.
    private var months: [[Double]] = []

    static let span = 12

    /// Nothing earned in that many months.
    init(idle months: Int = 0) { for _ in 0..<min(months, Self.span) { beginMonth() } }

    mutating func beginMonth() {
        months.insert([Double](repeating: 0, count: Payer.allCases.count), at: 0)
        if months.count > Self.span { months.removeLast() }
    }

    /// Adds to this month.
    mutating func note(_ payer: Payer, _ fen: Double) {
        if months.isEmpty { beginMonth() }
        months[0][payer.rawValue] += fen
    }

    func total(_ payer: Payer) -> Double { months.reduce(0) { $0 + $1[payer.rawValue] } }

    /// Share of the money of twelve months that came from the largest government payer; 0 without any money.
    var dependence: Double {
        let sums = Payer.allCases.map { total($0) }
        let all = sums.reduce(0, +)
        let largest = Payer.allCases.filter(\.isGovernment).map { sums[$0.rawValue] }.max() ?? 0
        return all > 0 ? largest / all : 0
    }
}

/// What a social organisation earned in a community by a fund line's money.
struct Earning: Sendable, Codable {
    /// Its place in the scenario.
    let organisation: Int
    let source: Source
    let fen: Int64

    enum Source: Sendable, Codable {
        /// A grant out of that fund's account.
        case grant(fund: String)
        /// Residents who chose it.
        case vouchers
    }
}

extension Earning.Source: Packed {
    /// The fund's account; none for vouchers.
    func pack(_ writer: SnapshotWriter) throws {
        switch self {
        case .grant(let fund): try Optional(fund).pack(writer)
        case .vouchers: try String?.none.pack(writer)
        }
    }

    static func unpack(_ reader: SnapshotReader) throws -> Self {
        try String?.unpack(reader).map { .grant(fund: $0) } ?? .vouchers
    }
}

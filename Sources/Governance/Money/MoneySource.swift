/// Who pays for what is done in a community, as observables tell it.
enum MoneySource: Int, CaseIterable, Sendable {
    case city, district, street, donors
    /// Partners of a coordinating body, and employers.
    case partners
    case residents

    var label: Text {
        switch self {
        case .city: Text(en: "the city's budget", zh: "市级财政")
        case .district: Text(en: "the district's budget", zh: "区级财政")
        case .street: Text(en: "the street's budget", zh: "街道财政")
        case .donors: Text(en: "donors", zh: "捐赠方")
        case .partners: Text(en: "partners and employers", zh: "合作伙伴与用人单位")
        case .residents: Text(en: "residents", zh: "居民")
        }
    }

    init?(account: String) {
        switch account {
        case Account.cityBudget: self = .city
        case Account.districtBudget: self = .district
        case Account.streetBudget: self = .street
        case Account.donors: self = .donors
        case Account.partners, Account.employers: self = .partners
        case Account.households: self = .residents
        default: return nil
        }
    }
}

/// Fen by who paid them.
struct PaidBy: Sendable, Equatable, Codable {
    private var fen = SIMD8<Int64>()

    subscript(source: MoneySource) -> Int64 { fen[source.rawValue] }

    var total: Int64 { MoneySource.allCases.reduce(0) { $0 + self[$1] } }

    mutating func add(_ other: PaidBy) { fen &+= other.fen }

    /// Adds what an outside account paid.
    mutating func note(_ account: String, _ paid: Int64) {
        if let source = MoneySource(account: account) { fen[source.rawValue] += paid }
    }

    /// Adds what a fund paid, in the parts in which it was last filled; the last part is what rounding leaves.
    mutating func note(_ payments: [FundPayment], _ paid: Int64) {
        let all = payments.reduce(0) { $0 + Double($1.fen) }
        guard all > 0 else { return }
        var left = paid
        for (place, payment) in payments.enumerated() {
            let part = Int64((Double(paid) * Double(payment.fen) / all).rounded())
            let own = place == payments.count - 1 ? left : min(left, part)
            note(payment.account, own)
            left -= own
        }
    }
}

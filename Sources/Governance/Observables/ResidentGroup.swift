/// Residents that observables tell apart. A resident is in several.
enum ResidentGroup: Int, CaseIterable, Sendable {
    case all, young, middle, old, owner, tenant, resettled, migrant, vulnerable

    /// As keys of observables have it.
    var name: String { String(describing: self) }

    var label: Text {
        switch self {
        case .all: Text(en: "residents", zh: "居民")
        case .young: Text(en: "residents of 16-29", zh: "16-29 岁居民")
        case .middle: Text(en: "residents of 30-59", zh: "30-59 岁居民")
        case .old: Text(en: "residents of 60 and older", zh: "60 岁及以上居民")
        case .owner: Text(en: "owners", zh: "业主")
        case .tenant: Text(en: "tenants", zh: "租户")
        case .resettled: Text(en: "resettled residents", zh: "回迁居民")
        case .migrant: Text(en: "migrants", zh: "外来居民")
        case .vulnerable: Text(en: "vulnerable residents", zh: "弱势居民")
        }
    }

    func includes(_ traits: Traits) -> Bool {
        switch self {
        case .all: true
        case .young: traits.age == .young
        case .middle: traits.age == .middle
        case .old: traits.age == .old
        case .owner: traits.tenure == .owner
        case .tenant: traits.tenure == .tenant
        case .resettled: traits.tenure == .resettled
        case .migrant: traits.isMigrant
        case .vulnerable: traits.isVulnerable
        }
    }
}

/// How many residents of each group are at each rung.
struct RungCensus: Sendable, Equatable, Codable {
    /// By rung and, within it, group.
    private var counts = [UInt32](repeating: 0, count: rungs * groups)

    private static let rungs = 5
    private static let groups = ResidentGroup.allCases.count
    /// Of a table of residents by rung and traits: place rung x 256 + traits.
    static let cells = rungs * 256

    init() {}

    /// - Parameter table: ``cells`` counts.
    init(_ table: UnsafePointer<UInt32>) {
        Self.members.withUnsafeBufferPointer { members in
            for rung in 0..<Self.rungs {
                var sum = SIMD16<UInt32>()
                for bits in 0..<256 {
                    let count = table[rung * 256 + bits]
                    // Few of the 256 occur.
                    if count > 0 { sum &+= members[bits] &* count }
                }
                for group in 0..<Self.groups { counts[rung * Self.groups + group] = sum[group] }
            }
        }
    }

    /// By traits: 1 for each group to which they belong.
    private static let members: [SIMD16<UInt32>] = (UInt8.min...UInt8.max).map { bits in
        var places = SIMD16<UInt32>()
        for group in ResidentGroup.allCases where group.includes(Traits(rawValue: bits)) { places[group.rawValue] = 1 }
        return places
    }

    /// Residents of a group from one rung to another.
    func count(_ group: ResidentGroup, from first: Int = 0, to last: Int = 4) -> Int {
        (first...last).reduce(0) { $0 + Int(counts[$1 * Self.groups + group.rawValue]) }
    }

    mutating func add(_ other: RungCensus) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// Whether it is of the right shape: what is read from files need not be.
    var isSound: Bool { counts.count == Self.rungs * Self.groups }
}

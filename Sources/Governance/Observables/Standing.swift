/// How communities stand over the last months of a run, so that a comparison can tell who wins and who loses: means by
/// community, by domain and by group of residents.
///
/// Means are over residents and months; money is what projects were granted, partners' part included, for each resident
/// and year. With months m, residents i of the community or the group, and need n:
///
///     need = sum_m sum_i mean_k n_ikm / sum_m residents
///     voice = sum_m residents at rung 3 or higher / sum_m residents
///     money = 12 x sum_m grants / sum_m residents
public struct Standing: Sendable, Equatable, Codable {
    /// Months that are counted: the last year of a run, in which every yearly line has been decided once.
    public static let span = 12

    /// A number that is kept of each community and of the whole.
    public struct Measure: Sendable, Equatable {
        /// What stands before the name of a group or domain: `need`, `voice` or `money`.
        public let subject: Subject
        /// Whom or what it is about.
        public let part: Part

        /// The name in files, such as `need.old`.
        public var key: String { part.name.isEmpty ? subject.rawValue : subject.rawValue + "." + part.name }
    }

    /// What is measured.
    public enum Subject: String, Named {
        case need, voice, money

        public var label: Text {
            switch self {
            case .need: Text(en: "unmet need", zh: "未满足需求")
            case .voice: Text(en: "residents who co-decide", zh: "共同决策的居民")
            case .money: Text(en: "money granted a resident and year", zh: "人均年资助额")
            }
        }

        public var unit: String { self == .money ? "yuan" : "share" }
        /// Whether those win who have more of it.
        public var isGood: Bool { self != .need }
    }

    /// Residents that are told apart.
    public enum Group: String, Named {
        case old, tenants, vulnerable

        public var label: Text {
            switch self {
            case .old: Text(en: "people of 60 and older", zh: "60 岁及以上居民")
            case .tenants: Text(en: "tenants", zh: "租户")
            case .vulnerable: Text(en: "the vulnerable", zh: "弱势居民")
            }
        }

        /// As the tally counts them.
        var counted: ResidentGroup {
            switch self {
            case .old: .old
            case .tenants: .tenant
            case .vulnerable: .vulnerable
            }
        }
    }

    /// All residents, a group of them, or a domain.
    public enum Part: Sendable, Hashable {
        case everyone
        case group(Group)
        case domain(Domain)

        var name: String {
            switch self {
            case .everyone: ""
            case .group(let group): group.rawValue
            case .domain(let domain): domain.rawValue
            }
        }

        public var label: Text {
            switch self {
            case .everyone: Text(en: "everyone", zh: "全体居民")
            case .group(let group): group.label
            case .domain(let domain): domain.label
            }
        }
    }

    /// All measures, in the order of columns.
    public static let measures: [Measure] =
        Subject.allCases.map { Measure(subject: $0, part: .everyone) }
        + Group.allCases.flatMap { group in
            [Subject.need, .voice].map { Measure(subject: $0, part: .group(group)) }
        }
        + Domain.allCases.flatMap { domain in
            [Subject.need, .money].map { Measure(subject: $0, part: .domain(domain)) }
        }

    private var sums: [Sums]

    /// Nothing counted yet.
    public init(communities: Int) { sums = Array(repeating: Sums(), count: communities) }

    /// Standings of communities that follow one another, as one.
    init(_ parts: [Standing]) { sums = parts.flatMap(\.sums) }

    /// Communities that it counts.
    public var communityCount: Int { sums.count }

    /// Counts the month that the world has just lived.
    public mutating func add(_ world: World) {
        let month = UInt32(world.specification.burnIn + world.monthsDone)
        for (place, community) in world.communities.enumerated() { sums[place].add(community, month: month) }
    }

    /// The measures of each community in the world's order, and at the end those of the whole; NaN where there is nobody.
    public var values: [Double] {
        let whole = sums.reduce(into: Sums()) { $0.add($1) }
        return (sums + [whole]).flatMap { sum in Self.measures.map { sum.value($0) } }
    }
}

/// What is summed over months.
private struct Sums: Sendable, Equatable, Codable {
    /// Everyone, then the groups.
    var residents = [Double](repeating: 0, count: 1 + Standing.Group.allCases.count)
    var need = [Double](repeating: 0, count: 1 + Standing.Group.allCases.count)
    var voice = [Double](repeating: 0, count: 1 + Standing.Group.allCases.count)
    var needByDomain = SIMD8<Double>()
    /// Fen.
    var moneyByDomain = SIMD8<Double>()

    mutating func add(_ community: Community, month: UInt32) {
        let block = community.residents
        // Sums of need by traits, of which groups are made.
        var needByTraits = [Double](repeating: 0, count: 256)
        needByTraits.withUnsafeMutableBufferPointer { sums in
            for i in 0..<block.count { sums[Int(block.traits[i])] += Double(block.need[i].treeSum) }
        }
        let rungs = community.tally.rungs
        for (place, group) in Self.groups.enumerated() {
            residents[place] += Double(rungs.count(group))
            voice[place] += Double(rungs.count(group, from: 3))
        }
        for (bits, places) in Self.members.enumerated() {
            for place in places { need[place] += needByTraits[bits] / Double(Domain.count) }
        }
        needByDomain += community.tally.need
        for project in community.projects where project.started == month {
            moneyByDomain[project.domain.index] += Double(project.grant)
        }
    }

    /// Everyone, then the groups.
    private static let groups = [.all] + Standing.Group.allCases.map(\.counted)

    /// Places of the groups to which residents of those traits belong.
    private static let members: [[Int]] = (UInt8.min...UInt8.max).map { bits in
        groups.indices.filter { groups[$0].includes(Traits(rawValue: bits)) }
    }

    mutating func add(_ other: Sums) {
        for place in residents.indices {
            residents[place] += other.residents[place]
            need[place] += other.need[place]
            voice[place] += other.voice[place]
        }
        needByDomain += other.needByDomain
        moneyByDomain += other.moneyByDomain
    }

    func value(_ measure: Standing.Measure) -> Double {
        switch measure.part {
        case .everyone where measure.subject == .money: money(moneyByDomain.sum())
        case .everyone: share(measure.subject, 0)
        case .group(let group): share(measure.subject, 1 + (Standing.Group.allCases.firstIndex(of: group) ?? 0))
        case .domain(let domain) where measure.subject == .money: money(moneyByDomain[domain.index])
        case .domain(let domain): residents[0] > 0 ? needByDomain[domain.index] / residents[0] : .nan
        }
    }

    private func share(_ subject: Standing.Subject, _ place: Int) -> Double {
        guard residents[place] > 0 else { return .nan }
        return (subject == .need ? need[place] : voice[place]) / residents[place]
    }

    /// Yuan a resident and year; residents were counted once a month.
    private func money(_ fen: Double) -> Double {
        residents[0] > 0 ? fen / 100 / residents[0] * 12 : .nan
    }
}

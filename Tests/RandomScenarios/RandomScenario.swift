import Governance

/// A valid scenario of which everything is drawn: the one generator of the tests of properties.
///
/// It is told as a file, so that whoever lives it has gone through the reader, and every key of the format stands in it now and then.
/// The same number gives the same scenario for good.
public struct RandomScenario: Sendable {
    /// Its number, by which it can be made again.
    public let number: Int
    /// What stands in its file.
    public var draft: Draft

    let dice: Dice
    let start: YearMonth
    public let months: Int
    public let burnIn: Int
    let communities: [String]
    let streets: [String]
    /// Groups that some community is in for good.
    let groups: [String]
    let hasRollout: Bool

    public init(_ number: Int) {
        self.number = number
        dice = Dice(number: number)
        start = YearMonth(year: dice.integer("start.year", 1995...2030), month: dice.integer("start.month", 1...12))
        months = dice.integer("months", 4...7)
        burnIn = dice.chance("burnIn is there", 0.9) ? dice.integer("burnIn", 0...2) : 0
        let names = ["maple", "pine", "cedar", "elm", "oak", "birch"]
        communities = Array(dice.shuffled("communities", names).prefix(dice.integer("communities", 1...6)))
        streets = Array(dice.shuffled("streets", ["north", "south", "west"]).prefix(dice.integer("streets", 1...3)))
        groups = ["first", "drawn"]
        hasRollout = dice.chance("rollout")
        draft = .mapping([])
        draft = whole
    }

    /// The file.
    public var yaml: String { draft.yaml }

    /// A mapping of a file's first level or of a list there, whose numbers are all covered.
    static func covered(_ entries: Entries, _ more: Entries = []) -> Draft {
        mapping(entries, more.adding("assumed", .words("drawn at random")))
    }

    /// A mapping of what is there.
    static func mapping(_ entries: Entries, _ more: Entries = []) -> Draft {
        var whole = entries
        whole.append(contentsOf: more)
        return .mapping(whole.compactMap { key, value in value.map { Draft.Entry(key, $0) } })
    }

    /// A value that may stand in a file or be missing.
    func maybe(_ key: String, often probability: Double = 0.5, _ value: @autoclosure () -> Draft) -> Draft? {
        dice.chance(key + " is there", probability) ? value() : nil
    }

    func list(_ key: String, _ range: ClosedRange<Int>, _ item: (String, Int) -> Draft) -> [Draft] {
        (0..<dice.integer(key + " count", range)).map { item("\(key).\($0)", $0) }
    }

    func share(_ key: String) -> Draft { .number(dice.number(key, 0...1)) }

    func flag(_ key: String) -> Draft { .flag(dice.chance(key)) }

    func choice<Names: Named>(_ key: String, _ names: Names.Type) -> Draft {
        .plain(dice.choice(key, Array(Names.allCases)).rawValue)
    }

    func shares<Names: Named>(_ key: String, of names: Names.Type) -> Draft {
        Self.mapping(zip(Names.allCases, dice.shares(key, Names.allCases.count)).map { ($0.rawValue, .number($1)) })
    }

    /// Yuan and fen; now and then nothing, or as much as the format takes.
    func yuan(_ key: String, upTo most: Int) -> Draft {
        if dice.chance(key + " is all", 0.004) { return .plain("999999999999.99") }
        if dice.chance(key + " is nothing", 0.06) { return .integer(0) }
        let (whole, fen) = (dice.integer(key, 0...most), dice.integer(key + " fen", 0...99))
        return .plain(fen < 10 ? "\(whole)" : "\(whole).\(fen)")
    }

    func date(_ key: String, _ range: ClosedRange<Int>) -> Draft { .plain("\(start + dice.integer(key, range))") }

    /// The first and last months of what is there for a time.
    func term(_ key: String) -> Entries {
        let first = dice.integer(key + ".from", -burnIn...(months - 1))
        return [
            ("from", maybe(key + ".from", .plain("\(start + first)"))),
            (
                "until",
                maybe(key + ".until", often: 0.3, .plain("\(start + first + dice.integer(key + ".until", 0...12))"))
            ),
        ]
    }

    /// All communities, those of a group that stays, or some by name.
    func selection(_ key: String) -> Draft {
        switch dice.integer(key + " kind", 0...9) {
        case 0...4: .plain("all")
        case 5...6: Self.mapping([("group", .plain(dice.choice(key, groups)))])
        default: .names(dice.some(key, of: communities))
        }
    }

    private var whole: Draft {
        var entries: Entries = [
            ("id", .plain("random-\(number)")), ("title", .both("random \(number)")), ("summary", .both("drawn")),
            ("sources", .list([.words("drawn at random")])), ("facts", maybe("facts", .names(["F01"]))),
            ("claims", maybe("claims", .names(["C01"]))), ("period", period), ("people", people),
            ("committees", committees), ("publicService", publicService), ("district", district),
            ("groups", .list([drawnGroup])),
            ("organisations", .list(list("organisations", 0...3, organisation))),
            ("funds", .list(list("funds", 0...5, fund))), ("firms", .list(list("firms", 0...2, firm))),
            ("institutions", institutions("institutions")), ("events", .list(events)),
            ("variation", maybe("variation", variation)), ("rollout", hasRollout ? rollout : nil),
            ("branches", maybe("branches", often: 0.2, .list([branch]))),
        ]
        if dice.chance("parameters") {
            entries.append(("experimental", .words("to find what breaks")))
            entries.append(("parameters", parameters))
        }
        return Self.mapping(entries)
    }

    private var period: Draft {
        Self.covered([
            ("start", .plain("\(start)")), ("months", .integer(months)),
            ("burnIn", maybe("burnIn", often: 0.9, .integer(burnIn))),
        ])
    }

    private var drawnGroup: Draft {
        let entries: Entries = [
            ("id", .plain("drawn")), ("from", maybe("group.from", .number(0))), ("to", maybe("group.to", .number(0.5))),
        ]
        return Self.covered(entries)
    }
}

/// Keys and what stands under them, if anything does.
typealias Entries = [(String, Draft?)]

extension Entries {
    func adding(_ key: String, _ value: Draft?) -> Entries {
        var more = self
        more.append((key, value))
        return more
    }
}

/// A jury decides, its seats filled by lot within quotas.
///
/// Voters are divided by one grouping (committee, coordinators, residents; or sex, age, district). Each group has a
/// quota of seats: the given one, or the one in proportion to its size by largest remainders. Within each group jurors
/// are drawn by a lottery that the seed decides; voters whose group is not known are a group of their own. The jurors'
/// ballots are then counted, most votes first.
/// Source: Lu's account of the yearly proposal contest (jury of committee, coordinators and residents); Hamilton's method
/// for the seats.
public struct Jury: FundingRule, Equatable {
    /// How many jurors, at least 1; where there are fewer voters, all of them. Not looked at where there are quotas.
    public var seats: Int
    /// The name of the grouping; nil for a jury without quotas.
    public var grouping: String?
    /// Seats by the group's label; empty for seats in proportion to size.
    public var quotas: [String: Int]
    /// Of the lottery.
    public var seed: UInt64

    public init(seats: Int = 15, grouping: String? = nil, quotas: [String: Int] = [:], seed: UInt64 = 1) {
        self.seats = seats
        self.grouping = grouping
        self.quotas = quotas
        self.seed = seed
    }

    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        var small = election
        small.ballots = election.ballots.only(try jurors(election))
        var outcome = try UtilitarianGreedy().fund(small, ties: ties)
        outcome.scoreMeaning = Text(en: "jurors' votes or points", zh: "评审团的票数或点数")
        return outcome
    }

    /// The places of the voters who sit on the jury, ascending.
    /// - Throws: ``AllocationError`` for a grouping that the election does not have, or quotas that cannot be filled.
    public func jurors(_ election: Election) throws(AllocationError) -> [Int] {
        guard seats > 0 else {
            throw .outOfRange(of: Text(en: "the number of seats", zh: "席位数"), found: "\(seats)", allowed: "1...")
        }
        let groups = try groups(election)
        let sizes = groups.map(\.voters.count)
        let filled = quotas.isEmpty ? Self.apportion(seats, over: sizes) : try given(groups)
        return zip(groups, filled).flatMap { group, seats in
            Self.drawn(seats, byLot: group.voters.map { lot("\($0)", seed: seed) }).map { group.voters[$0] }
        }.sorted()
    }

    /// The places of those whose lots are the smallest, as many as there are seats; of equal lots the first.
    public static func drawn(_ seats: Int, byLot lots: [UInt64]) -> [Int] {
        Array(lots.indices.sorted { (lots[$0], $0) < (lots[$1], $1) }.prefix(max(0, seats)))
    }

    private typealias Group = (label: String, voters: [Int])

    private func groups(_ election: Election) throws(AllocationError) -> [Group] {
        let everyone = Array(0..<election.ballots.count)
        guard let grouping else { return [("", everyone)] }
        guard let found = election.groupings.first(where: { $0.name == grouping }) else {
            let names = election.groupings.map(\.name).joined(separator: ", ")
            throw .missing(
                rule: Self.description.name,
                needs: Text(
                    en: "a grouping of voters; “\(grouping)” is none of: \(names)",
                    zh: "投票人分组；“\(grouping)”不在其中：\(names)"))
        }
        var groups: [Group] = (found.labels + [""]).map { ($0, []) }
        for voter in everyone {
            let member = voter < found.members.count ? Int(found.members[voter]) : -1
            groups[member >= 0 ? member : found.labels.count].voters.append(voter)
        }
        return groups
    }

    private func given(_ groups: [Group]) throws(AllocationError) -> [Int] {
        for (label, seats) in quotas.sorted(by: { $0.key < $1.key }) {
            let size = groups.first { $0.label == label }?.voters.count ?? 0
            guard (0...size).contains(seats) else {
                throw .outOfRange(
                    of: Text(en: "the quota of “\(label)”", zh: "“\(label)”的席位"), found: "\(seats)",
                    allowed: "0...\(size)")
            }
        }
        return groups.map { quotas[$0.label] ?? 0 }
    }

    /// Seats in proportion to size by largest remainders; of equal remainders the first, and never more than members.
    static func apportion(_ seats: Int, over sizes: [Int]) -> [Int] {
        let all = sizes.reduce(0, +)
        guard seats < all else { return sizes }
        var filled = sizes.map { seats * $0 / all }
        let byRemainder = sizes.indices.sorted {
            let (a, b) = (seats * sizes[$0] % all, seats * sizes[$1] % all)
            return a != b ? a > b : $0 < $1
        }
        for place in byRemainder.prefix(seats - filled.reduce(0, +)) { filled[place] += 1 }
        return filled
    }

    public static let description = RuleDescription(
        id: "jury", name: Text(en: "jury with quotas", zh: "按名额组成的评审团"),
        meaning: Text(
            en:
                "Jurors are drawn by lot, each group of voters having its seats; their ballots are counted, most votes first.",
            zh: "按各组名额抽签产生评审员，只计评审员的选票，得票优先。"),
        parameters: [
            RuleParameter(
                id: "seats", allowed: .whole(from: 1), usual: Text(en: "15", zh: "15"),
                meaning: Text(en: "jurors", zh: "评审员人数")),
            RuleParameter(
                id: "quota-by", allowed: .words("a column of the voters"), usual: Text(en: "no quotas", zh: "不设名额"),
                meaning: Text(en: "what divides voters into groups with seats", zh: "按投票人的哪一栏分配名额")),
            RuleParameter(
                id: "quota", allowed: .words("GROUP=SEATS"),
                usual: Text(en: "in proportion to size", zh: "按人数比例"),
                meaning: Text(
                    en: "seats of a group, told one by one; groups not named have none",
                    zh: "某组的席位数，逐组指定；未提及的组没有席位")),
            RuleParameter(
                id: "seed", allowed: .whole(from: 0), usual: Text(en: "1", zh: "1"),
                meaning: Text(en: "of the lottery", zh: "抽签种子")),
        ],
        source: "Lu's account of the proposal contest")
}

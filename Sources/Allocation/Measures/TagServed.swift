/// How the projects of one tag, and those who want them, fare.
public struct TagServed: Sendable, Equatable {
    /// What the tag says of a project.
    public enum Kind: String, CaseIterable, Sendable {
        case category, target, district

        public var label: Text {
            switch self {
            case .category: Text(en: "category", zh: "类别")
            case .target: Text(en: "target", zh: "对象")
            case .district: Text(en: "district", zh: "片区")
            }
        }

        func tags(_ project: BallotProject) -> [String] {
            switch self {
            case .category: project.categories
            case .target: project.targets
            case .district: project.district.map { [$0] } ?? []
            }
        }
    }

    public var kind: Kind
    public var tag: String
    /// How many projects carry it, and how many of them got all they asked for.
    public var projects: Int
    public var realised: Int
    /// The share of the money given that went to them, 0 to 1; a project of two tags counts for both.
    public var moneyShare: Double
    /// The share of all choices on ballots that named them, 0 to 1.
    public var choiceShare: Double
    /// The share of their supporters for whom none of them was realised, 0 to 1; nil if nobody supports them.
    public var excludedShare: Double?

    /// Every tag of the election, by kind and then by name.
    static func all(_ outcome: Outcome, of election: Election, _ served: VoterSatisfaction) -> [TagServed] {
        Kind.allCases.flatMap { kind -> [TagServed] in
            let tags = Set(election.projects.flatMap { kind.tags($0) }).sorted()
            guard tags.count > 1 else { return [] }
            return tags.map { tag in
                let carriers = election.projects.indices.filter { kind.tags(election.projects[$0]).contains(tag) }
                return TagServed(kind, tag, carriers, outcome, served)
            }
        }
    }

    private init(_ kind: Kind, _ tag: String, _ carriers: [Int], _ outcome: Outcome, _ served: VoterSatisfaction) {
        let support = served.support
        (self.kind, self.tag, projects) = (kind, tag, carriers.count)
        realised = carriers.count { served.realised.contains($0) }
        let amounts = outcome.steps.filter { carriers.contains($0.project) }.reduce(Int64(0)) { $0 + $1.amount }
        moneyShare = outcome.spent > 0 ? Double(amounts) / Double(outcome.spent) : 0
        var (want, have): (Set<Int32>, Set<Int32>) = ([], [])
        for project in carriers {
            want.formUnion(support.types[support.entries(project)])
            if served.realised.contains(project) { have.formUnion(support.types[support.entries(project)]) }
        }
        let voters = { (types: Set<Int32>) in types.reduce(0) { $0 + Double(support.multiplicity[Int($1)]) } }
        excludedShare = want.isEmpty ? nil : 1 - voters(have) / voters(want)
        let choices = { (project: Int) in
            support.types[support.entries(project)].reduce(0) { $0 + Double(support.multiplicity[Int($1)]) }
        }
        let all = (0..<support.totals.count).reduce(0) { $0 + choices($1) }
        choiceShare = all > 0 ? carriers.reduce(0) { $0 + choices($1) } / all : 0
    }
}

/// How one group of voters fares.
public struct GroupServed: Sendable, Equatable {
    /// What the voters are divided by, and the group.
    public var grouping: String
    public var group: String
    public var voters: Int
    /// The mean of its voters' satisfaction.
    public var averageSatisfaction: Double
    /// The share of its voters for whom nothing that they support was realised, 0 to 1.
    public var shareWithNothing: Double

    /// Every group with voters.
    static func all(of election: Election, _ served: VoterSatisfaction, parts: Double) -> [GroupServed] {
        election.groupings.flatMap { grouping -> [GroupServed] in
            var groups = grouping.labels.map {
                GroupServed(
                    grouping: grouping.name, group: $0, voters: 0, averageSatisfaction: 0, shareWithNothing: 0)
            }
            for (voter, member) in grouping.members.enumerated() where member >= 0 && voter < served.support.voters {
                let type = Int(served.support.typeOfVoter[voter])
                let satisfaction = type >= 0 ? served.ofType[type] : 0
                groups[Int(member)].voters += 1
                groups[Int(member)].averageSatisfaction += Double(satisfaction) / parts
                if satisfaction == 0 { groups[Int(member)].shareWithNothing += 1 }
            }
            return groups.filter { $0.voters > 0 }.map { group in
                var group = group
                group.averageSatisfaction /= Double(group.voters)
                group.shareWithNothing /= Double(group.voters)
                return group
            }
        }
    }
}

/// Officials decide: what can be seen, and what they favour, goes first.
///
/// Projects are ranked by how many favoured tags they carry (categories, targets, district), among those the dearest
/// first, since it shows most; they are funded in full in that order while the budget lasts. Votes are not looked at.
/// Source: streets favour visible building projects (Lu's account of street offices).
public struct AdministrativeDiscretion: FundingRule, Equatable {
    /// The tags that officials favour; with none they only look at size.
    public var favoured: [String]

    public init(favoured: [String] = []) { self.favoured = favoured }

    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let favoured = Set(favoured)
        let claims = election.projects.indices.map { project in
            let tags = favoured.intersection(election.projects[project].tags).count
            return Claim(project: project, strength: Int128(tags) << 64 + Int128(election.projects[project].cost))
        }
        return rankAndFund(
            claims, projects: election.projects, budget: election.budget, ties: ties,
            scoreMeaning: Text(en: "favoured tags", zh: "受青睐的标签数")
        ) { Double($0 >> 64) }
    }

    public static let description = RuleDescription(
        id: "discretion", name: Text(en: "administrative discretion", zh: "行政裁量"),
        meaning: Text(
            en: "Officials fund what they favour first, and of that the largest; votes are not looked at.",
            zh: "官员优先资助其青睐的、其中规模最大的项目；不看票数。"),
        parameters: [
            RuleParameter(
                id: "favour", allowed: .words("tags"), usual: Text(en: "none", zh: "无"),
                meaning: Text(en: "categories, targets or districts that officials favour", zh: "官员青睐的类别、对象或片区"))
        ],
        source: "Lu's account of street offices")
}

extension BallotProject {
    /// Everything it is tagged with: categories, targets, and district.
    public var tags: Set<String> { Set(categories + targets).union(district.map { [$0] } ?? []) }
}

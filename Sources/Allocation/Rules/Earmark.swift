/// Money set aside for named recipients.
///
/// Recipients are named by a project's id or by a tag (category, target, district). Their projects are funded in full in
/// the order in which recipients are named, within one recipient in tie-break order, while the budget lasts; everybody
/// else gets nothing. Votes are not looked at.
public struct Earmark: FundingRule, Equatable {
    /// Ids of projects, or tags.
    public var recipients: [String]

    public init(recipients: [String]) { self.recipients = recipients }

    /// - Throws: ``AllocationError/missing(rule:needs:)`` if no project is named.
    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let claims = election.projects.enumerated().compactMap { place, project -> Claim<Int>? in
            let names = project.tags.union([project.id])
            return recipients.firstIndex { names.contains($0) }.map { Claim(project: place, strength: -$0) }
        }
        guard !claims.isEmpty else {
            throw .missing(
                rule: Self.description.name,
                needs: Text(
                    en: "recipients: ids, categories, targets or districts of projects", zh: "指明受益者：项目编号、类别、对象或片区"))
        }
        return rankAndFund(
            claims, projects: election.projects, budget: election.budget, ties: ties,
            scoreMeaning: Text(en: "place among recipients", zh: "受益者次序")
        ) { Double(1 - $0) }
    }

    public static let description = RuleDescription(
        id: "earmark", name: Text(en: "earmark", zh: "专款专用"),
        meaning: Text(
            en: "The named projects, or those with the named tags, are funded in that order; votes are not looked at.",
            zh: "按次序资助指明的项目或带有指明标签的项目；不看票数。"),
        parameters: [
            RuleParameter(
                id: "recipients", allowed: .words("ids or tags"), usual: nil,
                meaning: Text(en: "who is to have the money", zh: "款项归谁"))
        ],
        source: "budget practice")
}

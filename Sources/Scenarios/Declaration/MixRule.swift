import Governance

/// No organiser has more than all its hours: the shares of an engagement mix sum to at most 1, at the start and after
/// each event in each community.
enum MixRule {
    static func check(_ specification: ScenarioSpecification, eventPaths: [String], _ reading: inout Reading) {
        refuse(specification.institutions, at: "institutions.engagement", &reading)
        var present = specification.people.communities.map { _ in specification.institutions }
        let inOrder = specification.events.indices.sorted {
            (specification.events[$0].at, $0) < (specification.events[$1].at, $1)
        }
        for number in inOrder {
            let event = specification.events[number]
            var affected: Institutions?
            for (c, community) in specification.people.communities.enumerated()
            where event.communities.includes(community) {
                let wasOverfull = overfull(present[c]) != nil
                if event.reset { present[c] = Institutions() }
                for change in event.changes { present[c].apply(change) }
                if !wasOverfull, overfull(present[c]) != nil { affected = affected ?? present[c] }
            }
            if let affected {
                refuse(affected, at: KeyPath.key(eventPaths[number], "institutions"), &reading)
            }
        }
    }

    private static func overfull(_ institutions: Institutions) -> (provider: Provider, total: Double)? {
        for provider in Provider.allCases {
            let total = institutions.engagement[provider].total
            if total > 1 + 1e-9 { return (provider, total) }
        }
        return nil
    }

    private static func refuse(_ institutions: Institutions, at path: String, _ reading: inout Reading) {
        guard let (provider, total) = overfull(institutions) else { return }
        let sum = NumberText.rounded(total)
        reading.refuse(
            at: path,
            Text(
                en: "engagement.\(provider.rawValue) with shares that sum to \(sum)",
                zh: "engagement.\(provider.rawValue) 合计 \(sum)"),
            Text(en: "shares that sum to at most 1", zh: "合计至多为 1"))
    }
}

extension CommunitySelection {
    func includes(_ community: CommunitySpecification) -> Bool { includes(community.id, groups: community.groups) }
}

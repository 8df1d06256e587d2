import Governance

/// Money is earmarked only for communities that take part in its fund line; the others' share would vanish unseen.
enum EarmarkRule {
    static func check(_ specification: ScenarioSpecification, _ reading: inout Reading) {
        for line in specification.fundLines {
            let path = "funds.\(line.id)"
            check(line.rule, of: line, specification, at: path, &reading)
            for (number, change) in line.changes.enumerated() {
                guard let rule = change.rule else { continue }
                let inside = KeyPath.item(KeyPath.key(path, "changes"), nil, number)
                check(rule, of: line, specification, at: inside, &reading)
            }
        }
    }

    private static func check(
        _ rule: FundLine.AllocationRule, of line: FundLine, _ specification: ScenarioSpecification, at path: String,
        _ reading: inout Reading
    ) {
        guard case .earmark(.listed(let ids)) = rule else { return }
        for (number, id) in ids.enumerated() {
            let takesPart = specification.people.communities.contains {
                $0.id == id && line.communities.includes($0)
            }
            guard !takesPart else { continue }
            reading.refuse(
                at: KeyPath.item(KeyPath.key(path, "rule.communities"), nil, number),
                Text(en: "\(id), which takes no part in the line", zh: "未参与该资金的 \(id)"),
                Text(en: "a community among the line's communities", zh: "该资金 communities 之内的社区"))
        }
    }
}

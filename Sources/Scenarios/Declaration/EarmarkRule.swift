import Governance

/// Money is earmarked only for communities that take part in its fund line; the others' share would vanish unseen.
enum EarmarkRule {
    static func check(_ specification: ScenarioSpecification, _ reading: inout Reading) {
        for line in specification.fundLines {
            guard case .earmark(let ids) = line.rule else { continue }
            for (number, id) in ids.enumerated() {
                let takesPart = specification.people.communities.contains {
                    $0.id == id && line.communities.includes($0)
                }
                guard !takesPart else { continue }
                let path = KeyPath.item("funds.\(line.id).rule.communities", nil, number)
                reading.refuse(
                    at: path, Text(en: "\(id), which takes no part in the line", zh: "未参与该资金的 \(id)"),
                    Text(en: "a community among the line's communities", zh: "该资金 communities 之内的社区"))
            }
        }
    }
}

import Governance

/// An open tender as a fund line's rule.
enum TenderFormat {
    static let tender = Shape<TenderTerms>.object(
        Text(en: "providers compete by price and quality", zh: "服务方按价格与质量公开竞标"),
        blank: TenderTerms(price: 0, quality: 0),
        [
            .required("price", \.price, .share, "weight of the price", "价格权重"),
            .required("quality", \.quality, .share, "weight of quality and feasibility", "质量与可行性权重"),
            .optional(
                "bidders", \.bidders, .integer(1...20), "bidders without whom a community's tender fails",
                "社区招标有效所需的最少投标方数"),
            .optional("experts", \.experts, .integer(0...100), "experts from outside who judge", "外部评审专家人数"),
            .optional("committee", \.committee, .integer(0...100), "committee workers who judge", "居委会评审人数"),
            .optional("residents", \.residents, .integer(0...1000), "residents who judge", "居民代表评审人数"),
        ], others: ["kind": ["const": "tender"]]
    )
    .checked { terms, tree, path, reading in
        guard reading.isClean(at: path) else { return }
        let sum = terms.price + terms.quality
        if abs(sum - 1) > 1e-9 {
            reading.refuse(
                tree.place, path,
                Text(en: "weights that sum to \(NumberText.rounded(sum))", zh: "合计为 \(NumberText.rounded(sum)) 的权重"),
                Text(en: "price and quality that sum to 1", zh: "price 与 quality 合计为 1"))
        } else if terms.quality > 0, terms.experts + terms.committee + terms.residents == 0 {
            reading.refuse(
                tree.place, path, Text(en: "quality that nobody judges", zh: "质量无人评审"),
                Text(en: "experts, committee or residents of 1 or more", zh: "experts、committee 或 residents 至少为 1"))
        }
    }
}

/// A tender needs several bidders: a line to which too few can bid anywhere would never buy anything.
enum TenderRule {
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
        guard case .tender(let terms) = rule else { return }
        let most =
            specification.people.communities.filter { line.communities.includes($0) }
            .map { Self.bidders(in: $0, line, specification) }.max() ?? 0
        guard most < terms.bidders else { return }
        let (whole, key) = (KeyPath.key(path, "rule"), KeyPath.key(path, "rule.bidders"))
        reading.refuse(
            reading.places[key] ?? reading.places[whole] ?? Place(file: ""), key,
            Text(
                en: "\(terms.bidders) bidders where at most \(most) can bid",
                zh: "要求 \(terms.bidders) 个投标方，而至多 \(most) 个可投标"),
            Text(en: "fewer bidders, more proposers, or more social organisations", zh: "减少 bidders，或增加 proposers、社会组织")
        )
    }

    /// As many as could bid in a community at the best of times.
    private static func bidders(
        in community: CommunitySpecification, _ line: FundLine, _ specification: ScenarioSpecification
    ) -> Int {
        line.proposers.reduce(0) { count, provider in
            switch provider {
            case .committee: count + 1
            case .residents: count + 1 + line.organisations
            case .socialOrganisation:
                count + specification.organisations.count { $0.communities.includes(community) }
            }
        }
    }
}

import Governance

/// The rules by which a fund line's money is divided.
enum RuleFormat {
    static let rule = Shape<FundLine.AllocationRule>.oneOf(
        [
            ("equalSplit", equalSplit), ("weightedReview", weightedReview), ("earmark", earmark),
            ("discretion", discretion), ("jury", jury),
            ("ballot", BallotFormat.ballot.map(FundLine.AllocationRule.ballot)),
            ("tender", TenderFormat.tender.map(FundLine.AllocationRule.tender)), ("vouchers", vouchers),
        ],
        "a rule", "规则")

    private static func kind(_ name: String) -> [String: JSONValue] { ["kind": ["const": .text(name)]] }

    private static let equalSplit = Shape<FundLine.AllocationRule>.object(
        Text(en: "every community gets the same", zh: "各社区平均分配"), blank: .equalSplit, [],
        others: kind("equalSplit"))

    private static let earmark = Shape<CommunitySelection>.object(
        Text(en: "those communities get equal shares", zh: "指定社区平分"), blank: .all,
        [.required("communities", \.self, SelectionFormat.communities, "the communities that get money", "获得资金的社区")],
        others: kind("earmark")
    ).map(FundLine.AllocationRule.earmark)

    private static let discretion = Shape<FundLine.AllocationRule>.object(
        Text(en: "who holds the money decides", zh: "由资金保管方裁量"), blank: .discretion, [], others: kind("discretion"))

    private static let jury = Shape<JuryTerms>.object(
        Text(en: "a jury decides", zh: "由评审团决定"), blank: JuryTerms(committee: 0, coordinators: 0, residents: 0),
        [
            .required(
                "committee", \.committee, .integer(0...100), "committee workers from each community", "各社区居委会评委人数"),
            .required(
                "coordinators", \.coordinators, .integer(0...100), "social organisations' workers from each",
                "各社区社会组织协调员人数"
            ),
            .required("residents", \.residents, .integer(0...1000), "residents from each", "各社区居民代表人数"),
            .optional(
                "quotas", \.quotas, quotas, "seats by group, drawn by lot among those from a street's communities",
                "按组分配的席位，在街道各社区派出的人员中抽签"),
        ], others: kind("jury")
    ).map(FundLine.AllocationRule.jury)

    private static let quotas = Shape<JuryTerms.Quotas>.object(
        Text(en: "a mapping of seats by group", zh: "各组席位的映射"),
        blank: JuryTerms.Quotas(committee: 0, coordinators: 0, residents: 0),
        [
            .required("committee", \.committee, .integer(0...1000), "seats of committee workers", "居委会席位"),
            .required("coordinators", \.coordinators, .integer(0...1000), "seats of coordinators", "协调员席位"),
            .required("residents", \.residents, .integer(0...1000), "seats of residents", "居民代表席位"),
        ])

    private static let vouchers = Shape<VoucherTerms>.object(
        Text(en: "residents get vouchers and choose among providers", zh: "居民持服务券自选服务方"),
        blank: VoucherTerms(entitled: .everyone, monthly: 0),
        [
            .required("entitled", \.entitled, .choice, "who gets vouchers", "可领服务券的居民"),
            .required("monthly", \.monthly, .yuan, "worth of a month's vouchers for each", "每人每月券值"),
            .optional("firms", \.firms, .flag, "whether firms take vouchers, too", "企业是否也可受理"),
        ], others: kind("vouchers")
    ).map(FundLine.AllocationRule.vouchers)

    private static let weightedReview = Shape<FundLine.WeightedReviewTerms>.object(
        Text(en: "all present vote on three criteria", zh: "到会者按三项标准投票"),
        blank: FundLine.WeightedReviewTerms(
            publicBenefit: 0, feasibility: 0, sustainability: 0, opinion: 0, delegates: 0),
        [
            .required("publicBenefit", \.publicBenefit, .share, "weight of public benefit", "公益性权重"),
            .required("feasibility", \.feasibility, .share, "weight of feasibility", "可行性权重"),
            .required("sustainability", \.sustainability, .share, "weight of sustainability", "可持续性权重"),
            .required(
                "opinion", \.opinion, .share, "weight of leaders' and experts' opinion beside the vote", "领导与专家意见权重"),
            .required("delegates", \.delegates, .integer(0...1000), "residents that each community sends", "各社区参会居民人数"),
        ], others: kind("weightedReview")
    )
    .checked { terms, tree, path, reading in
        let sum = terms.publicBenefit + terms.feasibility + terms.sustainability
        guard abs(sum - 1) > 1e-9, reading.isClean(at: path) else { return }
        reading.refuse(
            tree.place, path,
            Text(en: "weights that sum to \(NumberText.rounded(sum))", zh: "合计为 \(NumberText.rounded(sum)) 的权重"),
            Text(en: "publicBenefit, feasibility and sustainability that sum to 1", zh: "三项权重合计为 1"))
    }
    .map(FundLine.AllocationRule.weightedReview)
}

extension Observable.Definition {
    static let market: [Self] = merchants

    private static let merchants: [Self] = [
        Self(
            "merchants.members", "share", "members / merchants", 0...1, "merchants who belong to their association",
            "加入联合会的商户占比"
        ) { ratio(Double($0.market.merchantMembers), Double($0.market.merchants)) },
        Self(
            "merchants.nuisance", "merchants/100 residents", "sum of merchants' nuisance / residents x 100", nil,
            "what merchants do to their neighbours, in merchants without rules", "商户扰民程度（折合无约束商户数）"
        ) { ratio($0.market.nuisance * 100, Double($0.residents)) },
    ]
}

extension Observable.Definition {
    static let market: [Self] = meetings + merchants + firms + employers

    private static let meetings: [Self] = [
        Self("engagement.meetings", "meetings", "held in the month", nil, "meetings held", "议事会次数") {
            Double($0.market.meetings)
        },
        Self(
            "engagement.failedMeetings", "share", "meetings below the quorum or without decision / meetings", 0...1,
            "meetings that fail", "失败议事会占比"
        ) { ratio(Double($0.market.failedMeetings), Double($0.market.meetings)) },
    ]

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

    private static let firms: [Self] = [
        Self(
            "firms.count", "firms", "firms at work, counted in each community", nil, "firms at work in communities",
            "在社区运营的企业数"
        ) { Double($0.market.sites) },
        Self(
            "firms.invested", "yuan", "renovation paid by firms that are at work", nil, "invested by firms at work",
            "在营企业投资额"
        ) { Double($0.market.invested) / 100 },
        Self(
            "firms.profit", "yuan", "sales - cost of units - rent - overhead, in the month", nil, "firms' profit",
            "企业当月利润"
        ) { Double($0.market.profit) / 100 },
        Self("firms.units", "units", "units sold in the month", nil, "service units sold by firms", "企业售出服务单位") {
            $0.market.firmUnits
        },
        share("firms.customers", "customers / residents", "residents who pay for a firm's services", "付费居民占比") {
            Double($0.market.customers)
        },
        Self(
            "firms.needShare", "share", "need met by firms / need met", 0...1, "share of need met that firms met",
            "企业满足的需求占比"
        ) { ratio($0.market.firmNeedMet, $0.service.needMet) },
        Self(
            "firms.price", "yuan/unit", "paid by residents, fees included / units sold", nil,
            "what residents pay firms for a unit", "居民为每服务单位支付的价格"
        ) { ratio(Double($0.market.paid) / 100, $0.market.firmUnits) },
    ]

    private static let employers: [Self] = [
        Self(
            "workUnits.units", "units", "units for members in the month", nil, "service units by work units",
            "单位提供的服务单位"
        ) { $0.market.workUnitUnits },
        Self("workUnits.money", "yuan", "paid by employers in the month", nil, "paid by employers", "用人单位支出") {
            Double($0.market.employers) / 100
        },
    ]
}

extension Observable.Definition {
    static let money: [Self] =
        uses
        + MoneySource.allCases.map { source in
            yuan(
                "money.from.\(source)",
                "standing + donated + granted + pooled + vouchers + work units' services + bought of firms: the payer's part",
                "paid by \(source.label.en)", "\(source.label.zh)支付额"
            ) {
                $0.events.paidBy[source]
            }
        }
        + [MoneySource.city, .district, .street, .donors].map { source in
            yuan(
                "money.released.\(source)", "released into funds, what goes back later included: the payer's part",
                "released into funds by \(source.label.en)", "\(source.label.zh)拨入专项资金"
            ) { $0.events.released[source] }
        } + costs

    private static let uses: [Self] = [
        yuan(
            "money.standing", "wages, contracts, surveys and standard service", "spent on what is always there",
            "常设支出（工资、合同、调查、公共服务）"
        ) {
            $0.events.standing
        },
        yuan("money.contracts", "contracts", "paid for organisations' contracts, training in them", "社会组织合同支出（含培训）") {
            $0.events.contracts
        },
        yuan("money.surveys", "surveys", "paid for surveys of needs", "需求调查支出") { $0.events.surveys },
        yuan("money.donated", "donations", "given to social organisations", "对社会组织的捐赠额") { $0.events.donated },
        yuan("money.granted", "grants", "granted to projects", "项目资助额") { $0.events.granted },
        yuan("money.grantedVisible", "grants in visible domains", "granted to projects that can be shown", "可见领域项目资助额")
        {
            $0.events.grantedVisible
        },
        yuan(
            "money.pooled", "partners' part of grants", "added to grants by partners of a coordinating body",
            "协调机构伙伴追加资金"
        ) {
            $0.events.pooled
        },
        yuan("money.spent", "project spending", "spent by projects", "项目支出") { $0.spent },
        yuan("money.diverted", "diversion", "diverted from projects and vouchers", "项目与服务券挪用") { $0.diverted },
        yuan("money.recovered", "clawback", "taken back", "追回金额") { $0.recovered },
        yuan("money.lost", "written off", "lost with failed projects", "失败项目损失") { $0.writtenOff },
    ]

    private static let costs: [Self] = [
        Self(
            "cost.perNeedMet", "yuan/unit", "(spent + diverted - taken back + lost) / need met by projects", nil,
            "project money for a unit of need met", "项目满足单位需求的成本"
        ) { tally in
            let fen = tally.projectMoney
            return ratio(Double(fen) / 100, tally.service.projectNeedMet)
        },
        Self(
            "cost.perNeedMetStandard", "yuan/unit",
            "units of projects x \(standardUnitCost) yuan / need met by projects", nil,
            "project money for a unit of need met, if units cost every provider the same", "统一单位成本下项目满足单位需求的成本"
        ) { ratio($0.service.projectUnits * standardUnitCost, $0.service.projectNeedMet) },
        Self(
            "cost.perNeedMetAll", "yuan/unit", "(standing + project money + vouchers) / all need met", nil,
            "all public money for a unit of need met", "全部公共支出满足单位需求的成本"
        ) { tally in
            let fen = tally.events.standing + tally.projectMoney + tally.partners.paid
            return ratio(Double(fen) / 100, tally.service.needMet)
        },
    ]

    /// Yuan a unit: the middle of the three kinds of provider, for comparisons that leave unit costs out.
    private static let standardUnitCost = 8.0

    private static func yuan(
        _ key: String, _ formula: String, _ en: String, _ zh: String, _ fen: @escaping @Sendable (Tally) -> Int64
    ) -> Self {
        Self(key, "yuan", formula + ", in the month", nil, en, zh) { Double(fen($0)) / 100 }
    }
}

extension Tally {
    /// Fen that projects cost: what was spent and diverted, less what was taken back, and what was lost.
    var projectMoney: Int64 { spent + diverted - partners.diverted - recovered + writtenOff }
}

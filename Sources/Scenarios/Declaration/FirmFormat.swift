import Governance

/// Investors and property companies.
enum FirmFormat {
    static let firm = Shape<FirmTerms>.object(
        Text(en: "a mapping that tells of a firm", zh: "描述一家企业的映射"), blank: blank,
        [
            .required("id", \.id, .id(of: .firm), "its id", "编号"),
            .required("name", \.name, .bilingual, "its name", "名称"),
            .required("capital", \.capital, .yuan, "what it has to invest", "可投资本"),
            .required(
                "hurdle", \.hurdle, .number(-1...10), "return a year below which it does not invest", "最低年投资回报率"),
            .required("mix", \.mix, .shares(of: Domain.self), "shares of the domains in its services", "服务领域构成"),
            .required("price", \.price, .yuan, "what residents pay for a unit", "每单位售价"),
            .required("unitCost", \.unitCost, .yuan, "what a unit costs it", "每单位成本"),
            .required("quality", \.quality, .share, "share of a need that a unit meets", "每单位满足需求的比例"),
            .required(
                "spacePerUnit", \.spacePerUnit, .number(0.001...10_000), "square metres for a unit a month",
                "每月每单位所需面积（平方米）"),
            .required("renovation", \.renovation, .yuan, "cost of making a square metre fit", "每平方米改造成本"),
            .optional("rent", \.rent, .yuan, "rent of a square metre a month", "每平方米月租金"),
            .optional("overhead", \.overhead, .yuan, "what running it costs a month", "每月固定成本"),
            .optional(
                "propertyFee", \.propertyFee, .yuan, "a customer's fee a month for property service", "每名付费居民每月物业费"),
            .optional(
                "customerCost", \.customerCost, .yuan,
                "what a customer costs it a month beside the units: guards, cleaners, repairs at hand",
                "每名付费居民每月的固定服务成本（保安、保洁、维修）"),
            .optional("trialMonths", \.trialMonths, .integer(0...120), "months for trying", "试用月数"),
            .optional("trialPrice", \.trialPrice, .share, "share of the price that is paid then", "试用期价格折扣"),
            .optional("communities", \.communities, SelectionFormat.communities, "where it may work", "可进入的社区"),
            .optional(
                "from", \.from, .month(within: .runOrBurnIn), "first month (default: since ever)", "首月（缺省为一直存在）"),
            .optional("until", \.until, .month, "last month", "末月"),
        ]
    )
    .checked { firm, tree, path, reading in
        DateRule.check(from: firm.from, until: firm.until, path, &reading)
    }

    private static let blank = FirmTerms(
        id: "", name: PeopleFormat.noText, capital: 0, hurdle: 0, mix: [], price: 0, unitCost: 0, quality: 0,
        spacePerUnit: 1, renovation: 0, from: YearMonth(ordinal: 0))
}

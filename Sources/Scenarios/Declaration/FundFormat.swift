import Governance

/// Lines of money for projects.
enum FundFormat {
    static let fund = Shape<FundLine>.object(
        Text(en: "a mapping that tells of a fund line", zh: "描述一项资金的映射"), blank: blank,
        [
            .required("id", \.id, .id(of: .fund), "its id", "编号"),
            .required("name", \.name, .bilingual, "its name", "名称"),
            .required("payers", \.sources, payers, "outside accounts that pay, with their shares", "出资的外部账户及其份额"),
            .required(
                "yearly", \.yearly, .yuan, "money a year: for each community if perCommunity, else for each street",
                "每年金额（perCommunity 为真时按社区，否则按街道）"),
            .optional("perCommunity", \.perCommunity, .flag, "whether each community has the yearly sum", "是否按社区计"),
            .optional("holder", \.holder, .choice, "who holds the money", "资金由谁保管"),
            .required(
                "proposers", \.proposers,
                Shape<[Provider]>.list(of: .choice, minimum: 1, "kinds of proposer", "申请主体").map(Set.init),
                "who may propose", "谁可申请"),
            .required("rule", \.rule, RuleFormat.rule, "how money is divided over projects", "分配规则"),
            .required(
                "reviewMonth", \.reviewMonth, .integer(1...12), "month of the calendar in which projects are decided",
                "评审所在月份"),
            .required(
                "projectMonths", \.projectMonths, .integer(1...120), "months that a project is planned to run", "项目计划月数"
            ),
            .optional(
                "from", \.from, .month(within: .runOrBurnIn),
                "first month in which the line exists (default: since ever)",
                "设立首月（缺省为一直存在）"),
            .optional("until", \.until, .month, "last month in which the line exists", "设立末月"),
            .optional(
                "release", \.release, .choice, "whether money comes as pledged or with attention", "按承诺拨付或随注意力拨付"),
            .optional("targeting", \.targeting, .choice, "who is served first by its projects", "项目优先服务对象"),
            .optional(
                "organisations", \.organisations, .integer(0...100),
                "resident organisations of a community that may propose, the largest first (2 unless told)",
                "每个社区可申报的居民组织数（规模大者优先，缺省为 2）"),
            .optional(
                "communities", \.communities, SelectionFormat.communities, "the communities that take part", "参与的社区"),
            .optional(
                "pledges", \.pledges, PledgeFormat.pledges,
                "money promised by date beside the yearly sum, for each community or street as that is",
                "按日期承诺的追加资金（按社区或街道计，同 yearly）"
            ),
            .optional(
                "changes", \.changes, .list(of: change, "changes", "变更"), "new terms from a month on", "自某月起的新条款"),
        ]
    )
    .checked { fund, tree, path, reading in
        DateRule.check(from: fund.from, until: fund.until, path, &reading)
        guard fund.yearly > 0, !fund.sources.isEmpty, fund.sources.allSatisfy({ $0.match > 0 }),
            reading.isClean(at: KeyPath.key(path, "payers"))
        else { return }
        reading.refuse(
            at: KeyPath.key(path, "payers"),
            Text(en: "payers who all match what others pay", zh: "全部出资方均为配套"),
            Text(en: "a payer with a share of the yearly money", zh: "至少一个按份额出资的出资方"))
    }

    private static let change = Shape<FundLine.Change>.object(
        Text(en: "a mapping with at and new terms", zh: "含 at 与新条款的映射"),
        blank: FundLine.Change(at: YearMonth(ordinal: 0)),
        [
            .required("at", \.at, .month, "first month of the new terms", "新条款首月"),
            .optional("yearly", \.yearly, .yuan, "money a year", "每年金额"),
            .optional("payers", \.sources, payers, "outside accounts that pay", "出资的外部账户"),
            .optional("rule", \.rule, RuleFormat.rule, "how money is divided over projects", "分配规则"),
        ])

    private static let blank = FundLine(
        id: "", name: PeopleFormat.noText, sources: [], yearly: 0, proposers: [], rule: .equalSplit, reviewMonth: 1,
        projectMonths: 1, from: YearMonth(ordinal: 0))

    private static let payer = Shape<FundLine.Source>.object(
        Text(en: "a mapping with account and share or match", zh: "含 account 与 share 或 match 的映射"),
        blank: FundLine.Source(account: ""),
        [
            .required("account", \.account, .choice(Account.payers), "the outside account", "外部账户"),
            .optional("share", \.share, .share, "its share of every yuan of the yearly money", "在年度资金每元中的份额"),
            .optional(
                "match", \.match, .number(0.01...100), "what it adds to every yuan that others pay", "对他方每元出资的配套金额"),
        ]
    )
    .checked { payer, tree, path, reading in
        guard payer.share > 0, payer.match > 0 else { return }
        reading.refuse(
            tree.place, path, Text(en: "both share and match", zh: "同时有 share 与 match"),
            Text(en: "one of them", zh: "其中之一"))
    }

    private static let payers = Shape<[FundLine.Source]>.list(of: payer, minimum: 1, "payers", "出资方").checked {
        payers, tree, path, reading in
        let sum = payers.reduce(0) { $0 + ($1.match > 0 ? 0 : $1.share) }
        let isMatching = !payers.isEmpty && payers.allSatisfy { $0.match > 0 }
        guard abs(sum - 1) > 1e-9, !isMatching, reading.isClean(at: path) else { return }
        reading.refuse(
            tree.place, path,
            Text(en: "shares that sum to \(NumberText.rounded(sum))", zh: "合计为 \(NumberText.rounded(sum)) 的份额"),
            Text(en: "shares that sum to 1", zh: "合计为 1 的份额"))
    }
}

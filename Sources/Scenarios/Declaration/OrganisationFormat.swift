import Governance

/// Social organisations from outside.
enum OrganisationFormat {
    static let organisation = Shape<SocialOrganisationTerms>.object(
        Text(en: "a mapping that tells of a social organisation", zh: "描述一个社会组织的映射"), blank: blank,
        [
            .required("id", \.id, .id(of: .organisation), "its id", "编号"),
            .required("name", \.name, .bilingual, "its name", "名称"),
            .required("staff", \.staff, .number(0...1000), "workers", "工作人员数"),
            .optional(
                "perCommunity", \.perCommunity, .flag,
                "whether staff, contract and pledges are for each community that it serves", "人员、合同与承诺资金是否按所服务的社区计"),
            .required("hours", \.hours, .number(0...400), "working hours of a worker a month", "每人每月工时"),
            .required("professionalism", \.professionalism, .share, "quality of its work at the start", "初始专业水平"),
            .required("integrity", \.integrity, .share, "chance that a yuan goes where it should", "资金用于应有用途的可能"),
            .required("contract", \.contract, .yuan, "payment a month", "每月合同金额"),
            .required(
                "payer", \.payer, .choice(Account.payers), "the outside account that pays, by way of the street",
                "付款的外部账户（经街道）"),
            .optional(
                "release", \.release, .choice, "whether the contract is paid as agreed or with attention",
                "合同款按约定拨付或随注意力拨付"),
            .optional(
                "from", \.from, .month(within: .runOrBurnIn), "first month of the contract (default: since ever)",
                "合同首月（缺省为一直存在）"),
            .optional("until", \.until, .month, "last month of the contract", "合同末月"),
            .optional(
                "wage", \.wage, .yuan, "pay of a worker a month; without it the staff share the contract",
                "每人每月工资（缺省时由员工分得合同款）"),
            .optional(
                "capture", \.capture, .share, "how far it is an arm of the administration at the start",
                "初始行政化程度"),
            .optional("relation", \.relation, .share, "how well it stands with officials", "与官员关系的密切程度"),
            .optional(
                "priorities", \.priorities, .shares(of: Domain.self),
                "what it works for, as shares of the domains (default: what is known of needs)",
                "工作目标，各领域占比（缺省为所知的居民需求）"),
            .optional("pledges", \.pledges, PledgeFormat.pledges, "money beside the contract", "合同之外的资金"),
            .optional("communities", \.communities, SelectionFormat.communities, "the communities it serves", "服务的社区"),
        ]
    )
    .checked { organisation, tree, path, reading in
        DateRule.check(from: organisation.from, until: organisation.until, path, &reading)
    }

    private static let blank = SocialOrganisationTerms(
        id: "", name: PeopleFormat.noText, staff: 0, hours: 0, professionalism: 0, integrity: 0, contract: 0,
        payer: "", from: YearMonth(ordinal: 0))
}

/// Which communities something applies to.
enum SelectionFormat {
    static let communities = Shape<CommunitySelection>(
        expected: expected,
        schema: { isWhole in
            ["oneOf": [["const": "all"], group.schema(true), ids.schema(true)]]
        },
        read: { tree, path, reading in
            switch tree.content {
            case .scalar("all", _): return .all
            case .mapping: return group.read(tree, path, &reading)
            case .list: return ids.read(tree, path, &reading).map(CommunitySelection.listed)
            case .scalar:
                reading.refuse(tree, path, expected)
                return nil
            }
        })

    private static let expected = Text(
        en: "all, {group: NAME}, or a list of communities' ids", zh: "all、{group: 名称} 或社区 id 列表")

    static let ids = Shape<[String]>.names(.reference(to: .community), minimum: 1, "communities' ids", "社区 id")

    private static let group = Shape<String>.object(
        expected, blank: "",
        [.required("group", \.self, .reference(to: .group), "the group's name", "分组名称")], isCovering: false
    ).map(CommunitySelection.group)
}

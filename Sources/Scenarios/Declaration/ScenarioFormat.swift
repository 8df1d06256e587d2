import Governance

/// The scenario file's keys, declared once: what reading, checking and the JSON Schema go by.
enum ScenarioFormat {
    /// What the keys are read into.
    struct Draft: Sendable {
        var specification = blank
        var sources: [String] = []
        var facts: [String] = []
        var claims: [String] = []
        var groups: [GroupRule] = []
        var branches: [BranchFormat.Draft] = []
    }

    static let root = Mapping<Draft>(
        expected: Text(en: "a mapping with the keys of a scenario", zh: "由情景各键组成的映射"),
        fields: title + head + setting + body,
        others: [
            "extends": [
                "type": "string",
                "description": "path, relative to this file, of a file whose keys this one lays its own over",
            ],
            "place": [
                "type": "string",
                "description":
                    "path, relative to this file, of the place that it happens in, unless --on puts it elsewhere",
            ],
        ], isCovering: false)

    /// A place by itself: its people and offices, no institutions.
    static let place = Mapping<Draft>(
        expected: Text(en: "a mapping with the keys of a place", zh: "由地点各键组成的映射"), fields: title + setting,
        others: [
            "extends": [
                "type": "string",
                "description": "path, relative to this file, of a place whose keys this one lays its own over",
            ]
        ], isCovering: false)

    private static let title: [Field<Draft>] = [
        .required("id", \.specification.id, .name, "its name in tables and files", "在表格与文件中的名称"),
        .required("title", \.specification.title, .bilingual, "what people call it", "标题"),
        .required("summary", \.specification.summary, .bilingual, "what it is about, in a few sentences", "摘要"),
        .required(
            "sources", \.sources, .list(of: .words, minimum: 1, "texts", "文本"),
            "the literature and records it rests on", "所依据的文献与资料"),
    ]

    private static let head: [Field<Draft>] = [
        .optional(
            "facts", \.facts, .list(of: .numbered("F"), "facts", "事实"),
            "the facts of the sources that it carries", "所依据的文献事实编号"),
        .optional(
            "claims", \.claims, .list(of: .numbered("C"), "claims", "论断"), "the claims that it serves", "所服务的论断编号"),
        .optional(
            "experimental", \.specification.experimental, .words,
            "words that say why behavioural parameters are changed", "说明为何改动行为参数的文字"),
        .section(
            "period", "when it happens", "时间",
            [
                .required("start", \.specification.start, .month, "first month", "起始月份"),
                .required("months", \.specification.months, .integer(1...1200), "months that a run lasts", "运行月数"),
                .optional(
                    "burnIn", \.specification.burnIn, .integer(0...120),
                    "months lived before the start under the institutions at the start, unrecorded",
                    "起始前在初始制度下预热的月数（不记录）"),
            ]),
    ]

    /// What belongs to a place.
    private static let setting: [Field<Draft>] = [
        .required("people", \.specification.people, PeopleFormat.people, "who lives where", "人口与社区"),
        .required(
            "committees", \.specification.committees, PlaceFormat.committees, "what every residents' committee has",
            "各居委会的条件"),
        .required(
            "publicService", \.specification.publicService, PlaceFormat.publicService,
            "standard public service, the same everywhere", "标准公共服务"),
        .required(
            "district", \.specification.district, PlaceFormat.district, "the district and its streets", "区与街道"),
    ]

    private static let body: [Field<Draft>] = [
        .optional(
            "groups", \.groups, .list(of: GroupFormat.group, haveIDs: true, "groups", "分组"),
            "groups of communities where the place names none: parts of all, in a fixed order", "地点未命名时的社区分组（按固定次序的份额）"),
        .optional(
            "organisations", \.specification.organisations,
            .list(of: OrganisationFormat.organisation, haveIDs: true, "social organisations", "社会组织"),
            "social organisations from outside and their contracts", "外来社会组织及其合同"),
        .optional(
            "funds", \.specification.fundLines, .list(of: FundFormat.fund, haveIDs: true, "fund lines", "资金项目"),
            "lines of money for projects", "项目资金"),
        .optional(
            "firms", \.specification.firms, .list(of: FirmFormat.firm, haveIDs: true, "firms", "企业"),
            "investors and property companies", "投资与物业企业"),
        .optional(
            "institutions", \.specification.institutions, InstitutionFormat.institutions,
            "institutions in force everywhere at the start", "起始时各处实行的制度"),
        .optional(
            "events", \.specification.events, .list(of: EventFormat.event, haveIDs: true, "events", "事件"),
            "what changes at a date", "按日期发生的变化"),
        .optional(
            "variation", \.specification.people.variation, PeopleFormat.variation,
            "how far communities of the place differ for good beyond their types", "类型之外社区之间的长期差异"),
        .optional(
            "rollout", \.specification.rollout, RolloutFormat.rollout,
            "how the regime comes to communities one after another: pilots first, all others later", "模式如何逐步推广：先试点，后全面"),
        .optional(
            "branches", \.branches, .list(of: BranchFormat.branch, haveIDs: true, "branches", "分支"),
            "futures that share the scenario's past: each is a scenario of its own", "共有同一过去的若干未来：各为一个情景"),
        .optional(
            "parameters", \.specification.parameters, ParameterFormat.parameters,
            "behavioural parameters; only in a scenario that calls itself experimental", "行为参数（仅限标明 experimental 的情景）"),
    ]

    private static let blank = ScenarioSpecification(
        id: "", title: PeopleFormat.noText, summary: PeopleFormat.noText, start: YearMonth(ordinal: 0), months: 1,
        people: People(adultShare: 1, types: [], communities: []),
        committees: CommitteeTerms(staff: 0, hours: 0, wage: 0, orientation: 0, facilitation: 0),
        publicService: PublicService(unitsPerResident: 0, quality: 0, unitCost: 0, template: []),
        district: District(id: "", name: PeopleFormat.noText, streets: [], attentionCapacity: 0, otherCommunities: 0))
}

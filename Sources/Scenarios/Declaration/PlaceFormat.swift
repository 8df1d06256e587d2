import Governance

/// Committees, public service and district.
enum PlaceFormat {
    static let committees = Shape<CommitteeTerms>.object(
        Text(en: "a mapping that tells of the committees", zh: "描述居委会的映射"),
        blank: CommitteeTerms(staff: 0, hours: 0, wage: 0, orientation: 0, facilitation: 0),
        [
            .required("staff", \.staff, .number(0...100), "workers of a committee", "每个居委会工作人员数"),
            .required("hours", \.hours, .number(0...400), "working hours of a worker a month", "每人每月工时"),
            .required("wage", \.wage, .yuan, "pay of a worker a month", "每人每月工资"),
            .required(
                "orientation", \.orientation, .share,
                "how far the committee stands with residents at the start", "初始居民取向（0 为政府的腿，1 为百姓的头）"),
            .required("facilitation", \.facilitation, .share, "how well it facilitates at the start", "初始协作引导能力"),
        ])

    static let publicService = Shape<PublicService>.object(
        Text(en: "a mapping that tells of standard public service", zh: "描述标准公共服务的映射"),
        blank: PublicService(unitsPerResident: 0, quality: 0, unitCost: 0, template: []),
        [
            .required(
                "unitsPerResident", \.unitsPerResident, .number(0...100), "service units a resident a month",
                "每名居民每月服务单位"),
            .required("quality", \.quality, .share, "share of a need that a unit meets", "每单位满足需求的比例"),
            .required("unitCost", \.unitCost, .yuan, "cost of a unit", "每单位成本"),
            .required(
                "template", \.template, .shares(of: Domain.self),
                "the administration's template: shares of the domains",
                "行政模板（各领域占比）"),
        ])

    static let district = Shape<District>.object(
        Text(en: "a mapping that tells of the district", zh: "描述区的映射"),
        blank: District(id: "", name: PeopleFormat.noText, streets: [], attentionCapacity: 0, otherCommunities: 0),
        [
            .required("id", \.id, .name, "its id", "编号"),
            .required("name", \.name, .bilingual, "its name", "名称"),
            .required(
                "attentionCapacity", \.attentionCapacity, .number(0...10_000),
                "communities that it can attend to at full strength", "能够充分关注的社区数"),
            .required(
                "otherCommunities", \.otherCommunities, .number(0...100_000),
                "its communities outside the run, which compete for attention", "区内未模拟但竞争注意力的社区数"),
            .optional(
                "controlPreference", \.controlPreference, .share,
                "how far it wants organisations that it pays to do as it would", "对受资助组织的控制偏好"),
            .required(
                "streets", \.streets, .list(of: street, minimum: 1, haveIDs: true, "streets", "街道"), "its streets",
                "下辖街道"),
        ])

    private static let street = Shape<District.Street>.object(
        Text(en: "a mapping with id and name", zh: "含 id 与 name 的映射"),
        blank: District.Street(id: "", name: PeopleFormat.noText),
        [
            .required("id", \.id, .id(of: .street), "its id", "编号"),
            .required("name", \.name, .bilingual, "its name", "名称"),
        ])
}

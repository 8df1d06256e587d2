/// The order of a month: the model's table of contents.
public enum Schedule {
    /// One line of the month.
    public struct Step: Sendable {
        /// The mechanism's name; its file is called the same.
        public let name: String
        public let meaning: Text
        /// Who described the mechanism, or on whose theory it rests.
        public let source: String
        /// Whether it looks at all communities together, or works within each.
        public let isSociety: Bool
        let action: Action
    }

    enum Action: Sendable {
        case society(@Sendable (World, Month) throws(ModelError) -> Void)
        case community(@Sendable (inout Community, Month, Scratch) -> Void)
    }

    /// The month, first step first.
    public static let steps: [Step] = [
        society("Joining", "Design", "pilots are chosen, others follow", "试点选择与推广", Joining.step),
        society("ScheduledEvents", "Scenario", "what is dated happens", "计划事件", ScheduledEvents.step),
        society("Attention", "Lu (2020)", "the district's attention is shared out", "区级注意力分配", Attention.step),
        society(
            "Budget", "Lu (2020), Song", "wages and services are paid, pledged money is released", "经费支付与拨付",
            Budget.step),
        society(
            "SocialOrganisations", "Qin (2019), Lu (2020)", "social organisations earn, learn, come and go", "社会组织",
            SocialOrganisations.step),
        society("Visits", "Design, Song", "committees learn from one another", "社区间参访学习", Visits.step),
        society("Firms", "Xing (2022)", "firms invest, pay and leave", "企业投资与退出", Firms.step),
        community(
            "Turnover", "Song, Sampson (1988)", "residents move away, others move in", "居民迁出与迁入",
            Turnover.step),
        community(
            "Issues", "Zhang (2020)", "street-level issues arise, are noticed and resolved", "街面问题的发生、发现与解决",
            Issues.step),
        community(
            "Merchants", "Song; Andreozzi et al. (2020)", "merchants disturb, or keep the rules of their association",
            "商户自治", Merchants.step),
        community("NeedGrowth", "Zhang (2020), Xing (2022)", "needs grow", "需求增长", NeedGrowth.step),
        community("Sensing", "Xing (2022), Song", "needs are found out", "需求感知", Sensing.step),
        community("Proposals", "Song", "projects are proposed", "项目申报", Proposals.step),
        society("Review", "Song", "proposals are decided", "项目评审", Review.step),
        community("Coordination", "Xing (2022)", "partners come nearer to residents", "协调机构", Coordination.step),
        community("Training", "Song", "outside staff train and advise", "外来组织的培训与指导", Training.step),
        community(
            "Mobilisation", "Qin (2019), Song", "activities are held, residents invited", "动员", Mobilisation.step),
        community(
            "Participation", "Brock and Durlauf (2001), Arnstein (1969)", "residents decide how far to take part", "参与",
            Participation.step),
        community(
            "Federation", "Lu (2020)", "staff draw residents' organisations into their tasks", "居民组织行政化",
            Federation.step),
        community("Learning", "Lally et al. (2010), Song", "habit, skill, fatigue", "学习", Learning.step),
        community("FailedMeetings", "Qin (2019)", "meetings that fail discourage", "会议失败的影响", FailedMeetings.step),
        community("TieFormation", "Feld (1981)", "ties form and fade", "社会关系", TieFormation.step),
        community("ProjectExecution", "Xing (2022), Song", "projects go on", "项目执行", ProjectExecution.step),
        community("Vouchers", "Qin (2019)", "residents spend their vouchers", "服务券", Vouchers.step),
        community("WorkUnits", "Zhang (2020)", "employers serve and bind their members", "单位制服务", WorkUnits.step),
        community("FirmSales", "Xing (2022)", "residents buy firms' services", "居民购买企业服务", FirmSales.step),
        community("ServiceDelivery", "Xing (2022), Zhang (2020)", "services meet needs", "服务供给", ServiceDelivery.step),
        community("Audit", "Qin (2019)", "ended projects are audited", "审计", Audit.step),
        community("Trust", "Slovic (1993), DeGroot (1974)", "trust moves", "信任", Trust.step),
        community("Efficacy", "Song, Qin (2019)", "residents see whether they were heeded", "效能感", Efficacy.step),
        community("PublicSpirit", "Arnstein (1969), Zhang (2020)", "public spirit moves", "公共精神", PublicSpirit.step),
        community(
            "ResidentOrganisations", "Song, Lu (2020)", "residents' organisations are founded, change and end", "居民组织",
            ResidentOrganisations.step),
        community("Committees", "Song", "committees learn and turn", "居委会", Committees.step),
        community("Petitions", "Lu (2020)", "residents petition or protest", "上访与抗议", Petitions.step),
        community("Recording", "Design", "the community is counted", "记录", Recording.step),
        society("Closing", "Design", "money is booked and checked; far ties are looked at", "结账与核对", Closing.step),
    ]

    /// The steps as they are run: steps within communities that follow one another are done community by community, so
    /// that a community's block is in the cache once a month rather than once a step.
    static let phases: [Phase] = {
        var phases: [Phase] = []
        for step in steps {
            switch (step.action, phases.last) {
            case (.society(let action), _): phases.append(.society(step.name, action))
            case (.community(let action), .communities(let before)):
                phases[phases.count - 1] = .communities(before + [(step.name, action)])
            case (.community(let action), _): phases.append(.communities([(step.name, action)]))
            }
        }
        return phases
    }()

    enum Phase: Sendable {
        case society(String, @Sendable (World, Month) throws(ModelError) -> Void)
        case communities([(name: String, action: @Sendable (inout Community, Month, Scratch) -> Void)])
    }

    private static func society(
        _ name: String, _ source: String, _ en: String, _ zh: String,
        _ action: @escaping @Sendable (World, Month) throws(ModelError) -> Void
    ) -> Step {
        Step(name: name, meaning: Text(en: en, zh: zh), source: source, isSociety: true, action: .society(action))
    }

    private static func community(
        _ name: String, _ source: String, _ en: String, _ zh: String,
        _ action: @escaping @Sendable (inout Community, Month, Scratch) -> Void
    ) -> Step {
        Step(name: name, meaning: Text(en: en, zh: zh), source: source, isSociety: false, action: .community(action))
    }
}

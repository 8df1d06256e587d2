extension Observable.Definition {
    static let services: [Self] = [
        Self("match", "share", "sum min(D, S) / sum D", 0...1, "demand that supply meets", "供需匹配度") {
            ratio($0.service.matched, $0.service.demand)
        },
        Self("absent", "share", "1 - match", 0...1, "demand that finds no supply", "供给缺位") {
            ratio($0.service.demand - $0.service.matched, $0.service.demand)
        },
        Self(
            "misplaced", "share", "min(excess, unmet demand) / sum D", 0...1,
            "supply in excess that is missing elsewhere", "供给错位"
        ) { ratio($0.service.misplaced, $0.service.demand) },
        Self("overreach", "share", "excess beyond all demand / sum D", nil, "supply beyond all demand", "供给越位") {
            ratio($0.service.overreach, $0.service.demand)
        },
        Self(
            "vulnerableShare", "share", "need of the vulnerable met by projects / need met by projects", 0...1,
            "part of what projects meet that reaches the vulnerable", "项目惠及弱势居民的比例"
        ) { ratio($0.service.projectNeedMetVulnerable, $0.service.projectNeedMet) },
        Self(
            "needMet", "units/resident", "units of need met in the month / residents", nil, "need met in the month",
            "当月满足的需求"
        ) { ratio($0.service.needMet, Double($0.residents)) },
        Self(
            "sensing.accuracy", "index", "mean over communities of acc", 0...1, "accuracy of what is known of needs",
            "需求感知精度"
        ) { ratio($0.accuracy, Double($0.communities)) },
    ]

    static let organisationsAndProjects: [Self] = [
        Self("organisations.count", "organisations", "resident organisations", nil, "resident organisations", "居民组织数") {
            Double($0.organisations)
        },
        share("organisations.members", "members / residents", "members of resident organisations", "居民组织成员占比") {
            Double($0.members)
        },
        Self(
            "organisations.founded", "organisations", "founded in the month", nil, "resident organisations founded",
            "新成立居民组织"
        ) {
            Double($0.events.organisationsFounded)
        },
        Self(
            "organisations.ended", "organisations", "ended in the month", nil, "resident organisations ended", "解散居民组织"
        ) {
            Double($0.events.organisationsEnded)
        },
        Self(
            "committee.orientation", "index", "mean over communities", 0...1,
            "committees' orientation: 0 legs of government, 1 head of residents", "居委会取向（0 政府的腿，1 居民的头）"
        ) { ratio($0.orientation, Double($0.communities)) },
        Self(
            "committee.facilitation", "index", "mean over communities", 0...1, "committees' skill in facilitation",
            "居委会协调能力"
        ) { ratio($0.facilitation, Double($0.communities)) },
        Self(
            "committee.taskShare", "share", "1 - (free hours + hours for petitions) / all hours", 0...1,
            "committee hours taken by tasks from above", "居委会工时中上级任务占比"
        ) { 1 - ratio($0.freeHours + $0.order.petitionHours, $0.committeeHours) },
        Self("projects.running", "projects", "running at the month's end", nil, "projects running", "在执行项目数") {
            Double($0.running)
        },
        Self("projects.completed", "projects", "completed in the month", nil, "projects completed", "完成项目数") {
            Double($0.events.completed)
        },
        Self("projects.failed", "projects", "failed in the month", nil, "projects failed", "失败项目数") {
            Double($0.events.failed)
        },
        Self(
            "projects.terminated", "projects", "ended by rule in the month", nil, "projects ended for lagging",
            "因滞后终止项目数"
        ) {
            Double($0.events.terminated)
        },
        Self(
            "heeded", "index",
            "memory of granted / asked x (1 - failure) x fit, by proposing, voting and assessing; mean over communities",
            0...1, "how far what residents ask for comes about", "居民诉求的落实程度"
        ) {
            ratio($0.heeded, Double($0.communities))
        },
        Self("attention", "index", "mean over communities", 0...1, "the district's attention", "区级注意力") {
            ratio($0.attention, Double($0.communities))
        },
    ]
}

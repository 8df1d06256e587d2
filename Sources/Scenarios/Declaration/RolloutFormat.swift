import Governance

/// How a regime comes to communities one after another.
enum RolloutFormat {
    static let rollout = Shape<Rollout>.object(
        Text(en: "a mapping that tells how the regime comes to communities", zh: "描述模式如何推广到各社区的映射"),
        blank: Rollout(group: "", at: YearMonth(ordinal: 0), pilots: 0),
        [
            .required("group", \.group, .id(of: .group), "the group of those to whom it has come", "已加入社区的分组"),
            .optional("others", \.others, .id(of: .group), "the group of those to whom it has not", "未加入社区的分组"),
            .required(
                "at", \.at, .month(within: .run), "the month in which the pilots are chosen and join", "选定试点并启动的月份"),
            .required("pilots", \.pilots, .integer(0...10_000), "how many pilots there are", "试点数"),
            .optional("choice", \.choice, .choice, "how they are chosen (default: random)", "试点的选择方式（缺省为随机）"),
            .optional(
                "signal", \.signal, signal, "what is looked at where the best are taken first, with weights",
                "择优时各信号的权重"),
            .optional(
                "among", \.among, SelectionFormat.communities, "among whom they are chosen (default: all)",
                "候选社区（缺省为全部）"),
            .optional(
                "expansion", \.expansion, .integer(1...1200),
                "months after the pilots in which all others join (default: never)", "其余社区在试点之后多少个月加入（缺省为不推广）"),
            .optional(
                "growth", \.growth, .number(0...10_000),
                "staff and contracts of outside organisations from then on, in multiples", "推广后外来组织人员与合同的倍数"),
        ])

    private static let signal = Shape<Rollout.Signal>.object(
        Text(en: "weights of what is seen of communities", zh: "社区信号的权重"), blank: Rollout.Signal(),
        [
            .optional("leadership", \.leadership, .number(-10...10), "mean leadership of residents", "居民平均领导力"),
            .optional("ties", \.ties, .number(-10...10), "mean ties of a resident", "居民平均社会关系"),
            .optional("space", \.space, .number(-10...10), "idle public space a resident", "人均闲置公共空间"),
            .optional("facilitation", \.facilitation, .number(-10...10), "the committee's facilitation", "居委会协调能力"),
        ])
}

/// What a roll-out needs of the rest of its scenario.
enum RolloutRule {
    static func check(_ specification: ScenarioSpecification, eventPaths: [String], _ reading: inout Reading) {
        guard let rollout = specification.rollout else { return }
        let own = CommunitySelection.group(rollout.group)
        let moved = zip(specification.events, eventPaths).filter { $0.0.communities == own }
        if moved.isEmpty, !specification.fundLines.contains(where: { $0.communities == own }) {
            reading.refuse(
                at: "rollout.group", Text(en: rollout.group, zh: rollout.group),
                Text(en: "a group for which something happens or is funded", zh: "有事件或资金针对的分组"))
        }
        for (event, path) in moved where event.at < rollout.at {
            reading.refuse(
                at: KeyPath.key(path, "at"),
                Text(en: "\(event.at), before pilots are there", zh: "早于试点启动的 \(event.at)"),
                Text(en: "\(rollout.at) or later", zh: "\(rollout.at) 或更晚"))
        }
        for organisation in specification.organisations
        where [own, rollout.others.map(CommunitySelection.group)].contains(organisation.communities) {
            reading.refuse(
                at: KeyPath.key("organisations.\(organisation.id)", "communities"),
                Text(en: "a group that changes in the run", zh: "在运行中变化的分组"),
                Text(en: "all: support.access tells where it may work", zh: "all：由 support.access 决定其可进入之处"))
        }
        let count = specification.people.communities.count
        if rollout.pilots > count {
            reading.refuse(
                at: "rollout.pilots", Text(en: "\(rollout.pilots) pilots", zh: "\(rollout.pilots) 个试点"),
                Text(en: "at most \(count), the communities of the place", zh: "至多 \(count) 个（该地点的社区数）"))
        }
    }
}

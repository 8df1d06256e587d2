extension Observable.Definition {
    static let order: [Self] = [
        perBuilding(
            "issues.open", "open at the month's end / buildings", "street-level issues that are open", "未决问题"
        ) { $0.open },
        perBuilding("issues.arrived", "arisen in the month / buildings", "issues that arose", "新增问题") {
            $0.issues.arrived
        },
        perBuilding("issues.resolved", "resolved in the month / buildings", "issues that were resolved", "已解决问题") {
            $0.issues.resolved
        },
        Self(
            "issues.timeToResolve", "months", "months since they arose, summed / issues resolved in the month", nil,
            "time that issues resolved in the month took", "当月解决的问题所用时间"
        ) { ratio(Double($0.order.issues.waited), Double($0.order.issues.resolved)) },
        Self(
            "compliance", "index", "mean over communities", 0...1,
            "share of issues that residents' own conventions prevent", "居民公约所避免的问题占比"
        ) { ratio($0.order.compliance, Double($0.communities)) },
        Self(
            "microGovernance.active", "share", "buildings with an active unit / buildings", 0...1,
            "buildings whose self-governance unit is at work", "自治小组活跃的楼栋占比"
        ) { ratio(Double($0.order.activeUnits), Double($0.order.buildings)) },
        perThousand("petitions", "petitions in the month", "petitions", "上访") { $0.petitions },
        perThousand("protests", "protests in the month", "protests that block roads", "堵路抗议") { $0.protests },
        Self(
            "committee.petitionShare", "share", "hours for petitions and protests / all hours", 0...1,
            "committee hours taken by last month's petitions and protests", "居委会工时中处理上访与抗议的占比"
        ) { ratio($0.order.petitionHours, $0.committeeHours) },
        Self(
            "government.visibility", "1", "mean over communities of V", nil,
            "visible performance: what officials can show", "可见政绩"
        ) { ratio($0.order.visibility, Double($0.communities)) },
        Self(
            "government.aspiration", "1", "the district's own", nil, "visible performance that the district expects",
            "区级对可见政绩的期望"
        ) { ratio($0.order.aspiration, Double($0.communities)) },
        Self(
            "government.novelty", "index", "the district's own", 0...1, "how fresh the policy is to the upper level",
            "政策新鲜感"
        ) { ratio($0.order.novelty, Double($0.communities)) },
    ]

    private static func perThousand(
        _ key: String, _ formula: String, _ en: String, _ zh: String,
        _ count: @escaping @Sendable (OrderTally) -> Int
    ) -> Self {
        Self(
            key, "1/1000 residents", "1000 x \(formula) / residents", nil, en + ", of a thousand residents",
            zh + "（每千名居民）"
        ) { ratio(1000 * Double(count($0.order)), Double($0.residents)) }
    }

    private static func perBuilding(
        _ key: String, _ formula: String, _ en: String, _ zh: String,
        _ count: @escaping @Sendable (OrderTally) -> Int
    ) -> Self {
        Self(key, "issues/building", formula, nil, en + ", a building", zh + "（每栋楼）") {
            ratio(Double(count($0.order)), Double($0.order.buildings))
        }
    }
}

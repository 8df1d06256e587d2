import Governance

/// People, community types and communities.
enum PeopleFormat {
    static let people = Shape<People>.object(
        Text(en: "a mapping with adultShare, types and communities", zh: "含 adultShare、types、communities 的映射"),
        blank: People(adultShare: 1, types: [], communities: []),
        [
            .required(
                "adultShare", \.adultShare, .number(0.01...1), "share of people who are 16 or older", "16 岁及以上人口占比"),
            .required(
                "types", \.types, .list(of: type, minimum: 1, haveIDs: true, "community types", "社区类型"),
                "types of community: the shares from which residents are drawn", "社区类型（居民特征的抽样占比）"),
            .required(
                "communities", \.communities, .list(of: community, minimum: 1, haveIDs: true, "communities", "社区"),
                "the communities", "各社区"),
        ]
    )
    .checked { people, _, path, reading in
        for community in people.communities {
            let residents = community.adults(share: people.adultShare)
            guard residents > ResidentBlock.capacity else { continue }
            let most = ResidentBlock.capacity
            reading.refuse(
                at: KeyPath.key(KeyPath.key(path, "communities"), KeyPath.key(community.id, "people")),
                Text(en: "\(residents) residents of 16 and older", zh: "\(residents) 名 16 岁及以上居民"),
                Text(en: "at most \(most) in a community", zh: "每个社区至多 \(most) 名"))
        }
    }

    static let noText = Text(en: "", zh: "")

    /// How far communities differ beyond what a place tells.
    static let variation = Shape<People.Variation>.object(
        Text(en: "a mapping with leadership and facilitation", zh: "含 leadership 与 facilitation 的映射"),
        blank: People.Variation(),
        [
            .optional(
                "leadership", \.leadership, .number(0...2),
                "standard deviation of the logarithm of a community's factor on leadership", "社区领导力系数的对数标准差"),
            .optional(
                "facilitation", \.facilitation, .share,
                "standard deviation of the committees' facilitation at the start", "居委会初始协调能力的标准差"),
        ])

    private static let community = Shape<CommunitySpecification>.object(
        Text(en: "a mapping that tells of a community", zh: "描述一个社区的映射"),
        blank: CommunitySpecification(id: "", name: noText, type: "", street: "", people: 1),
        [
            .required("id", \.id, .id(of: .community), "its id", "编号"),
            .required("name", \.name, .bilingual, "its name", "名称"),
            .required("type", \.type, .reference(to: .communityType), "the id of its type", "所属类型的 id"),
            .required("street", \.street, .reference(to: .street), "the id of its street", "所属街道的 id"),
            .required("people", \.people, .integer(1...1_000_000), "people of all ages", "总人口"),
            .optional(
                "groups", \.groups, .names(.id(of: .group), "group names", "分组名称"),
                "groups that events, funds and organisations may name", "可供事件、资金、组织引用的分组"),
            .optional(
                "idleSpace", \.idleSpace, .number(0...1_000_000), "square metres of public space that stand idle",
                "闲置公共空间（平方米）"),
            .optional(
                "merchants", \.merchants, .integer(0...10_000), "merchants on its commercial street", "商业街商户数"),
        ])

    /// Ties that a resident can have within the community, and beyond it.
    private static let mostTies = (within: Double(ResidentBlock.tieSlots), beyond: 2.0)

    private static let type = Shape<CommunityType>.object(
        Text(en: "a mapping that tells of a type of community", zh: "描述一类社区的映射"),
        blank: CommunityType(
            id: "", name: noText, age: [], tenure: [], migrants: 0, children: 0, vulnerable: 0, partyMembers: 0,
            incomeMedian: 1, incomeSpread: 0, buildingSize: 1, tiesBuilding: 0, tiesCommunity: 0, tiesBeyond: 0,
            initialOrganisations: 0),
        [
            .required("id", \.id, .id(of: .communityType), "its id", "编号"),
            .required("name", \.name, .bilingual, "its name", "名称"),
            .required("age", \.age, .shares(of: AgeGroup.self), "shares of the age groups", "年龄构成"),
            .required("tenure", \.tenure, .shares(of: Tenure.self), "shares by tenure", "居住产权构成"),
            .required("migrants", \.migrants, .share, "share who came from elsewhere", "外来人口占比"),
            .required(
                "children", \.children, .share, "share with children at home, among those under 60",
                "60 岁以下居民中有未成年子女者占比"),
            .required("vulnerable", \.vulnerable, .share, "share who are vulnerable", "弱势人口占比"),
            .required("partyMembers", \.partyMembers, .share, "share who are party members", "党员占比"),
            .section(
                "income", "income a month", "月收入",
                [
                    .required("median", \.incomeMedian, .number(1...1_000_000), "median in yuan", "中位数（元）"),
                    .required("spread", \.incomeSpread, .number(0...3), "standard deviation of its logarithm", "对数标准差"),
                ]),
            .required(
                "buildingSize", \.buildingSize, .integer(1...5000), "residents of 16 and older in a building",
                "每栋楼 16 岁及以上居民数"),
            ties,
            .required(
                "initialOrganisations", \.initialOrganisations, .number(0...100),
                "residents' organisations at the start, per thousand residents", "初始居民组织数（每千名居民）"),
            .optional("workUnits", \.workUnits, .share, "share who belong to a work unit", "属于某单位的居民占比"),
        ]
    )
    .checked { type, tree, path, reading in
        guard type.tiesBuilding + type.tiesCommunity > mostTies.within else { return }
        let sum = NumberText.plain(type.tiesBuilding + type.tiesCommunity)
        let most = NumberText.plain(mostTies.within)
        reading.refuse(
            at: KeyPath.key(path, "ties"), Text(en: "\(sum) ties within the community", zh: "社区内 \(sum) 个联系"),
            Text(en: "building and community together at most \(most)", zh: "building 与 community 合计至多 \(most)"))
    }

    private static let ties = Field<CommunityType>.section(
        "ties", "mean ties of a resident at the start", "初始人均联系数",
        [
            .required("building", \.tiesBuilding, .number(0...mostTies.within), "in the building", "楼内"),
            .required(
                "community", \.tiesCommunity, .number(0...mostTies.within), "in the community beyond the building",
                "楼外社区内"),
            .required("beyond", \.tiesBeyond, .number(0...mostTies.beyond), "beyond the community", "社区外"),
        ])
}

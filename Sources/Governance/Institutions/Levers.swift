/// The value of a lever as scenario files and the command line write it.
public enum LeverValue: Sendable, Equatable {
    case number(Double)
    case flag(Bool)
    case choice(String)
}

/// A lever of the institutions: declared once, read by the scenario format, `describe`, the ODD and the studio.
public struct Lever: Sendable {
    public let key: String
    public let unit: String
    public let meaning: Text
    /// The value at which the lever changes nothing.
    public let neutral: LeverValue
    public let kind: Kind

    /// What values it takes, and where they stand in ``Institutions``.
    public enum Kind: Sendable {
        case number(range: ClosedRange<Double>, path: WritableKeyPath<Institutions, Double> & Sendable)
        case flag(path: WritableKeyPath<Institutions, Bool> & Sendable)
        case choice(
            names: [String], get: @Sendable (Institutions) -> String,
            set: @Sendable (inout Institutions, String) -> Void)
    }

    /// The lever's value in `institutions`.
    public func value(in institutions: Institutions) -> LeverValue {
        switch kind {
        case .number(_, let path): .number(institutions[keyPath: path])
        case .flag(let path): .flag(institutions[keyPath: path])
        case .choice(_, let get, _): .choice(get(institutions))
        }
    }

    /// Sets the lever; throws where the value is of the wrong kind or out of range.
    public func set(_ value: LeverValue, in institutions: inout Institutions) throws(LeverError) {
        switch (kind, value) {
        case (.number(let range, let path), .number(let number)):
            guard range.contains(number) else { throw .outOfRange(lever: key, value: number, range: range) }
            institutions[keyPath: path] = number
        case (.flag(let path), .flag(let flag)):
            institutions[keyPath: path] = flag
        case (.choice(let names, _, let set), .choice(let name)):
            guard names.contains(name) else { throw .unknownChoice(lever: key, value: name, choices: names) }
            set(&institutions, name)
        default: throw .wrongKind(lever: key, expected: expected)
        }
    }

    /// What a value of this lever looks like, in words.
    public var expected: String {
        switch kind {
        case .number(let range, _): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .choice(let names, _, _): "one of " + names.joined(separator: ", ")
        }
    }

    /// Every lever, in the order of ``Institutions``.
    public static let all: [Lever] =
        [
            .share("taskLoad", \.taskLoad, "share of committee hours taken by tasks from above", "居委会工时中上级任务占比"),
            .number(
                "projectWorkers", 0...20, "workers", \.projectWorkers,
                "committee workers kept free for service projects, whatever the task load", "专职社区服务项目工作者人数"),
            .flag(
                "rights.commission", \.rights.commission, "residents have a say in what is funded", "居民参与决定资助哪些项目"),
            .flag("rights.design", \.rights.design, "residents propose and shape projects", "居民提出并设计项目"),
            .flag("rights.deliver", \.rights.deliver, "residents' teams may run projects", "居民团队可执行项目"),
            .flag("rights.assess", \.rights.assess, "residents assess what was done", "居民评估项目"),
            .share("sensing.survey", \.sensing.survey, "share of residents asked in the yearly survey", "年度需求调查的居民覆盖率"),
            .share(
                "sensing.assembly", \.sensing.assembly, "weight given to what assemblies of residents say",
                "居民会议意见的采纳权重"),
            .share("sensing.platform", \.sensing.platform, "reach of grid workers and platform", "网格与平台的覆盖程度"),
            .share("sensing.immersion", \.sensing.immersion, "organisers' immersion in the community", "驻社区蹲点了解的程度"),
        ]
        + mix(
            "engagement.committee", "the committee's", "居委会",
            [
                \.engagement.committee.culture, \.engagement.committee.theatre, \.engagement.committee.training,
                \.engagement.committee.meeting, \.engagement.committee.serviceDay,
            ])
        + mix(
            "engagement.socialOrganisation", "the social organisation's", "社会组织",
            [
                \.engagement.socialOrganisation.culture, \.engagement.socialOrganisation.theatre,
                \.engagement.socialOrganisation.training,
                \.engagement.socialOrganisation.meeting, \.engagement.socialOrganisation.serviceDay,
            ])
        + mix(
            "engagement.residents", "resident organisations'", "居民组织",
            [
                \.engagement.residents.culture, \.engagement.residents.theatre, \.engagement.residents.training,
                \.engagement.residents.meeting, \.engagement.residents.serviceDay,
            ])
        + [
            .number(
                "capacity.committeeTraining", 0...20, "days/month", \.capacity.committeeTraining,
                "days of training that the committee's workers get a month", "居委会工作人员每月培训天数"),
            .number(
                "capacity.trainerHours", 0...100, "hours/day", \.capacity.trainerHours,
                "hours of outside organisations' staff that such a day takes; 0: trainers without number",
                "每个培训日占用的外来组织工时（0 为不限）"),
            .number(
                "capacity.adviserHours", 0...400, "hours/month", \.capacity.adviserHours,
                "hours of theirs that full help for residents' own organisations takes", "全力培育居民自组织每月占用的外来组织工时"),
            .number(
                "capacity.visits", 0...10, "visits/month", \.capacity.visits,
                "visits of the committee to other communities that take guests", "居委会每月外出参访次数"),
            .number(
                "capacity.guests", 0...20, "visits/month", \.capacity.guests,
                "visits of other committees that the community takes", "社区每月可接待的参访次数"),
            .share(
                "monitoring.audit", \.monitoring.audit, "chance that a project's books are audited when it ends",
                "项目结束时被审计的概率"),
            .share(
                "monitoring.assessors", \.monitoring.assessors, "share of projects that residents assess",
                "由居民评估的项目占比"),
            .share(
                "monitoring.penalty", \.monitoring.penalty,
                "share of missing money taken back once found; above 0 the culprit is barred", "查实后追回比例（大于零则取消资格）"),
            .flag(
                "monitoring.separation", \.monitoring.separation,
                "those who judge a project are not those who run it", "评审者与执行者分离（“裁判员”）"),
            .number(
                "monitoring.terminationMonths", 0...60, "months", \.monitoring.terminationMonths,
                "months after which a project far behind its plan is ended; 0 never", "项目严重滞后多少个月后终止（0 为从不）"),
            .share(
                "coordination.mobilisation", \.coordination.mobilisation,
                "coordinating body's power to bring in its members' hours", "协调机构的动员能力"),
            .share(
                "coordination.alignment", \.coordination.alignment,
                "coordinating body's power to align partners' priorities", "协调机构的价值整合能力"),
            .share(
                "coordination.pooling", \.coordination.pooling, "coordinating body's power to pool resources",
                "协调机构的资源整合能力"),
            .share(
                "coordination.integration", \.coordination.integration,
                "coordinating body's power to integrate the network", "协调机构的网络整合能力"),
            .flag("support.access", \.support.access, "outside organisations may work here", "允许外来社会组织进入"),
            .share("support.verbal", \.support.verbal, "words of support from above", "上级的口头支持"),
            .share("support.money", \.support.money, "share of pledged money that may be released here", "承诺资金可拨付比例"),
            .number(
                "support.pilotWeight", 0...100, "weight", \.support.pilotWeight,
                "weight of the community as a pilot in the district's attention", "作为试点在区级注意力中的权重"),
            .number(
                "support.byProtest", 0...100, "weight", \.support.byProtest,
                "weight in the district's attention that a protest of a thousand residents brings, while remembered",
                "每千名居民一起抗议（记忆期内）在区级注意力中增加的权重"),
            Lever(
                key: "support.agenda", unit: "share",
                meaning: Text(en: "the policy's place on the upper level's agenda", zh: "该政策在上级议程中的地位"),
                neutral: .number(1), kind: .number(range: 0...1, path: \.support.agenda)),
            .share("cultivation", \.cultivation, "help for residents' own organisations", "对居民自组织的培育"),
            .choice(
                "serviceTargeting", neutral: .anyone, \.serviceTargeting, "whom public standard service reaches first",
                "公共服务优先覆盖对象"),
            .share(
                "serviceByNeed", \.serviceByNeed,
                "part of public standard service that follows what is known of needs, not the template",
                "按所知需求（而非行政模板）提供的公共服务比例"),
            .share(
                "neighbourTies", \.neighbourTies, "care for networks of neighbours: owners' groups, mutual aid",
                "邻里网络的培育（业主群、互助）"),
        ]
        + order + partners + market

    /// The lever of that key, or nil.
    public static func named(_ key: String) -> Lever? { byKey[key] }

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    static func number(
        _ key: String, _ range: ClosedRange<Double>, _ unit: String,
        _ path: WritableKeyPath<Institutions, Double> & Sendable, _ en: String, _ zh: String
    ) -> Lever {
        Lever(
            key: key, unit: unit, meaning: Text(en: en, zh: zh), neutral: .number(0),
            kind: .number(range: range, path: path))
    }

    static func share(
        _ key: String, _ path: WritableKeyPath<Institutions, Double> & Sendable, _ en: String, _ zh: String
    ) -> Lever { number(key, 0...1, "share", path, en, zh) }

    static func flag(
        _ key: String, _ path: WritableKeyPath<Institutions, Bool> & Sendable, _ en: String, _ zh: String
    ) -> Lever {
        Lever(key: key, unit: "flag", meaning: Text(en: en, zh: zh), neutral: .flag(false), kind: .flag(path: path))
    }

    /// One of a closed list; `neutral` is the choice that changes nothing.
    static func choice<Choice: Named>(
        _ key: String, neutral: Choice, _ path: WritableKeyPath<Institutions, Choice> & Sendable, _ en: String,
        _ zh: String
    ) -> Lever {
        Lever(
            key: key, unit: "choice", meaning: Text(en: en, zh: zh), neutral: .choice(neutral.rawValue),
            kind: .choice(
                names: Choice.allCases.map(\.rawValue), get: { $0[keyPath: path].rawValue },
                set: { institutions, name in
                    if let choice = Choice(rawValue: name) { institutions[keyPath: path] = choice }
                }))
    }

    private static func mix(
        _ key: String, _ en: String, _ zh: String,
        _ paths: [WritableKeyPath<Institutions, Double> & Sendable]
    ) -> [Lever] {
        zip(ActivityKind.allCases, paths).map { kind, path in
            share(
                "\(key).\(kind.rawValue)", path, "share of \(en) hours spent on \(kind.label.en)",
                "\(zh)工时中用于\(kind.label.zh)的比例")
        }
    }
}

/// Why a lever could not be set.
public enum LeverError: Error, Equatable, CustomStringConvertible {
    case unknown(lever: String)
    case outOfRange(lever: String, value: Double, range: ClosedRange<Double>)
    case unknownChoice(lever: String, value: String, choices: [String])
    case wrongKind(lever: String, expected: String)

    public var description: String {
        switch self {
        case .unknown(let lever): "there is no lever \(lever)"
        case .outOfRange(let lever, let value, let range):
            "\(lever) is \(value), but must lie from \(range.lowerBound) to \(range.upperBound)"
        case .unknownChoice(let lever, let value, let choices):
            "\(lever) is “\(value)”, but must be one of \(choices.joined(separator: ", "))"
        case .wrongKind(let lever, let expected): "\(lever) must be \(expected)"
        }
    }
}

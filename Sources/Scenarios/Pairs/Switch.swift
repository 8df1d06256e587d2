public import Governance

/// A group of elements in which two scenarios differ, turned over together: what a difference is shared out among.
public struct Switch: Sendable, Equatable {
    public let id: String
    public let name: Text
    /// Elements of a ``ScenarioPair``, in its order.
    public let elements: [String]

    public init(id: String, name: Text, elements: [String]) {
        self.id = id
        self.name = name
        self.elements = elements
    }

    /// What a switch is to hold: everything at or below these key paths, such as `rights`, `sensing.survey`, `funds.venture`.
    struct Rule: Sendable {
        var id = ""
        var name = Text(en: "", zh: "")
        var paths: [String] = []

        /// The longest of its paths that an element is at or below.
        func claim(_ element: String) -> String? {
            paths.filter { element == $0 || element.hasPrefix($0 + ".") }.max { $0.count < $1.count }
        }
    }

    /// The usual switches: sections of a scenario.
    ///
    /// A fund line goes with its rule, its payers and with how much of pledged money is released; an organisation from outside with the leave
    /// to work here and with what it spends its hours on, since it can do nothing without them.
    static let usual: [Rule] = [
        rule("money", "money and its rules", "资金及其分配规则", "funds", "support.money"),
        rule("rights", "decision rights", "决策权利", "rights"),
        rule(
            "organisations", "social organisations from outside", "外来社会组织", "organisations", "support.access",
            "engagement.socialOrganisation"),
        rule(
            "tasks", "committees' tasks and hours", "居委会任务与工时", "taskLoad", "taskReform", "projectWorkers", "committees"
        ),
        rule("sensing", "how needs are found out", "需求识别", "sensing"),
        rule("engagement", "activities of committee and residents", "居委会与居民的活动", "engagement"),
        rule("support", "attention and words from above", "上级关注与支持", "support", "district"),
        rule(
            "cultivation", "training and help for residents' groups", "培训与居民组织培育", "cultivation", "capacity",
            "neighbourTies", "federation"),
        rule("self-governance", "self-governing groups and watchers", "自治小组与守望员", "microGovernance"),
        rule("coordination", "coordinating bodies and linkage", "协调机构与联动", "coordination", "linkage", "parties"),
        rule("monitoring", "audit and judgement", "审计与评估", "monitoring"),
        rule(
            "market", "firms, merchants and employers", "企业、商户与单位", "firms", "partner", "merchants", "workUnits"),
        rule("service", "public standard service", "公共服务", "publicService", "serviceTargeting", "serviceByNeed"),
        rule("behaviour", "behavioural parameters", "行为参数", "parameters"),
    ]

    private static func rule(_ id: String, _ en: String, _ zh: String, _ paths: String...) -> Rule {
        Rule(id: id, name: Text(en: en, zh: zh), paths: paths)
    }

    /// The switches of a pair: what `rules` name, and the rest by the usual sections. Those without an element are left out.
    ///
    /// Where several paths hold an element, the longest counts.
    static func all(of elements: [String], by rules: [Rule]) -> [Switch] {
        var held: [String: [String]] = [:]
        for element in elements {
            let best = rules.max { ($0.claim(element)?.count ?? 0) < ($1.claim(element)?.count ?? 0) }
            let isNamed = best?.claim(element) != nil
            let usual = Self.usual.max { ($0.claim(element)?.count ?? 0) < ($1.claim(element)?.count ?? 0) }
            let id = isNamed ? best?.id : usual.flatMap { $0.claim(element) == nil ? nil : $0.id }
            held[id ?? "other", default: []].append(element)
        }
        let others = Rule(id: "other", name: Text(en: "everything else", zh: "其他"))
        var done: Set<String> = []
        return (rules + usual + [others]).compactMap { rule in
            guard done.insert(rule.id).inserted, let elements = held[rule.id] else { return nil }
            return Switch(id: rule.id, name: rule.name, elements: elements)
        }
    }
}

extension ScenarioPair {
    /// The usual switches: by the sections of a scenario.
    public var switches: [Switch] { Switch.all(of: differences, by: []) }

    /// The switches that the file at `path` names; what it leaves out is in the usual ones.
    ///
    /// - Throws: every fault of the file: paths that hold nothing in which the two differ, or that two switches name.
    public func switches(path: String) throws(ScenarioFaults) -> [Switch] {
        Switch.all(of: differences, by: try SwitchFormat.read(path: path, differences: differences))
    }
}

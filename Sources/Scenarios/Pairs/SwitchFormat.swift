import Governance

/// A file of switches: which elements two scenarios' difference is shared out among.
///
///     switches:
///       - id: residents-decide
///         name: {en: Residents decide, zh: 居民决策}
///         levers: [rights, funds.for-the-people, monitoring.assessors]
enum SwitchFormat {
    private struct Draft: Sendable {
        var rules: [Switch.Rule] = []
    }

    private static let root = Mapping<Draft>(
        expected: Text(en: "a mapping with switches", zh: "含 switches 的映射"),
        fields: [
            .required(
                "switches", \.rules, .list(of: rule, minimum: 1, "switches", "开关"),
                "groups of what differs, each turned over as one", "整体切换的若干组差异")
        ], isCovering: false)

    private static let rule = Shape<Switch.Rule>.object(
        Text(en: "a mapping that tells of a switch", zh: "描述一个开关的映射"), blank: Switch.Rule(),
        [
            .required("id", \.id, .id(of: .factor), "its id", "编号"),
            .required("name", \.name, .bilingual, "what people call it", "名称"),
            .required(
                "levers", \.paths, .names(.words, minimum: 1, "key paths", "键路径"),
                "levers, funds.ID, organisations.ID, firms.ID or sections: all at or below each",
                "杠杆、funds.ID 等键路径或整个部分"),
        ], isCovering: false)

    static func read(path: String, differences: [String]) throws(ScenarioFaults) -> [Switch.Rule] {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken else { throw ScenarioFaults(faults: layers.faults) }
        var reading = Reading()
        var draft = Draft()
        root.read(tree, "", &draft, &reading)
        if reading.faults.isEmpty { check(draft.rules, differences, &reading) }
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        return draft.rules
    }

    /// Paths that no scenario could have, and those that two switches name.
    ///
    /// A path that is right but in which these two scenarios do not differ is let be, so that one file serves many pairs.
    private static func check(_ rules: [Switch.Rule], _ differences: [String], _ reading: inout Reading) {
        var named: [String: String] = [:]
        for rule in rules {
            for (number, path) in rule.paths.enumerated() {
                let place = KeyPath.item("switches.\(rule.id).levers", nil, number)
                if let other = named.updateValue(rule.id, forKey: path), other != rule.id {
                    reading.refuse(
                        at: "switches.\(rule.id).levers",
                        Text(en: "\(path), which \(other) has too", zh: "\(path)（\(other) 也含有）"),
                        Text(en: "each path in one switch", zh: "每个键路径只属于一个开关"))
                }
                guard !isKnown(path, differences) else { continue }
                let known = Lever.all.map(\.key) + differences
                reading.refuse(
                    reading.place(of: "switches.\(rule.id).levers") ?? Place(file: ""), place, Text(en: path, zh: path),
                    Text(
                        en:
                            "a lever or its section, funds.ID, organisations.ID, firms.ID, committees, publicService, district or parameters",
                        zh: "杠杆或其所属部分、funds.ID、organisations.ID、firms.ID、committees、publicService、district 或 parameters"
                    ),
                    nearest: NearestName.of(path, among: known))
            }
        }
    }

    private static func isKnown(_ path: String, _ differences: [String]) -> Bool {
        let sections = ["funds", "organisations", "firms", "committees", "publicService", "district", "parameters"]
        return Lever.all.contains { $0.key == path || $0.key.hasPrefix(path + ".") } || sections.contains(path)
            || differences.contains(path)
            || ["funds.", "organisations.", "firms."].contains { path.hasPrefix($0) && path.count > $0.count }
    }
}

import Archive
import Governance

extension Chapter {
    /// Behavioural parameters that differ from their defaults, and what the command line changed beside them.
    var parametersSection: Markup {
        section(
            "parameters", say("Parameters changed", "改动的参数"),
            changedParameters + commandLineChanges)
    }

    private var changedParameters: [Markup] {
        let changed = inputs.flatMap { input in input.parametersChanged.map { (input.id, $0) } }
        guard !changed.isEmpty else {
            return [
                paragraph(
                    say(
                        "None: people and organisations behave by the same defaults in all scenarios, which differ in "
                            + "people, places, money, institutions and dated events only.",
                        "无：所有情景中居民与组织的行为参数均取同一组默认值；各情景只在人口、地点、资金、制度和有日期的事件上不同。"))
            ]
        }
        return [
            table(
                say("Behavioural parameters that differ from their defaults", "与默认值不同的行为参数"),
                head: [
                    words("Parameter", "参数"), words("Meaning", "含义"), words("Scenario", "情景"),
                    numbers("Default", "默认值"), numbers("Value", "取值"), numbers("Plausible range", "合理范围"),
                    words("Where the default comes from", "默认值来源"),
                ], rows: changed.map { row($0, $1) })
        ]
    }

    private func row(_ id: String, _ change: ScenarioInput.ParameterChange) -> Markup {
        let field = Parameters.named(change.key)
        let isOutside = field.map { !$0.range.contains(change.value) } ?? false
        let value = number(change.value) + (isOutside ? say(" (outside)", "（超出范围）") : "")
        let range = field.map { "\(number($0.range.lowerBound)) – \(number($0.range.upperBound))" } ?? "–"
        return tag(
            "tr", [:],
            tag(
                "th", ["scope": "row"], tag("code", [:], Markup(change.key)),
                tag("small", [:], Markup(field?.unit ?? ""))),
            tag("td", [:], Markup(field?.meaning[language] ?? "")), tag("td", [:], tag("code", [:], Markup(id))),
            tag("td", ["class": "number"], Markup(number(change.standard))),
            tag("td", ["class": "number"], Markup(value)), tag("td", ["class": "number"], Markup(range)),
            tag("td", [:], Markup(origin(field))))
    }

    private func number(_ value: Double) -> String { NumberText.short(value, digits: 4, minus: Self.minus) }

    private func origin(_ field: ParameterField?) -> String {
        guard let provenance = field?.provenance else { return "–" }
        let kind =
            switch provenance {
            case .measured: say("measured", "实测")
            case .estimated: say("estimated", "估计")
            case .assumed: say("assumed", "假定")
            }
        return provenance.detail.isEmpty ? kind : kind + say(": ", "\u{FF1A}") + provenance.detail
    }

    /// What `--set` changed; nothing where it changed nothing.
    private var commandLineChanges: [Markup] {
        let rows = inputs.flatMap { input in
            input.changes.map { change in
                tag(
                    "tr", [:], tag("th", ["scope": "row"], tag("code", [:], Markup(change))),
                    tag("td", [:], Markup(meaning(of: change))), tag("td", [:], tag("code", [:], Markup(input.id))))
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            table(
                say("Changed on the command line", "命令行所作改动"),
                head: [words("Change", "改动"), words("Meaning", "含义"), words("Scenario", "情景")], rows: rows)
        ]
    }

    /// What a registry says of the key that a change names.
    private func meaning(of change: String) -> String {
        let key = String(change.prefix { $0 != "=" })
        if let field = Parameters.named(String(key.drop { $0 != "." }.dropFirst())) ?? Parameters.named(key) {
            return field.meaning[language]
        }
        let name = key.split(separator: ".").last.map(String.init) ?? key
        return Lever.all.first { $0.key == key || $0.key == name || key.hasSuffix("." + $0.key) }?.meaning[language]
            ?? ""
    }
}

import Allocation
import Governance

extension RegistryTable {
    private static let key = Column(name: "key", heading: Text(en: "key", zh: "键"), isCode: true)
    private static let unit = Column(name: "unit", heading: Text(en: "unit", zh: "单位"))
    private static let range = Column(name: "range", heading: Text(en: "range", zh: "范围"))
    private static let meaning = Column(name: "meaning", heading: Text(en: "meaning", zh: "含义"))

    /// The behavioural parameters, one set for all scenarios.
    public static var parameters: RegistryTable {
        RegistryTable(
            [
                key, Column(name: "symbol", heading: Text(en: "symbol", zh: "符号")),
                Column(name: "default", heading: Text(en: "default", zh: "默认值")), range, unit,
                Column(name: "provenance", heading: Text(en: "provenance", zh: "来源")), meaning,
            ],
            Parameters.all.map { field in
                let detail = field.provenance.detail
                let provenance = field.provenance.kind + (detail.isEmpty ? "" : ": " + detail)
                return [
                    .plain(field.key), .plain(field.symbol), .number(field.defaultValue), .range(field.range),
                    .plain(field.unit), .plain(provenance), .text(field.meaning),
                ]
            })
    }

    /// The levers by which institutions differ.
    public static var levers: RegistryTable {
        RegistryTable(
            [
                key, Column(name: "values", heading: Text(en: "values", zh: "取值")),
                Column(name: "neutral", heading: Text(en: "neutral", zh: "中性值")), unit, meaning,
            ],
            Lever.all.map { lever in
                [
                    .plain(lever.key), .values(lever), .neutral(lever), .plain(lever.unit), .text(lever.meaning),
                ]
            })
    }

    /// What is recorded every month.
    public static var observables: RegistryTable {
        RegistryTable(
            [key, unit, range, Column(name: "formula", heading: Text(en: "formula", zh: "公式"), isCode: true), meaning],
            Observable.all.map { observable in
                [
                    .plain(observable.key), .plain(observable.unit), .range(observable.range),
                    .plain(observable.formula), .text(observable.meaning),
                ]
            })
    }

    /// What happens in a month, in order.
    public static var schedule: RegistryTable {
        RegistryTable(
            [
                Column(name: "order", heading: Text(en: "order", zh: "顺序")),
                Column(name: "step", heading: Text(en: "step", zh: "步骤"), isCode: true), meaning,
                Column(name: "source", heading: Text(en: "source", zh: "来源")),
            ],
            Schedule.steps.enumerated().map { place, step in
                [.number(Double(place + 1)), .plain(step.name), .text(step.meaning), .plain(step.source)]
            })
    }

    /// The rules that decide what to fund, for `allocate`.
    public static var rules: RegistryTable {
        RegistryTable(
            [
                Column(name: "rule", heading: Text(en: "rule", zh: "规则"), isCode: true),
                Column(name: "name", heading: Text(en: "name", zh: "名称")), meaning,
                Column(name: "parameters", heading: Text(en: "parameters", zh: "参数")),
                Column(name: "source", heading: Text(en: "source", zh: "来源")),
            ],
            RuleRegistry.descriptions.map { rule in
                [
                    .plain(rule.id), .text(rule.name), .text(rule.meaning), .text(parameters(rule)),
                    .plain(rule.source),
                ]
            })
    }

    private static func parameters(_ rule: RuleDescription) -> Text {
        let each = rule.parameters.map { parameter in
            let usual = parameter.usual ?? Text(en: "must be given", zh: "必填")
            return Text(
                en: "\(parameter.id) (\(parameter.values); \(usual.en)): \(parameter.meaning.en)",
                zh: "\(parameter.id)（\(parameter.values)；\(usual.zh)）：\(parameter.meaning.zh)")
        }
        return Text(en: each.map(\.en).joined(separator: ". "), zh: each.map(\.zh).joined(separator: "。"))
    }
}

extension RegistryTable.Cell {
    fileprivate static func values(_ lever: Lever) -> Self {
        switch lever.kind {
        case .number(let range, _): .range(range)
        case .flag: .plain("true, false")
        case .choice(let names, _, _): .plain(names.joined(separator: ", "))
        }
    }

    fileprivate static func neutral(_ lever: Lever) -> Self {
        switch lever.neutral {
        case .number(let value): .number(value)
        case .flag(let flag): .plain(String(flag))
        case .choice(let name): .plain(name)
        }
    }
}

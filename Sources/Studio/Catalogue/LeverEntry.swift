import Governance

/// A lever as a slider, a switch or a list shows it.
struct LeverEntry: Encodable {
    struct Choice: Encodable {
        let id: String
        let title: Text
    }

    let key: String
    let section: String
    let title: Text
    let meaning: Text
    let unit: String
    let kind: String
    let range: [Double]?
    let step: Double?
    let choices: [Choice]?
    let neutral: LeverChange.Value

    init(_ lever: Lever) {
        (key, section) = (lever.key, LeverSection(of: lever.key).rawValue)
        (title, meaning, unit) = (lever.meaning, lever.meaning, lever.unit)
        switch lever.kind {
        case .number(let own, _):
            (kind, range, choices) = ("number", [own.lowerBound, own.upperBound], nil)
            step = Self.step(
                own.upperBound - own.lowerBound, isCount: lever.unit == "workers" || lever.unit == "months")
        case .flag: (kind, range, step, choices) = ("switch", nil, nil, nil)
        case .choice(let names, _, _):
            (kind, range, step) = ("choice", nil, nil)
            choices = names.map { Choice(id: $0, title: Self.title(of: $0)) }
        }
        neutral = LeverChange.Value(lever.neutral)
    }

    /// A slider's step: a hundredth of what it spans, or thereabouts, such as a person sets.
    private static func step(_ span: Double, isCount: Bool) -> Double {
        if isCount { return 1 }
        return span <= 1 ? 0.01 : span <= 20 ? 0.1 : 1
    }

    private static func title(of name: String) -> Text {
        Targeting(rawValue: name)?.label ?? InvitationOrder(rawValue: name)?.label ?? Text(en: name, zh: name)
    }
}

import Governance

/// The levers of the institutions, as nested keys: `monitoring: {audit: 1}` is the lever `monitoring.audit`.
enum InstitutionFormat {
    /// Levers set at the start; the others stay neutral.
    static let institutions = changes.map { changes in
        changes.reduce(into: Institutions()) { institutions, change in
            institutions.apply(change)
        }
    }

    /// Levers with their new values.
    static let changes = Shape<[ScheduledEvent.Change]>.object(
        Text(en: "a mapping of levers", zh: "由制度杠杆组成的映射"), blank: [],
        Field.nested(Lever.all.map { ($0.key, $0) }) { lever, key in
            .adding(key, value(of: lever), lever.meaning) { value, changes in
                changes.append(ScheduledEvent.Change(lever: lever.key, value: value))
            }
        })

    private static func value(of lever: Lever) -> Shape<LeverValue> {
        switch lever.kind {
        case .number(let range, _): Shape<Double>.number(range).map(LeverValue.number)
        case .flag: Shape<Bool>.flag.map(LeverValue.flag)
        case .choice(let names, _, _): Shape<String>.choice(names).map(LeverValue.choice)
        }
    }
}

extension Institutions {
    /// Sets a lever whose value has been checked.
    mutating func apply(_ change: ScheduledEvent.Change) {
        guard let lever = Lever.named(change.lever) else { return }
        do throws(LeverError) {
            try lever.set(change.value, in: &self)
        } catch {
            preconditionFailure("a checked value was refused: \(error)")
        }
    }
}

extension Field {
    /// Fields for dotted keys: `a.b` and `a.c` become `b` and `c` in a mapping `a`.
    static func nested<Declared: Sendable>(
        _ declared: [(key: String, thing: Declared)], leaf: (_ thing: Declared, _ key: String) -> Field
    ) -> [Field] {
        var heads: [String] = []
        for (key, _) in declared {
            let head = String(key.prefix { $0 != "." })
            if !heads.contains(head) { heads.append(head) }
        }
        return heads.map { head in
            if let own = declared.first(where: { $0.key == head }) { return leaf(own.thing, head) }
            let below = declared.filter { $0.key.hasPrefix(head + ".") }
                .map { (key: String($0.key.dropFirst(head.count + 1)), thing: $0.thing) }
            return section(
                head, isRequired: false, "what belongs to \(head)", "\(head) 下的各键", nested(below, leaf: leaf))
        }
    }
}

import Foundation
import Governance

extension Plan {
    /// The plan in the file at `path`.
    ///
    /// - Throws: every fault found in it. The scenario is not read yet.
    public static func read(path: String) throws(ScenarioFaults) -> Plan {
        var layers = Layers()
        // The place that it names is not its own, as a scenario's is.
        guard let tree = layers.readAlone(path) else { throw ScenarioFaults(faults: layers.faults) }
        var reading = Reading()
        var draft = PlanFormat.Draft()
        PlanFormat.root.read(tree, "", &draft, &reading)
        var plan = draft.plan
        plan.files = layers.files
        if reading.faults.isEmpty { plan.join(draft, &reading) }
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        return plan
    }

    /// Whether the file at `path` is a plan's: it has levers and a budget.
    public static func isPlan(path: String) -> Bool {
        var layers = Layers()
        guard let tree = layers.readAlone(path) else { return false }
        return tree["levers"] != nil && tree["budget"] != nil
    }

    /// The file as it was named.
    public var file: String { files.first?.path ?? "" }

    /// The path of what a plan names: a file beside its own, where there is one; else what `library` says.
    public func path(_ name: String, library: (String) -> String) -> String {
        let beside = ((file as NSString).deletingLastPathComponent as NSString).appendingPathComponent(name)
        return FileManager.default.fileExists(atPath: beside) ? beside : library(name)
    }

    private mutating func join(_ draft: PlanFormat.Draft, _ reading: inout Reading) {
        changes = draft.changes.map { ScenarioChange($0.text, place: $0.place) }
        if from > months {
            reading.refuse(
                at: "from", Text(en: "\(from)", zh: "\(from)"),
                Text(en: "at most the \(months) months", zh: "至多 \(months) 个月"))
        }
        for goal in goals {
            for (key, span) in [("months", goal.months), ("before", goal.before)] {
                guard let span, span.upperBound > months || span.lowerBound < from else { continue }
                reading.refuse(
                    at: "goals.\(goal.id).\(key)",
                    Text(en: "\(span.lowerBound) to \(span.upperBound)", zh: "\(span.lowerBound) 至 \(span.upperBound)"),
                    Text(en: "months from \(from) to \(months)", zh: "\(from) 至 \(months) 之间的月份"))
            }
        }
        let kinds = levers.map { lever -> (id: String, kind: Expression.Kind) in
            switch lever.kind {
            case .options: (lever.id, .word)
            case .factor(let factor): (lever.id, FactorKind.of(factor))
            }
        }
        for (number, written) in draft.constraints.enumerated() {
            do throws(ExpressionError) {
                constraints.append(try Constraint(written.text, factors: kinds))
            } catch {
                var place = written.place
                place.column = place.column.map { $0 + error.column }
                reading.refuse(
                    place, KeyPath.item("constraints", nil, number), error.found, error.expected, nearest: error.nearest
                )
            }
        }
    }

    /// The constraints that values of the levers break.
    public func broken(_ values: [Lever.Value]) -> Int {
        let words = zip(levers, values).map { lever, value -> LeverValue in
            switch (lever.kind, value) {
            case (.options(let options), .option(let place)): .choice(options[place].id)
            case (_, .value(let value)): value
            default: .choice("")
            }
        }
        return constraints.count { !$0.holds(words) }
    }
}

extension ScenarioSource {
    /// The id of the branch that a plan is.
    public static let planID = "plan"

    /// The scenario with a plan as its future: from its first month on, its measures, those of the options chosen, and the values of
    /// its levers.
    ///
    /// - Throws: every fault found; of the plan's own file by their place there.
    public func document(
        _ plan: Plan, _ values: [Plan.Lever.Value]
    ) throws(ScenarioFaults) -> ScenarioDocument {
        var measures = plan.measures
        var changes: [ScenarioChange] = plan.changes
        for (lever, value) in zip(plan.levers, values) {
            switch (lever.kind, value) {
            case (.options(let options), .option(let place)): measures = measures.merged(with: options[place].measures)
            case (.factor(let factor), .value(let value)):
                changes.append(factor.change(to: value, under: "branches.\(Self.planID).set"))
            default: break
            }
        }
        return try with(branch: Self.planID, name: plan.title, from: plan.from, set: measures, in: plan.file)
            .document(changes)
    }
}

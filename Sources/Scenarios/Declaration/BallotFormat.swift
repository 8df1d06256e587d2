import Allocation
import Governance

/// Residents' ballots as a fund line's rule. Rules that count, and what can be set about each, are those of the
/// ``Allocation/RuleRegistry``: a rule added there can be named here.
enum BallotFormat {
    static let ballot = Shape<BallotTerms>.object(
        Text(en: "residents vote on their community's proposals", zh: "居民对本社区提案投票"),
        blank: BallotTerms(counting: .greedy, electorate: .meeting),
        [
            .required("counting", \.counting, .choice, "what makes funded projects of ballots", "计票规则"),
            .required("electorate", \.electorate, .choice, "who votes", "投票人范围"),
            .optional(
                "delegates", \.delegates, .integer(0...1000), "residents that each community sends to the meeting",
                "各社区到会居民人数"),
            .optional(
                "ballot", \.ballot, .named(BallotKind.allCases.map { ($0.rawValue, $0) }), "how residents are asked",
                "选票类型"),
            // Proposals of a run stand in no file.
            .optional(
                "ties", \.ties,
                .named(TieBreaking.Convention.allCases.filter { $0 != .file }.map { ($0.rawValue, $0) }),
                "who goes first among equals", "平局时谁优先"),
        ] + parameters.compactMap(field), others: ["kind": ["const": "ballot"]]
    )
    .checked { terms, tree, path, reading in
        guard reading.isClean(at: KeyPath.key(path, "counting")) else { return }
        for parameter in parameters {
            let key = scenarioKey(parameter.id)
            guard tree[key] != nil, !terms.counting.rule.parameters.contains(parameter) else { continue }
            refuse(key, terms.counting, at: path, &reading)
        }
        check(terms, tree, at: path, &reading)
    }

    /// What can be set about one rule or another, each once.
    private static let parameters = RuleRegistry.votes.flatMap(\.parameters).reduce(into: [RuleParameter]()) {
        if !$0.contains($1) { $0.append($1) }
    }

    private static func field(_ parameter: RuleParameter) -> Field<BallotTerms>? {
        let values: Shape<String>
        switch parameter.allowed {
        case .names(let names): values = .named(names.map { ($0, $0) })
        case .whole(let least): values = Shape<Int>.integer(least...1_000_000_000).map(String.init)
        // Columns of a file's voters, tags and the like: there are none in a run.
        case .words: return nil
        }
        return .adding(scenarioKey(parameter.id), values, parameter.meaning) { value, terms in
            guard terms.settings.set(parameter.id, to: value) else {
                preconditionFailure("\(parameter.id) is declared and cannot be set to \(value)")
            }
        }
    }

    /// Refuses a setting of another rule.
    private static func refuse(
        _ key: String, _ counting: BallotTerms.Counting, at path: String, _ reading: inout Reading
    ) {
        let own = counting.rule.parameters.map { scenarioKey($0.id) }
        let owners = RuleRegistry.votes.filter { rule in rule.parameters.contains { scenarioKey($0.id) == key } }
            .map { scenarioKey($0.id) }.joined(separator: ", ")
        let settings = own.isEmpty ? Text(en: "nothing", zh: "无") : Text(en: own.shortList, zh: own.shortList)
        reading.refuse(
            at: KeyPath.key(path, key),
            Text(en: "\(key) with counting: \(counting.rawValue)", zh: "counting: \(counting.rawValue) 不用 \(key)"),
            Text(
                en: "counting: \(owners), to which it belongs; of \(counting.rawValue) can be set: \(settings.en)",
                zh: "counting 为 \(owners)（该键所属规则）；\(counting.rawValue) 可设置：\(settings.zh)"))
    }

    /// Refuses what no voter can fill in or nobody casts.
    private static func check(_ terms: BallotTerms, _ tree: Tree, at path: String, _ reading: inout Reading) {
        if terms.settings.satisfaction == .borda, terms.ballot != .ordinal {
            let kind = scenarioKey(terms.ballot.rawValue)
            reading.refuse(
                at: KeyPath.key(path, "satisfaction"),
                Text(en: "borda with ballot: \(kind)", zh: "ballot: \(kind) 不能用 borda"),
                Text(en: "ballot: ordinal, or another satisfaction", zh: "ballot: ordinal，或其他 satisfaction"))
        }
        if terms.electorate == .meeting, terms.delegates == 0, reading.isClean(at: path) {
            reading.refuse(
                tree["delegates"]?.place ?? tree.place, KeyPath.key(path, "delegates"),
                Text(en: "a meeting to which nobody comes", zh: "无人到会的会议"),
                Text(en: "delegates of 1 or more, or electorate: open", zh: "delegates 至少为 1，或 electorate: open"))
        }
    }
}

extension Shape {
    /// One of several values by their ids, as scenario files write them.
    static func named(_ values: [(id: String, value: Value)]) -> Shape {
        let keyed = values.map { (key: scenarioKey($0.id), value: $0.value) }
        let names = Shape<String>.choice(keyed.map(\.key))
        return Shape(expected: names.expected, schema: names.schema) { tree, path, reading in
            names.read(tree, path, &reading).flatMap { name in keyed.first { $0.key == name }?.value }
        }
    }
}

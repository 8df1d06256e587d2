import Governance

extension Claim {
    /// The claim in the file at `path`.
    ///
    /// - Throws: every fault found in it; scenarios and places are not looked at yet.
    public static func read(path: String) throws(ScenarioFaults) -> Claim {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken else { throw ScenarioFaults(faults: layers.faults) }
        var reading = Reading()
        var draft = ClaimDraft()
        // A claim says once where it comes from, and with each metric why it is asked so.
        ClaimFormat.root.read(tree.noted(Tree.Note(kind: .assumed, text: path)), "", &draft, &reading)
        reading.checkNames()
        let claim = draft.whole
        if reading.faults.isEmpty { check(claim, draft, tree, &reading) }
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        var whole = claim
        whole.file = layers.files.first ?? whole.file
        return whole
    }

    /// The rules that join what stands in different places.
    private static func check(_ claim: Claim, _ draft: ClaimDraft, _ tree: Tree, _ reading: inout Reading) {
        guard claim.factors.isEmpty != draft.claim.arms.isEmpty else {
            return reading.refuse(
                tree.place, "arms", Text(en: "arms and factors", zh: "同时有 arms 与 factors"),
                Text(en: "one of the two", zh: "二者之一"))
        }
        if claim.factors.count > 4 {
            reading.refuse(
                at: "factors", Text(en: "\(claim.factors.count) factors", zh: "\(claim.factors.count) 个因子"),
                Text(en: "at most 4", zh: "至多 4 个"))
        }
        if claim.judged.isEmpty {
            reading.refuse(
                at: "metrics", Text(en: "metrics that are only reported", zh: "仅有 reported 的度量"),
                Text(en: "one that the verdict rests on", zh: "至少一个用于判定的度量"))
        }
        for (metric, draft) in zip(claim.metrics, draft.metrics) { check(metric, draft, of: claim, &reading) }
        for (number, unequal) in claim.unequal.enumerated()
        where !(Self.compared + Self.following).contains(where: unequal.covers) {
            let path = KeyPath.item("unequal", nil, number)
            reading.refuse(
                at: path, Text(en: unequal.what, zh: unequal.what),
                Text(
                    en: "one of \(Self.compared.joined(separator: ", ")), or the beginning of one",
                    zh: "\(Self.compared.joined(separator: "、")) 之一或其前缀"))
        }
    }

    private static func check(
        _ metric: Metric, _ draft: ClaimDraft.Metric, of claim: Claim, _ reading: inout Reading
    ) {
        let path = "metrics.\(metric.id)"
        func refuse(_ key: String, _ found: Text, _ expected: Text) {
            let own = KeyPath.key(path, key)
            reading.refuse(at: reading.places[own] == nil ? path : own, found, expected)
        }
        let ways = [!draft.terms.isEmpty, !draft.parts.isEmpty, draft.shapley != nil].count { $0 }
        if ways > 1 || (!draft.parts.isEmpty && !draft.per.isEmpty) {
            refuse(
                "terms", Text(en: "several ways to make the value", zh: "多种取值方式"),
                Text(en: "one of terms (with per), parts and shapley", zh: "terms（可带 per）、parts、shapley 之一"))
        }
        if let factor = draft.shapley, !claim.factors.contains(where: { $0.id == factor }) {
            refuse("shapley", Text(en: factor, zh: factor), Text(en: "the id of a factor", zh: "某个因子的 id"))
        }
        let ids = claim.arms.map(\.id)
        for term in metric.parts.flatMap({ $0.terms + $0.per }) {
            if !ids.contains(term.arm) {
                refuse(
                    "terms", Text(en: "the arm \(term.arm)", zh: "组 \(term.arm)"),
                    Text(en: "one of \(ids.shortList)", zh: "\(ids.shortList) 之一"))
            }
            let quantity = term.quantity
            if quantity.until < quantity.from || quantity.until > claim.months {
                refuse(
                    "until",
                    Text(
                        en: "months \(quantity.from) to \(quantity.until)", zh: "\(quantity.from) 至 \(quantity.until) 月"
                    ),
                    Text(
                        en: "months of the \(claim.months) that are lived, the last not before the first",
                        zh: "\(claim.months) 个月之内，且末月不早于首月"))
            }
            if quantity.group != nil, !quantity.isOfResidents || quantity.statistic == .leadLag {
                refuse(
                    "terms", Text(en: "\(quantity.observable) in a group", zh: "分组中的 \(quantity.observable)"),
                    Text(
                        en:
                            "a mean over residents: participation.rung..., trust..., spirit, efficacy, skill, satisfaction or need.mean",
                        zh: "居民均值：participation.rung…、trust…、spirit、efficacy、skill、satisfaction 或 need.mean"))
            }
            let isLead = quantity.statistic == .leadLag
            if isLead != (quantity.behind != nil) || (isLead && quantity.until - quantity.from < 2 * quantity.lags) {
                refuse(
                    "statistic", Text(en: "\(quantity.statistic.rawValue)", zh: "\(quantity.statistic.rawValue)"),
                    Text(
                        en: "leadLag with behind: and more than twice as many months as lags, or neither",
                        zh: "leadLag 须有 behind:，且月数多于 lags 的两倍；否则两者皆无"))
            }
        }
    }

    /// What is measured of the sides to see whether they are confounded, by key: the money that they are given, by source and by
    /// use, the hours of those who are paid, and what these are meant for.
    public static let compared =
        ["city", "district", "street", "donors"].map { "money.released.\($0)" }
        + ["standing", "contracts", "surveys", "donated", "pooled"].map { "money.\($0)" }
        + ["hours.committee", "hours.socialOrganisation"]
        + ActivityKind.allCases.map { "hours.mix.\($0.rawValue)" }

    /// What of it the sides make: differences here follow from what people do, and are told without confounding.
    public static let following = ["money.granted", "money.vouchers", "hours.residents"]
}

extension Claim.Unequal {
    /// Whether it speaks of the observable of that key.
    public func covers(_ key: String) -> Bool { key == what || key.hasPrefix(what + ".") }
}

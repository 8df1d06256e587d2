import Governance

/// A claim as its file has it, before what it leaves out is filled in.
struct ClaimDraft: Sendable {
    var claim = Claim()
    /// For all arms that do not say otherwise.
    var attentionUntil: Int?
    var metrics: [Metric] = []

    struct Metric: Sendable {
        var metric = Claim.Metric()
        var quantity = Claim.Quantity()
        var terms: [Term] = []
        var per: [Term] = []
        var parts: [Part] = []
        var shapley: String?
    }

    struct Part: Sendable {
        var weight = 1.0
        var terms: [Term] = []
        var per: [Term] = []
    }

    struct Term: Sendable {
        var arm = ""
        var weight = 1.0
        var observable: String?
        var from: Int?
        var until: Int?
        var group: String?

        init() {}

        init(_ arm: String, _ weight: Double) {
            self.arm = arm
            self.weight = weight
        }
    }

    /// The claim with everything filled in.
    var whole: Claim {
        var whole = claim
        if !claim.factors.isEmpty { whole.arms = combinations }
        for place in whole.arms.indices {
            whole.arms[place].attentionUntil = whole.arms[place].attentionUntil ?? attentionUntil
        }
        whole.metrics = metrics.map { filled($0, arms: whole.arms) }
        return whole
    }

    private func filled(_ draft: Metric, arms: [Claim.Arm]) -> Claim.Metric {
        var metric = draft.metric
        func terms(_ terms: [Term]) -> [Claim.Term] {
            terms.map { term in
                var quantity = draft.quantity
                quantity.observable = term.observable ?? quantity.observable
                quantity.from = term.from ?? quantity.from
                quantity.until = term.until ?? term.from.map { max($0, quantity.until) } ?? quantity.until
                quantity.group = term.group
                return Claim.Term(arm: term.arm, weight: term.weight, quantity: quantity)
            }
        }
        if draft.parts.isEmpty {
            let own = draft.shapley.map(shapley) ?? (draft.terms.isEmpty ? usual(arms) : draft.terms)
            metric.parts = [Claim.Part(weight: 1, terms: terms(own), per: terms(draft.per))]
        } else {
            metric.parts = draft.parts.map {
                Claim.Part(weight: $0.weight, terms: terms($0.terms), per: terms($0.per))
            }
        }
        return metric
    }

    /// The first arm less the second; the only one; all factors less none.
    private func usual(_ arms: [Claim.Arm]) -> [Term] {
        guard let first = arms.first, let last = arms.last else { return [] }
        if !claim.factors.isEmpty { return [Term(last.id, 1), Term(first.id, -1)] }
        return [Term(first.id, 1)] + (arms.count > 1 ? [Term(arms[1].id, -1)] : [])
    }
}

// MARK: Factors

extension ClaimDraft {
    /// An arm for every set of factors, none first, all last.
    private var combinations: [Claim.Arm] {
        (0..<1 << claim.factors.count).map { set in
            let on = claim.factors.indices.filter { set >> $0 & 1 == 1 }.map { claim.factors[$0] }
            var arm = Claim.Arm()
            arm.id = Self.id(of: on.map(\.id))
            arm.name =
                on.isEmpty
                ? Text(en: "none", zh: "均无")
                : Text(
                    en: on.map(\.name.en).joined(separator: " + "), zh: on.map(\.name.zh).joined(separator: " + "))
            arm.settings = on.flatMap(\.settings)
            arm.place = on.first?.place ?? claim.factors.first?.place ?? arm.place
            return arm
        }
    }

    static func id(of factors: [String]) -> String { factors.isEmpty ? "none" : factors.joined(separator: "+") }

    /// The Shapley value of a factor as a contrast of arms: over all sets S without it, v(S and it) - v(S), weighted by
    /// |S|! (n - |S| - 1)! / n!. Source: Shapley (1953).
    private func shapley(_ factor: String) -> [Term] {
        guard let own = claim.factors.firstIndex(where: { $0.id == factor }) else { return [] }
        let n = claim.factors.count
        func factorial(_ k: Int) -> Double { (0..<k).reduce(1) { $0 * Double($1 + 1) } }
        return (0..<1 << n).filter { $0 >> own & 1 == 0 }.flatMap { set in
            let weight = factorial(set.nonzeroBitCount) * factorial(n - set.nonzeroBitCount - 1) / factorial(n)
            func arm(_ set: Int) -> String {
                Self.id(of: claim.factors.indices.filter { set >> $0 & 1 == 1 }.map { claim.factors[$0].id })
            }
            return [Term(arm(set | 1 << own), weight), Term(arm(set), -weight)]
        }
    }
}

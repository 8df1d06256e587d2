import Allocation
import Governance

/// Organisations from outside, lines of money under every rule, firms.
extension RandomScenario {
    func organisation(_ key: String, _ place: Int) -> Draft {
        Self.covered(
            [
                ("id", .plain(["helper", "aid", "zeal"][place])), ("name", .both(key)),
                ("staff", .number(dice.number(key + ".staff", usual: 0...5, of: 0...1000))),
                ("perCommunity", maybe(key + ".perCommunity", flag(key + ".perCommunity"))),
                ("hours", .number(dice.number(key + ".hours", usual: 80...200, of: 0...400))),
                ("professionalism", share(key + ".professionalism")), ("integrity", share(key + ".integrity")),
                ("contract", yuan(key + ".contract", upTo: 30_000)), ("payer", payer(key + ".payer")),
                ("release", maybe(key + ".release", choice(key + ".release", FundLine.Release.self))),
                ("wage", maybe(key + ".wage", often: 0.3, yuan(key + ".wage", upTo: 6000))),
                ("capture", maybe(key + ".capture", share(key + ".capture"))),
                ("relation", maybe(key + ".relation", share(key + ".relation"))),
                ("priorities", maybe(key + ".priorities", shares(key + ".priorities", of: Domain.self))),
                ("pledges", maybe(key + ".pledges", often: 0.3, pledges(key + ".pledges"))),
                ("communities", maybe(key + ".communities", selection(key + ".communities"))),
            ], term(key))
    }

    private func payer(_ key: String) -> Draft { .words(dice.choice(key, Account.payers)) }

    private func pledges(_ key: String) -> Draft {
        .list(
            list(key, 0...2) { key, _ in
                Self.mapping([
                    ("account", payer(key + ".account")), ("at", date(key + ".at", -12...12)),
                    ("amount", yuan(key + ".amount", upTo: 50_000)),
                ])
            })
    }

    func fund(_ key: String, _ place: Int) -> Draft {
        let isOpen = dice.chance(key + ".open", 0.7)
        let comesLater = hasRollout && !isOpen && dice.chance(key + ".rollout")
        let whose: Draft? =
            isOpen
            ? maybe(key + ".communities", .plain("all"))
            : comesLater ? Self.mapping([("group", .plain("joined"))]) : selection(key + ".communities")
        // A tender needs several who may bid, in communities that take part from the start.
        let proposers = dice.some(key + ".proposers", of: Provider.allCases)
        let bidders = comesLater ? 0 : proposers.count { $0 != .socialOrganisation }
        return Self.covered(
            [
                ("id", .plain(["north-line", "gift", "yard", "bread", "arts"][place])), ("name", .both(key)),
                ("payers", payers(key + ".payers")), ("yearly", yuan(key + ".yearly", upTo: 200_000)),
                ("perCommunity", maybe(key + ".perCommunity", flag(key + ".perCommunity"))),
                ("holder", maybe(key + ".holder", choice(key + ".holder", FundLine.Holder.self))),
                ("proposers", .names(proposers.map(\.rawValue))),
                ("rule", rule(key + ".rule", isOpen: isOpen, bidders: bidders)),
                // Most are decided while the run lasts.
                ("reviewMonth", .integer((start + dice.integer(key + ".review", -1...(months - 1))).month)),
                ("projectMonths", .integer(dice.integer(key + ".projectMonths", 1...12))),
                ("release", maybe(key + ".release", choice(key + ".release", FundLine.Release.self))),
                ("targeting", maybe(key + ".targeting", choice(key + ".targeting", Targeting.self))),
                ("organisations", maybe(key + ".organisations", .integer(dice.integer(key + ".organisations", 0...5)))),
                ("communities", whose), ("pledges", maybe(key + ".pledges", often: 0.3, pledges(key + ".pledges"))),
                (
                    "changes",
                    maybe(
                        key + ".changes", often: 0.3,
                        .list([change(key + ".changes", isOpen: isOpen, bidders: bidders)]))
                ),
            ], term(key))
    }

    private func change(_ key: String, isOpen: Bool, bidders: Int) -> Draft {
        Self.mapping([
            ("at", date(key + ".at", -2...months)),
            ("yearly", maybe(key + ".yearly", yuan(key + ".yearly", upTo: 90_000))),
            ("payers", maybe(key + ".payers", payers(key + ".payers"))),
            ("rule", maybe(key + ".rule", rule(key + ".rule", isOpen: isOpen, bidders: bidders))),
        ])
    }

    /// One or two who pay by shares, and now and then one who adds to every yuan.
    private func payers(_ key: String) -> Draft {
        let names = dice.shuffled(key, Account.payers)
        let shares = dice.shares(key + ".shares", 2)
        let isOne = dice.chance(key + ".one")
        var payers = [Self.mapping([("account", .words(names[0])), ("share", .number(isOne ? 1 : shares[0]))])]
        if !isOne { payers.append(Self.mapping([("account", .words(names[1])), ("share", .number(shares[1]))])) }
        if dice.chance(key + ".match", 0.3) {
            let match = dice.number(key + ".match", usual: 0.5...2, of: 0.01...100)
            payers.append(Self.mapping([("account", .words(names[2])), ("match", .number(match))]))
        }
        return .list(payers)
    }

    private func rule(_ key: String, isOpen: Bool, bidders: Int) -> Draft {
        var kinds = ["equalSplit", "weightedReview", "discretion", "jury", "ballot", "vouchers"]
        if isOpen { kinds.append("earmark") }
        if bidders > 0 { kinds.append("tender") }
        let kind = dice.choice(key + ".kind", kinds)
        let terms: Entries =
            switch kind {
            case "weightedReview": review(key)
            case "earmark": [("communities", selection(key + ".communities"))]
            case "jury": jury(key)
            case "ballot": ballot(key)
            case "tender": tender(key, bidders)
            case "vouchers":
                [
                    ("entitled", choice(key + ".entitled", Entitlement.self)),
                    ("monthly", yuan(key + ".monthly", upTo: 200)),
                    ("firms", maybe(key + ".firms", flag(key + ".firms"))),
                ]
            default: []
            }
        return Self.mapping([("kind", .plain(kind))], terms)
    }

    private func review(_ key: String) -> Entries {
        let weights = dice.shares(key, 3)
        return [
            ("publicBenefit", .number(weights[0])), ("feasibility", .number(weights[1])),
            ("sustainability", .number(weights[2])), ("opinion", share(key + ".opinion")),
            ("delegates", .integer(dice.integer(key + ".delegates", 0...12))),
        ]
    }

    private func jury(_ key: String) -> Entries {
        func seats(_ key: String) -> Entries {
            ["committee", "coordinators", "residents"].map { ($0, .integer(dice.integer(key + "." + $0, 0...6))) }
        }
        return seats(key).adding("quotas", maybe(key + ".quotas", Self.mapping(seats(key + ".quotas"))))
    }

    private func ballot(_ key: String) -> Entries {
        let counting = dice.choice(key + ".counting", Array(BallotTerms.Counting.allCases))
        let kind = dice.choice(key + ".ballot", BallotKind.allCases)
        let conventions = TieBreaking.Convention.allCases.filter { $0 != .file }
        let settings = counting.rule.parameters.compactMap { setting -> (String, Draft?)? in
            let inside = key + "." + setting.id
            switch setting.allowed {
            case .names(let names):
                // Places count as satisfaction only where voters rank.
                let open = names.filter { $0 != Satisfaction.borda.rawValue || kind == .ordinal }
                return (scenarioKey(setting.id), maybe(inside, .plain(scenarioKey(dice.choice(inside, open)))))
            case .whole(let least):
                return (scenarioKey(setting.id), maybe(inside, .integer(dice.integer(inside, least...(least + 5000)))))
            case .words: return nil
            }
        }
        let terms: Entries = [
            ("counting", .plain(counting.rawValue)),
            ("electorate", choice(key + ".electorate", BallotTerms.Electorate.self)),
            ("delegates", .integer(dice.integer(key + ".delegates", 1...10))),
            ("ballot", .plain(scenarioKey(kind.rawValue))),
            ("ties", maybe(key + ".ties", .plain(scenarioKey(dice.choice(key + ".ties", conventions).rawValue)))),
        ]
        return settings.reduce(terms) { $0.adding($1.0, $1.1) }
    }

    private func tender(_ key: String, _ bidders: Int) -> Entries {
        let price = dice.number(key + ".price", 0...1)
        return [
            ("price", .number(price)), ("quality", .number((1000 * (1 - price)).rounded() / 1000)),
            ("bidders", .integer(dice.integer(key + ".bidders", 1...bidders))),
            ("experts", .integer(dice.integer(key + ".experts", 1...4))),
            ("committee", maybe(key + ".committee", .integer(dice.integer(key + ".committee", 0...4)))),
            ("residents", maybe(key + ".residents", .integer(dice.integer(key + ".residents", 0...9)))),
        ]
    }

    func firm(_ key: String, _ place: Int) -> Draft {
        Self.covered(
            [
                ("id", .plain(["shop", "builder"][place])), ("name", .both(key)),
                ("capital", yuan(key + ".capital", upTo: 2_000_000)),
                ("hurdle", .number(dice.number(key + ".hurdle", usual: -1...0.3, of: -1...10))),
                ("mix", shares(key + ".mix", of: Domain.self)), ("price", yuan(key + ".price", upTo: 60)),
                ("unitCost", yuan(key + ".unitCost", upTo: 30)), ("quality", share(key + ".quality")),
                ("spacePerUnit", .number(dice.number(key + ".space", usual: 0.5...5, of: 0.001...10_000))),
                ("renovation", yuan(key + ".renovation", upTo: 1000)),
                ("rent", maybe(key + ".rent", yuan(key + ".rent", upTo: 60))),
                ("overhead", maybe(key + ".overhead", yuan(key + ".overhead", upTo: 5000))),
                ("propertyFee", maybe(key + ".propertyFee", yuan(key + ".propertyFee", upTo: 100))),
                ("customerCost", maybe(key + ".customerCost", yuan(key + ".customerCost", upTo: 50))),
                ("trialMonths", maybe(key + ".trialMonths", .integer(dice.integer(key + ".trialMonths", 0...6)))),
                ("trialPrice", maybe(key + ".trialPrice", share(key + ".trialPrice"))),
                ("communities", maybe(key + ".communities", selection(key + ".communities"))),
            ], term(key))
    }
}

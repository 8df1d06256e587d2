import Governance

/// Levers over their whole ranges, what changes them by date, and how people behave.
extension RandomScenario {
    /// Some of the levers, each somewhere in its range; of a mix of hours all or none, so that nobody has more than all its hours.
    func institutions(_ key: String, share: Double = 0.4) -> Draft {
        let mixes = Provider.allCases.filter { dice.chance("\(key).engagement.\($0.rawValue) is there", share) }
        var values: [(String, Draft)] = []
        for lever in Lever.all where !lever.key.isOfMix && dice.chance("\(key).\(lever.key) is there", share) {
            values.append((lever.key, value(of: lever, "\(key).\(lever.key)")))
        }
        for provider in mixes {
            // One part more is spent on nothing.
            let parts = dice.shares("\(key).engagement.\(provider.rawValue)", ActivityKind.count + 1)
            for (kind, part) in zip(ActivityKind.allCases, parts) {
                values.append(("engagement.\(provider.rawValue).\(kind.rawValue)", .number(part)))
            }
        }
        var whole = Self.nested(values)
        whole["assumed"] = .words("drawn at random")
        return whole
    }

    private func value(of lever: Lever, _ key: String) -> Draft {
        switch lever.kind {
        case .number(let range, _): .number(dice.number(key, range))
        case .flag: flag(key)
        case .choice(let names, _, _): .plain(dice.choice(key, names))
        }
    }

    /// Dotted keys as mappings in mappings.
    static func nested(_ values: [(key: String, value: Draft)]) -> Draft {
        var heads: [String] = []
        for (key, _) in values {
            let head = String(key.prefix { $0 != "." })
            if !heads.contains(head) { heads.append(head) }
        }
        return mapping(
            heads.map { head in
                if let own = values.first(where: { $0.key == head }) { return (head, own.value) }
                let below = values.filter { $0.key.hasPrefix(head + ".") }
                return (head, nested(below.map { (String($0.key.dropFirst(head.count + 1)), $0.value) }))
            })
    }

    /// What happens at dates that all differ, also where a roll-out shifts them; the first one comes with a roll-out.
    var events: [Draft] {
        let count = hasRollout ? 1 : dice.integer("events count", 0...3)
        let dates = dice.shuffled("events.at", Array(0..<months))
        return (0..<count).map { place in
            let key = "events.\(place)"
            let isRollout = hasRollout && place == 0
            let at = isRollout ? dice.integer(key + ".at", rolloutMonth...(months - 1)) : dates[place]
            var levers = institutions(key, share: 0.15)
            if case .mapping(let entries) = levers, entries.count == 1 { levers["cultivation"] = .number(1) }
            return Self.covered([
                ("id", .plain(["spring", "autumn", "later"][place])), ("at", .plain("\(start + at)")),
                ("title", .both(key)),
                (
                    "communities",
                    isRollout
                        ? Self.mapping([("group", .plain("joined"))])
                        : maybe(key + ".communities", selection(key + ".communities"))
                ), ("reset", maybe(key + ".reset", often: 0.3, flag(key + ".reset"))), ("institutions", levers),
            ])
        }
    }

    private var rolloutMonth: Int { dice.integer("rollout.at", 0...(months - 2)) }

    var rollout: Draft {
        Self.covered([
            ("group", .plain("joined")), ("others", maybe("rollout.others", .plain("waiting"))),
            ("at", .plain("\(start + rolloutMonth)")),
            ("pilots", .integer(dice.integer("rollout.pilots", 0...communities.count))),
            ("choice", maybe("rollout.choice", often: 0.8, choice("rollout.choice", PilotChoice.self))),
            ("signal", maybe("rollout.signal", signal)), ("among", maybe("rollout.among", selection("rollout.among"))),
            ("expansion", maybe("rollout.expansion", .integer(dice.integer("rollout.expansion", 1...4)))),
            ("growth", maybe("rollout.growth", .number(dice.number("rollout.growth", usual: 0...4, of: 0...10_000)))),
        ])
    }

    private var signal: Draft {
        let weights = ["leadership", "ties", "space", "facilitation"].map { name -> (String, Draft?) in
            let key = "rollout.signal." + name
            return (name, maybe(key, .number(dice.number(key, -10...10))))
        }
        return Self.covered(weights)
    }

    var variation: Draft {
        Self.covered([
            ("leadership", maybe("variation.leadership", .number(dice.number("variation.leadership", 0...2)))),
            ("facilitation", maybe("variation.facilitation", share("variation.facilitation"))),
        ])
    }

    /// Another future under other levers.
    var branch: Draft {
        Self.covered([
            ("id", .plain("other")), ("name", .both("other")),
            ("from", .integer(dice.integer("branches.from", 1...months))),
            ("set", Self.mapping([("institutions", institutions("branches", share: 0.2))])),
        ])
    }

    var parameters: Draft {
        var whole = Self.nested(
            Parameters.all.filter { dice.chance("parameters.\($0.key) is there", 0.4) }
                .map { ($0.key, .number(dice.number("parameters.\($0.key)", $0.range))) })
        whole["assumed"] = .words("drawn at random")
        return whole
    }
}

extension String {
    /// Whether it is the key of a lever that is one part of an organiser's hours.
    fileprivate var isOfMix: Bool {
        let parts = split(separator: ".")
        return parts.count == 3 && parts[0] == "engagement"
    }
}

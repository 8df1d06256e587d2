import Governance

/// The same scenario told in other ways.
extension RandomScenario {
    /// With those lists in another order.
    ///
    /// - Parameter paths: of lists, by their keys.
    public func reordered(_ paths: [[String]]) -> RandomScenario {
        var other = self
        for path in paths {
            other.draft.change(path) { list in
                let drawn = dice.shuffled("order of \(path)", list.items)
                return .list(drawn == list.items ? drawn.reversed() : drawn)
            }
        }
        return other
    }

    /// Every number in another notation: powers of ten, all decimals of an amount, or with its own word on where it comes from.
    public var inOtherNotation: RandomScenario {
        var other = self
        other.draft = draft.renoted("", dice)
        return other
    }

    /// Those selected by name one by one instead of all at once or as a group, and what is since ever from the first month on.
    public var spelledOut: RandomScenario {
        var other = self
        let first = draft["people"]?["communities"]?.items.filter { community in
            community["groups"]?.items.contains { $0.text == "first" } ?? false
        }
        let ids = (all: communities, first: (first ?? []).compactMap { $0["id"]?.text })
        for key in ["organisations", "funds", "firms", "events"] {
            other.draft.change([key]) { list in
                .list(
                    list.items.map { item in
                        var item = item
                        item["communities"] = (item["communities"] ?? .plain("all")).spelled(ids)
                        if key != "events", item["from"] == nil { item["from"] = .plain("\(start + -burnIn)") }
                        return item
                    })
            }
        }
        return other
    }

    /// With every lever that it does not set put to its neutral value: at the start, and where an event begins an order of its own.
    public var withNeutralLevers: RandomScenario {
        var other = self
        other.draft.change(["institutions"]) { $0.withNeutralLevers }
        other.draft.change(["events"]) { list in
            .list(
                list.items.map { event in
                    guard event["reset"]?.text == "true" else { return event }
                    var event = event
                    event.change(["institutions"]) { $0.withNeutralLevers }
                    return event
                })
        }
        return other
    }

    /// Without the levers of the start, and these as changes that the command line would make.
    public var leversApart: (scenario: RandomScenario, changes: [String]) {
        var other = self
        other.draft["institutions"] = nil
        let levers = Lever.all.compactMap { lever in
            draft.at(["institutions"] + lever.key.split(separator: ".").map(String.init))?.text.map {
                "institutions.\(lever.key)=\($0)"
            }
        }
        return (other, levers)
    }
}

extension Draft {
    /// What stands at a path of keys.
    func at(_ path: [String]) -> Draft? { path.reduce(Optional(self)) { $0?[$1] } }

    /// Replaces what stands at a path of keys, if anything does.
    mutating func change(_ path: [String], _ work: (Draft) -> Draft) {
        guard let key = path.first else { return self = work(self) }
        guard var inside = self[key] else { return }
        inside.change(Array(path.dropFirst()), work)
        self[key] = inside
    }

    fileprivate func spelled(_ ids: (all: [String], first: [String])) -> Draft {
        if text == "all" { return .names(ids.all) }
        return self["group"]?.text == "first" ? .names(ids.first) : self
    }

    fileprivate var withNeutralLevers: Draft {
        let given = Lever.all.compactMap { lever -> (key: String, value: Draft)? in
            let own = at(lever.key.split(separator: ".").map(String.init))
            if let own { return (lever.key, own) }
            return switch lever.neutral {
            case .number(let value): (lever.key, .number(value))
            case .flag(let value): (lever.key, .flag(value))
            case .choice(let name): (lever.key, .plain(name))
            }
        }
        var whole = RandomScenario.nested(given)
        whole["assumed"] = self["assumed"]
        return whole
    }

    /// Keys of amounts of money, which take no powers of ten.
    private static let amounts = [
        "wage", "unitCost", "contract", "yearly", "monthly", "amount", "capital", "renovation", "rent", "overhead",
        "propertyFee", "customerCost",
    ]

    fileprivate func renoted(_ path: String, _ dice: Dice) -> Draft {
        switch self {
        case .mapping(let entries):
            return .mapping(entries.map { Entry($0.key, $0.value.renoted(path + "." + $0.key, dice)) })
        case .list(let items): return .list(items.enumerated().map { $1.renoted("\(path)[\($0)]", dice) })
        case .words: return self
        case .plain(let text):
            let key = String(path.split(separator: ".").last ?? "")
            var told = text
            if Self.amounts.contains(key) {
                let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
                told = decimals == 0 ? text + ".00" : decimals == 1 ? text + "0" : text
            } else if let point = text.firstIndex(of: "."), Double(text) != nil, key != "price" {
                let decimals = text.distance(from: point, to: text.endIndex) - 1
                let digits = text.replacing(".", with: "")
                let sign = digits.hasPrefix("-") ? "-" : ""
                let figures = digits.drop { $0 == "-" || $0 == "0" }
                told = dice.chance("notation " + path) ? text + "0" : "\(sign)\(figures)e-\(decimals)"
            } else if Double(text) == nil {
                return self
            }
            guard dice.chance("note " + path, 0.3) else { return .plain(told) }
            return .mapping([Entry("value", .plain(told)), Entry("source", .words("drawn too"))])
        }
    }
}

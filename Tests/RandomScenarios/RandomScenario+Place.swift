import Governance

/// Who lives where, under which offices.
extension RandomScenario {
    var people: Draft {
        let types = (0..<dice.integer("types", 1...3)).map { "type-\($0)" }
        return Self.covered([
            ("adultShare", .number(dice.number("adultShare", usual: 0.6...1, of: 0.01...1))),
            ("types", .list(types.map(type))), ("communities", .list(communities.map { community($0, types) })),
        ])
    }

    private func type(_ id: String) -> Draft {
        let inside = dice.number(id + ".ties.building", 0...10)
        return Self.mapping([
            ("id", .plain(id)), ("name", .both(id)), ("age", shares(id + ".age", of: AgeGroup.self)),
            ("tenure", shares(id + ".tenure", of: Tenure.self)), ("migrants", share(id + ".migrants")),
            ("children", share(id + ".children")), ("vulnerable", share(id + ".vulnerable")),
            ("partyMembers", share(id + ".partyMembers")),
            (
                "income",
                Self.mapping([
                    ("median", .number(dice.number(id + ".median", usual: 500...9000, of: 1...1_000_000))),
                    ("spread", .number(dice.number(id + ".spread", 0...3))),
                ])
            ), ("buildingSize", .integer(dice.integer(id + ".buildingSize", 1...80))),
            (
                "ties",
                Self.mapping([
                    ("building", .number(inside)),
                    ("community", .number(dice.number(id + ".ties.community", 0...(10 - inside)))),
                    ("beyond", .number(dice.number(id + ".ties.beyond", 0...2))),
                ])
            ), ("initialOrganisations", .number(dice.number(id + ".initialOrganisations", 0...100))),
            ("workUnits", maybe(id + ".workUnits", share(id + ".workUnits"))),
        ])
    }

    private func community(_ id: String, _ types: [String]) -> Draft {
        // Of the group that a roll-out names, some are told by the place.
        let own = (hasRollout ? ["first", "joined"] : ["first"]).filter {
            id == communities[0] || dice.chance(id + ".groups." + $0)
        }
        return Self.mapping([
            ("id", .plain(id)), ("name", .both(id)), ("type", .plain(dice.choice(id + ".type", types))),
            ("street", .plain(dice.choice(id + ".street", streets))),
            ("people", .integer(dice.integer(id + ".people", 20...200))), ("groups", .names(own)),
            ("idleSpace", maybe(id + ".idleSpace", .number(dice.number(id + ".idleSpace", 0...2000)))),
            ("merchants", maybe(id + ".merchants", .integer(dice.integer(id + ".merchants", 0...30)))),
        ])
    }

    var committees: Draft {
        Self.covered([
            ("staff", .number(dice.number("committees.staff", usual: 0...8, of: 0...100))),
            ("hours", .number(dice.number("committees.hours", usual: 100...200, of: 0...400))),
            ("wage", yuan("committees.wage", upTo: 8000)), ("orientation", share("committees.orientation")),
            ("facilitation", share("committees.facilitation")),
        ])
    }

    var publicService: Draft {
        Self.covered([
            ("unitsPerResident", .number(dice.number("publicService.units", usual: 0...1, of: 0...100))),
            ("quality", share("publicService.quality")), ("unitCost", yuan("publicService.unitCost", upTo: 50)),
            ("template", shares("publicService.template", of: Domain.self)),
        ])
    }

    var district: Draft {
        Self.covered([
            ("id", .plain("district")), ("name", .both("district")),
            ("attentionCapacity", .number(dice.number("district.capacity", usual: 0...6, of: 0...10_000))),
            ("otherCommunities", .number(dice.number("district.others", usual: 0...10, of: 0...100_000))),
            ("controlPreference", maybe("district.control", share("district.control"))),
            ("streets", .list(streets.map { Self.mapping([("id", .plain($0)), ("name", .both($0))]) })),
        ])
    }
}

import Experiments
import Governance
import Scenarios

/// What a group decides: levers that it moves from the next month on, and how far it goes with them.
struct DecisionRequest: Decodable {
    var key: String
    var changes: [LeverChange]?
    var until: Int?
}

/// What a decision costs, found out by living it: the game's world goes on to the turn's end in a copy, and the ledger tells.
struct Decision: Sendable {
    let game: Game
    let scenario: PlannedScenario
    let changes: [LeverChange]
    /// Months lived by now, and to be lived.
    let month: Int
    let until: Int
    let purse: Purse

    /// - Throws: ``Refusal`` where a lever is not the role's, or cannot take the value.
    init(
        _ asked: DecisionRequest, _ game: Game, _ role: WorkshopTask.Who, _ setup: WorkshopSetup, _ shelf: Shelf
    ) throws(Refusal) {
        let side = try game.side(0)
        month = side.lived.months.count
        guard side.stop == nil, month >= side.until else {
            throw Refusal(.state, "The months decided on are still being lived.", "已决定的月份仍在运行。")
        }
        guard month < setup.horizon else {
            throw Refusal(
                .state,
                month >= setup.months ? "The task's months are over." : "The turn is over; the teacher opens the next.",
                month >= setup.months ? "任务期已结束。" : "本回合已结束，请等待教师开启下一回合。")
        }
        let until = asked.until ?? min(setup.horizon, (month / setup.turn + 1) * setup.turn)
        guard (month + 1...setup.horizon).contains(until) else {
            throw .outside("until", until, Double(month + 1)...Double(setup.horizon))
        }
        let own = asked.changes ?? []
        guard own.count <= 200 else { throw .outside("changes", own.count, 0...200) }
        let levers = setup.levers(of: role)
        var dated: [LeverChange] = []
        for (place, change) in own.enumerated() {
            _ = try change.checked("changes[\(place)]")
            guard levers.contains(change.lever) else {
                throw Refusal(
                    .value, "\(change.lever) is not this role's to move.", "该角色不能调整 \(change.lever)。",
                    key: "changes[\(place)].lever", found: change.lever)
            }
            var next = change
            (next.side, next.month) = (nil, month + 1)
            dated.append(next)
        }
        var trial = game.setup
        trial.sides[0].changes += dated
        scenario = try shelf.scenario(of: 0, trial)
        (self.game, changes, self.until, purse) = (game, dated, until, Purse(who: role))
    }

    /// Fen by year of the run, those that have been lived included, if this is decided.
    func spending() throws -> [Int64] { try spending(scenario) }

    /// The same if nothing is changed.
    func spendingUnchanged() throws -> [Int64] { try spending(game.side(0).scenario) }

    private func spending(_ scenario: PlannedScenario) throws -> [Int64] {
        let side = try game.side(0)
        var months = side.lived.spent(as: purse.who)
        let world = try world(side, scenario)
        while world.monthsDone < until {
            try world.advance()
            months.append(purse.spent(world.flows))
        }
        return Purse.byYear(months)
    }

    /// The group's world as it is now, to go on under a scenario.
    private func world(_ side: Game.Side, _ scenario: PlannedScenario) throws -> World {
        if let kept = side.lived.states[month] { return try World(kept.bytes, scenario.specification) }
        let setup = game.setup
        return try World(
            scenario.specification, seed: setup.seed, replicate: UInt32(setup.replicate))
    }

    /// Refuses what costs more than the year's budget, unless it costs less than going on unchanged.
    func check(budget: Int64?) throws {
        guard let budget else { return }
        let cost = try spending()
        let years = cost.indices.filter { cost[$0] > budget && ($0 + 1) * 12 > month }
        guard let year = years.first, !changes.isEmpty else { return }
        let unchanged = try spendingUnchanged()
        guard cost[year] > unchanged[year] else { return }
        let sofar = Purse.byYear(try game.side(0).lived.spent(as: purse.who))
        throw Overspending(
            year: year + 1, cost: cost[year], unchanged: unchanged[year], budget: budget,
            left: budget - (sofar.indices.contains(year) ? sofar[year] : 0)
        ).refusal
    }
}

/// What a decision would cost, and what there is.
struct Overspending: Sendable, Equatable, Encodable {
    let year: Int
    /// Fen.
    let cost: Int64
    let unchanged: Int64
    let budget: Int64
    let left: Int64

    var refusal: Refusal {
        func yuan(_ fen: Int64) -> String { "\(fen / 100)" }
        var refusal = Refusal(
            .budget,
            "Year \(year) would cost \(yuan(cost)) yuan by the ledger, but the budget is \(yuan(budget)) yuan. Going on unchanged costs \(yuan(unchanged)) yuan.",
            "按账本第 \(year) 年将花费 \(yuan(cost)) 元，而预算为 \(yuan(budget)) 元。不作改变则花费 \(yuan(unchanged)) 元。",
            key: "changes", found: yuan(cost))
        refusal.spending = self
        return refusal
    }
}

import Experiments
import Governance

/// What is asked of a future: from which side and month on, and what is to be different.
struct FutureRequest: Decodable {
    var side: Int
    var month: Int
    var changes: [LeverChange]
    var title: String?
    var until: Int?
}

extension Shelf {
    /// Adds a side that shares another's past up to the month before, and goes on with changes.
    ///
    /// The months before are the same bytes: they are not lived again but taken over, as far as they are in memory.
    func add(_ asked: FutureRequest, to game: Game) throws(Refusal) {
        _ = try game.side(asked.side)
        var setup = game.setup
        guard setup.sides.count(where: { $0.parent != nil }) < limits.futures else {
            throw Refusal(
                .full, "A game has at most \(limits.futures) futures.", "每个对局至多 \(limits.futures) 个未来。")
        }
        guard (1...setup.months).contains(asked.month) else {
            throw .outside("month", asked.month, 1...Double(setup.months))
        }
        guard (1...500).contains(asked.changes.count) else { throw .outside("changes", asked.changes.count, 1...500) }
        var changes: [LeverChange] = []
        for (place, change) in asked.changes.enumerated() {
            try change.check("changes[\(place)]", months: asked.month...setup.months)
            var own = change
            (own.side, own.month) = (nil, change.month ?? asked.month)
            changes.append(own)
        }
        let until = max(asked.month, min(asked.until ?? setup.months, setup.months))
        setup.sides.append(
            GameSetup.Side(
                parent: asked.side, from: asked.month, title: try GameRequest.title(asked.title), changes: changes,
                until: until))
        let scenario = try scenario(of: setup.sides.count - 1, setup)
        let side = game.change { state -> Int? in
            guard state.setup.sides.count == setup.sides.count - 1 else { return nil }
            var side = Game.Side(scenario: scenario, until: until)
            side.lived = state.sides[asked.side].lived.past(asked.month - 1)
            state.setup.sides = setup.sides
            state.sides.append(side)
            return state.sides.count - 1
        }
        guard let side else {
            throw Refusal(.state, "Another future was added just now; try again.", "刚刚加入了另一个未来，请重试。")
        }
        try keep(game)
        try live(game, side)
    }
}

import Governance

/// A game as the page sees it.
struct GameReply: Encodable {
    struct Side: Encodable {
        let side: Int
        let id: String
        let title: Text
        let regime: String?
        let parent: Int?
        let from: Int?
        let name: String?
        let state: Game.Standing
        let monthsLived: Int
        let until: Int
        let start: String
        let levers: [String: LeverChange.Value]
        let changes: [LeverChange]
        let error: Text?
    }

    let id: String
    let title: String
    let place: String?
    let placeTitle: Text?
    /// Nil where it is not to be known yet.
    let seed: UInt64?
    let workshop: String?
    let replicate: Int
    let share: Double
    let months: Int
    let people: Int
    let residents: Int
    let state: Game.Standing
    let sides: [Side]

    init(_ state: Game.State) {
        let setup = state.setup
        (id, title, place) = (setup.id, setup.title, setup.place)
        (seed, workshop) = (setup.hidesSeed ? nil : setup.seed, setup.workshop)
        (replicate, share, months) = (setup.replicate, setup.share, setup.months)
        let first = state.sides[0].scenario.specification
        people = first.people.communities.reduce(0) { $0 + $1.people }
        residents = first.residentCount
        placeTitle = first.place?.title
        sides = state.sides.indices.map { Side(state, $0) }
        let order: [Game.Standing] = [.failed, .living, .waiting, .paused, .cancelled, .ended]
        self.state = order.first { standing in state.sides.contains { $0.standing == standing } } ?? .ended
    }
}

extension GameReply.Side {
    fileprivate init(_ state: Game.State, _ number: Int) {
        let (own, setup) = (state.sides[number], state.setup.sides[number])
        let specification = own.scenario.specification
        side = number
        (id, title, regime) = (specification.id, specification.title, state.setup.root(of: number).regime)
        (parent, from, name) = (setup.parent, setup.from, setup.title)
        (self.state, monthsLived, until) = (own.standing, own.lived.months.count, own.until)
        start = specification.start.description
        levers = Dictionary(
            uniqueKeysWithValues: Lever.all.map {
                ($0.key, LeverChange.Value($0.value(in: specification.institutions)))
            })
        changes = state.setup.changes(of: number)
        error = own.failure
    }
}
